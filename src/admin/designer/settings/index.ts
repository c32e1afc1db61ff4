import { attachments } from './attachments.ts';
import { basics } from './basics.ts';
import { fee } from './fee.ts';
import { translation } from './languages.ts';
import { law } from './law.ts';
import { letters } from './letters.ts';
import type { SettingsPart } from './part.ts';
import { people } from './people.ts';
import { processing } from './processing.ts';
import { rules } from './rules.ts';
import { visit } from './visit.ts';

/** The part an address names; texts in another language are parts as well. */
export function findPart(id: string): SettingsPart | undefined {
  const [, language, stepId] = /^jazyk-(en|uk)(?:-([a-zA-Z0-9]{1,40}))?$/.exec(id) ?? [];
  if (language === 'en' || language === 'uk') return translation(language, stepId);
  return settingsParts.find(part => part.id === id);
}

/** In the order of the outline. */
export const settingsParts: readonly SettingsPart[] = [
  basics,
  people,
  attachments,
  rules,
  fee,
  processing,
  visit,
  letters,
  law,
];
