import type { Entries } from '../form/answers.ts';
import type { Question } from '../form/definition.ts';
import type { FieldState } from '../form/field-state.ts';
import { readQuestions } from '../form/read-questions.ts';
import { type SeenDocument, seenDocuments, type SeenIdentity } from './verification.ts';

/** How a page names the documents. */
export const documentNames: Record<SeenDocument, string> = {
  idCard: 'Občanský průkaz',
  passport: 'Cestovní pas',
  residencePermit: 'Průkaz o\u00a0povolení k\u00a0pobytu',
};

/** What a clerk writes down of an identity document. There is no place for its number, nor for a copy. */
export const seenQuestions: Question[] = [
  {
    type: 'oneOf',
    id: 'document',
    label: 'Jaký doklad jste viděli?',
    required: true,
    missing: 'Vyberte, jaký doklad jste viděli',
    options: seenDocuments.map(value => ({ value, label: documentNames[value] })),
  },
  {
    type: 'text',
    id: 'name',
    label: 'Jméno a\u00a0příjmení podle dokladu',
    required: true,
    missing: 'Opište z\u00a0dokladu jméno a\u00a0příjmení',
    maxLength: 100,
  },
  {
    type: 'date',
    id: 'birthDate',
    label: 'Datum narození podle dokladu',
    required: true,
    missing: 'Opište z\u00a0dokladu datum narození',
    maxDaysFromToday: 0,
  },
  {
    type: 'declaration',
    id: 'isValid',
    label: 'Doklad platí, není poškozený a\u00a0člověk na fotografii stojí přede mnou',
    required: true,
    missing: 'Bez platného dokladu totožnost ověřit nejde',
  },
];

/** The questions as they were answered, and the identity once all of it is right. */
export function readSeen(
  entries: Entries,
  today: Temporal.PlainDate,
): { states: FieldState[]; seen: SeenIdentity | null } {
  const states = readQuestions(seenQuestions, entries, today).map(withoutNumbers);
  const valueOf = (id: string): string => {
    const value = states.find(({ field }) => field.id === id)?.value;
    return typeof value === 'string' ? value : '';
  };
  const document = seenDocuments.find(one => one === valueOf('document'));
  const isRight = document !== undefined && states.every(({ error }) => error === undefined);
  const seen = isRight ? { document, name: valueOf('name'), birthDate: valueOf('birthDate') } : null;
  return { states, seen };
}

/** The only place where a number of a document could get to is refused. */
function withoutNumbers(state: FieldState): FieldState {
  const { field, value } = state;
  const hasNumber = field.id === 'name' && typeof value === 'string' && /\d/.test(value);
  return hasNumber ? { ...state, error: 'Napište jen jméno a\u00a0příjmení. Číslo dokladu se nezapisuje' } : state;
}
