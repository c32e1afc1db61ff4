import type { Problem } from './problem.ts';

/** Says where a problem is in the words of the form as well. */
export function labelled<P extends Problem>(problem: P, document: unknown): P {
  const label = labelAt(document, problem.path);
  return label === undefined ? problem : { ...problem, label };
}

/**
 * The place of a path in the words of the form: the step, the question, the attachment it lies in, e.g.
 * "Krok „Váš pes“, otázka „Jméno psa“"; nothing when the path leads to no such thing. The document need not be an agenda.
 */
export function labelAt(document: unknown, path: string): string | undefined {
  const keys = path.split(/[.[\]]+/).filter(key => key !== '');
  const names: string[] = [];
  let found = document;
  let list = '';
  for (const key of keys) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) break;
    const index = Array.isArray(found) ? Number(key) : undefined;
    found = Object.getOwnPropertyDescriptor(found, key)?.value;
    if (index === undefined) list = key;
    else names.push(...nameOf(found, list, index));
  }
  if (names.length === 0) return sections[keys[0] ?? ''];
  const label = names.join(', ');
  return `${label.charAt(0).toUpperCase()}${label.slice(1)}`;
}

function nameOf(item: unknown, list: string, index: number): string[] {
  const what = items[list];
  if (what === undefined) return [];
  const title = ['label', 'title', 'provision', 'text'].map(key => textAt(item, key)).find(text => text !== '');
  return [title === undefined ? `${index + 1}.\u00a0${what}` : `${what} „${title}“`];
}

function textAt(item: unknown, key: string): string {
  if (typeof item !== 'object' || item === null) return '';
  const text: unknown = Object.getOwnPropertyDescriptor(item, key)?.value;
  return typeof text === 'string' ? text.trim().slice(0, 80) : '';
}

/** What stands in a list of that name. */
const items: Partial<Record<string, string>> = {
  steps: 'krok',
  fields: 'otázka',
  options: 'možnost',
  attachments: 'příloha',
  plan: 'krok postupu',
  law: 'předpis',
  letters: 'dopis',
  rules: 'kontrola',
  rows: 'řádek poplatku',
  bring: 'co vzít s\u00a0sebou',
};

const sections: Partial<Record<string, string>> = {
  slug: 'Adresa agendy',
  title: 'Název',
  summary: 'Shrnutí',
  audiences: 'Pro koho je',
  lifeSituations: 'Životní situace',
  keywords: 'Klíčová slova',
  department: 'Odbor',
  whoMayFile: 'Kdo může podat',
  prepare: 'Co si připravit',
  duration: 'Jak dlouho to trvá',
  fee: 'Poplatek',
  visit: 'Návštěva úřadu',
  law: 'Předpisy',
  steps: 'Kroky',
  attachments: 'Přílohy',
  rules: 'Kontroly',
  subjectFields: 'Předmět případu',
  applicant: 'Kdo podává',
  plan: 'Postup vyřízení',
  clock: 'Lhůta',
  mails: 'E-maily',
  letters: 'Dopisy',
  translations: 'Překlady',
};
