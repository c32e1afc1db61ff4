import { canAnswer, canBe, type Kind } from './check-answers.ts';
import { named, type Term } from './check-term.ts';

/** A comparison with an answer the question cannot have would silently never hold. */
export function equality(terms: Term[]): Term {
  const [left, right] = terms;
  const problems = left !== undefined && right !== undefined ? mismatch(left, right) : [];
  return { kind: 'boolean', problems: [...terms.flatMap(term => term.problems), ...problems] };
}

function mismatch(left: Term, right: Term): string[] {
  if ([left, right].some(({ kind }) => kind === 'anything' || kind === 'nothing')) return [];
  const whole = [left, right].find(({ kind }) => kind === 'ticks' || kind === 'rows' || kind === 'parts');
  if (whole !== undefined) return [wholeAnswer(whole)];
  if (right.literal !== undefined) return literalMismatch(left, right.literal);
  if (left.literal !== undefined) return literalMismatch(right, left.literal);
  return plain(left.kind) === plain(right.kind)
    ? []
    : [`Porovnává se ${names[left.kind]} a\u00a0${names[right.kind]}.`];
}

function wholeAnswer({ kind, field }: Term): string {
  const what = field === undefined ? 'Tohle' : `Odpověď na otázku ${named(field)}`;
  if (kind === 'ticks') return `${what} může mít víc možností najednou. Použijte „in“.`;
  return `${what} nejde porovnat celou${kind === 'parts' ? ', jen její část, třeba „zip“' : '. Použijte „sum“ nebo „count“'}.`;
}

function literalMismatch(term: Term, literal: unknown): string[] {
  if (term.literal !== undefined) return [];
  const fits = term.field === undefined ? canBe(term.kind, literal) : canAnswer(term.field, literal);
  if (fits) return [];
  if (term.field === undefined) return [`Porovnává se ${names[term.kind]} a\u00a0hodnota „${String(literal)}“.`];
  const form = formOf[term.kind];
  return [
    `Otázka ${named(term.field)} nemůže mít odpověď „${String(literal)}“${form === undefined ? '.' : `, ${form}.`}`,
  ];
}

const formOf: Partial<Record<Kind, string>> = {
  boolean: 'jen true nebo false',
  number: 'jen číslo',
  date: 'datum se píše 2026-05-31',
  time: 'čas se píše 14:30',
};

const names: Record<Kind, string> = {
  boolean: 'ano/ne',
  number: 'číslo',
  text: 'text',
  date: 'datum',
  time: 'čas',
  choice: 'výběr',
  ticks: 'seznam možností',
  rows: 'řádky skupiny',
  parts: 'odpověď z\u00a0více částí',
  nothing: 'nic',
  anything: 'něco',
};

/** An option is a text as well. */
export function plain(kind: Kind): Kind {
  return kind === 'choice' ? 'text' : kind;
}

export function ordering(terms: Term[]): Term {
  const known = terms.filter(({ kind, literal }) => kind !== 'anything' && literal === undefined);
  const kind = known[0]?.kind ?? 'number';
  const problems =
    kind === 'number' || kind === 'date' || kind === 'time'
      ? terms.flatMap(term => notOf(kind, term))
      : ['Větší nebo menší může být jen číslo, datum nebo čas.'];
  return { kind: 'boolean', problems: [...terms.flatMap(term => term.problems), ...problems] };
}

function notOf(kind: Kind, term: Term): string[] {
  if (term.kind === 'anything') return [];
  if (term.literal !== undefined && canBe(kind, term.literal)) return [];
  if (term.literal === undefined && term.kind === kind) return [];
  if (term.literal === undefined || term.literal === null)
    return [`Porovnává se ${names[kind]} a\u00a0${names[term.kind]}.`];
  return [`Porovnává se ${names[kind]} a\u00a0hodnota „${String(term.literal)}“.`];
}

/** `in` asks whether an answer is one of a list, or whether an option is ticked. */
export function membership([sought, list]: Term[]): Term {
  if (sought === undefined || list === undefined) return { kind: 'boolean', problems: [] };
  const inside = [sought, list, ...(list.items ?? [])].flatMap(({ problems }) => problems);
  return { kind: 'boolean', problems: [...inside, ...notMember(sought, list)] };
}

function notMember(sought: Term, { kind, items, field }: Term): string[] {
  if (items !== undefined) return items.flatMap(item => mismatch(sought, item));
  if (kind === 'anything') return [];
  if (kind !== 'ticks' || field === undefined)
    return ['„in“ hledá v\u00a0seznamu nebo v\u00a0otázce s\u00a0více možnostmi.'];
  if (sought.literal !== undefined) {
    return canAnswer(field, sought.literal) ? [] : [`Otázka ${named(field)} nemá možnost „${String(sought.literal)}“.`];
  }
  if (plain(sought.kind) === 'text' || sought.kind === 'anything') return [];
  return [`Mezi možnostmi otázky ${named(field)} se hledá ${names[sought.kind]}.`];
}
