import type { Definition } from './definition.ts';
import type { Problem } from './problem.ts';
import { orphanTranslations } from './translations.ts';

/** Translations of texts the agenda does not have: nobody would ever read them, and a new text could take their key. */
export function translationProblems(definition: Definition): Problem[] {
  const orphans = orphanTranslations(definition);
  return Object.entries(definition.translations).flatMap(([language, texts]) =>
    orphans
      .filter(key => texts !== undefined && Object.hasOwn(texts, key))
      .map(key => ({
        path: `translations.${language}.${key}`,
        message: `Překlad „${key}“ k\u00a0žádnému textu agendy nepatří. Smažte ho.`,
      })),
  );
}
