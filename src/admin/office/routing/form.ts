import type { Request } from 'express';
import { type RoutingRule, routingRule } from '../../../core/case/routing.ts';
import { overlapping, readRanges, writeRanges } from '../../../core/office/alphabet.ts';
import { formBody, type FormError } from '../../../web/input.ts';
import type { Handler } from './queries.ts';

/** The form as it was typed: letters and streets by officer. */
export interface TypedRouting {
  by: string;
  officerId: string;
  field: string;
  letters: Record<string, string>;
  streets: Record<string, string>;
}

type Read = { ok: true; rule: RoutingRule } | { ok: false; errors: FormError[] };

interface Choices {
  handlers: Handler[];
  fields: { value: string }[];
}

export function typedRouting(req: Request, { handlers }: Choices): TypedRouting {
  const body = formBody(req);
  const text = (name: string): string => {
    const value = body[name];
    return typeof value === 'string' ? value.slice(0, 50_000) : '';
  };
  const byOfficer = (prefix: string) => Object.fromEntries(handlers.map(({ id }) => [id, text(`${prefix}-${id}`)]));
  return {
    ...{ by: text('by'), officerId: text('officerId'), field: text('field') },
    ...{ letters: byOfficer('pismena'), streets: byOfficer('ulice') },
  };
}

/** A rule as it would be typed. */
export function typedOf(rule: RoutingRule): TypedRouting {
  const grouped = <T extends { officerId: string }>(rows: T[], write: (rows: T[]) => string) =>
    Object.fromEntries([...Map.groupBy(rows, row => row.officerId)].map(([id, own]) => [id, write(own)]));
  return {
    by: rule.by,
    officerId: rule.by === 'fixed' ? rule.officerId : '',
    field: rule.by === 'street' ? rule.field : '',
    letters: rule.by === 'alphabet' ? grouped(rule.ranges, writeRanges) : {},
    streets: rule.by === 'street' ? grouped(rule.streets, rows => rows.map(({ street }) => street).join('\n')) : {},
  };
}

/** The rule that was chosen; what was typed for the others is of no account. */
export function readRouting(typed: TypedRouting, choices: Choices): Read {
  switch (typed.by) {
    case 'nobody':
    case 'turns':
    case 'load':
      return { ok: true, rule: { by: typed.by } };
    case 'fixed':
      return choices.handlers.some(({ id }) => id === typed.officerId)
        ? { ok: true, rule: { by: 'fixed', officerId: typed.officerId } }
        : wrong('officerId', 'Vyberte úředníka');
    case 'alphabet':
      return readAlphabet(typed, choices);
    case 'street':
      return readStreets(typed, choices);
    default:
      return wrong('by', 'Vyberte, jak se případy rozdělují');
  }
}

function readAlphabet({ letters }: TypedRouting, { handlers }: Choices): Read {
  const read = handlers.map(({ id, name }) => ({ id, name, ranges: readRanges(letters[id] ?? '') }));
  const errors = read
    .filter(({ ranges }) => ranges === null)
    .map(({ id, name }) => ({ field: `pismena-${id}`, message: `${name}: napište písmena třeba takhle: A–C, Ř` }));
  if (errors.length > 0) return { ok: false, errors };
  const ranges = read.flatMap(({ id, ranges }) => (ranges ?? []).map(range => ({ ...range, officerId: id })));
  const [first] = handlers;
  if (ranges.length === 0 || !first) return wrong(`pismena-${first?.id ?? ''}`, 'Napište, kdo má která písmena');
  const both = overlapping(ranges);
  if (both) return wrong(`pismena-${both[1].officerId}`, `Písmena se překrývají: ${writeRanges(both)}`);
  return checked({ by: 'alphabet', ranges }, `pismena-${first.id}`);
}

function readStreets({ field, streets }: TypedRouting, { handlers, fields }: Choices): Read {
  if (!fields.some(({ value }) => value === field)) return wrong('field', 'Vyberte otázku, ve které je ulice');
  const rows = handlers.flatMap(({ id }) => linesOf(streets[id] ?? '').map(street => ({ street, officerId: id })));
  const at = `ulice-${handlers[0]?.id ?? ''}`;
  if (rows.length === 0) return wrong(at, 'Napište, kdo má které ulice');
  const twice = rows.find((row, i) => rows.findIndex(({ street }) => same(street, row.street)) < i);
  if (twice) return wrong(`ulice-${twice.officerId}`, `Ulice ${twice.street} je tu dvakrát`);
  return checked({ by: 'street', field, streets: rows }, at);
}

function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map(line => line.trim().replaceAll(/\s+/g, ' '))
    .filter(line => line !== '');
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** What remains to go wrong is too much or too long. */
function checked(rule: RoutingRule, field: string): Read {
  const parsed = routingRule.safeParse(rule);
  return parsed.success ? { ok: true, rule: parsed.data } : wrong(field, 'Je toho moc. Zkraťte to');
}

function wrong(field: string, message: string): Read {
  return { ok: false, errors: [{ field, message }] };
}
