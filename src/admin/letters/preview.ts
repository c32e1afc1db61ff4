import type { Outcome } from '../../core/case/states.ts';
import { type LetterBlock, letterBlocks } from '../../core/letters/markdown.ts';
import { type LetterKind, outcomesOf } from '../../core/letters/steps.ts';
import { checkTemplate } from '../../core/letters/template/check.ts';
import { fillTemplate, mentions } from '../../core/letters/template/fill.ts';
import { templateData } from '../../core/letters/template/values.ts';

export interface Preview {
  /** The outcome it is for; null where the text does not depend on it. */
  outcome: Outcome | null;
  blocks: LetterBlock[];
}

interface Shown {
  kind: LetterKind;
  text: string;
  now: Temporal.Instant;
}

/** How letters of an invented case would begin; nothing while the template does not hold together. */
export function previewsOf({ kind, text, now }: Shown): Preview[] {
  if (checkTemplate(text, null).length > 0) return [];
  const choices = mentions(text, 'výsledek') ? outcomesOf(kind) : [null];
  return choices.map(outcome => {
    const data = templateData({ ...invented, outcome, now, filedAt: now.subtract({ hours: 240 }) });
    return { outcome, blocks: letterBlocks(fillTemplate(text, data, 'markdown')) };
  });
}

const invented = {
  reference: 'HK26-00000-0',
  agenda: 'Ohlášení psa',
  applicant: 'Jana Nováková',
  department: 'Odbor rozpočtu a\u00a0financí',
  dueOn: Temporal.PlainDate.from('2027-01-04'),
  officer: 'Marie Dvořáková',
  phone: '495\u00a0707\u00a0111',
  address: 'Československé armády 408, Hradec Králové',
  events: [],
  steps: [],
};
