import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { checkDefinition } from '../../../../src/core/form/check-definition.ts';
import { sketchSchema } from '../../../../src/core/form/definition.ts';
import { gate, type GateContext } from '../../../../src/core/form/gate.ts';
import { everyType } from '../definitions.ts';

const folder = 'prisma/seed/agendas';
const documents: unknown[] = [
  everyType,
  ...readdirSync(folder).map(file => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as unknown),
];

const slugsIn = (file: string) =>
  (JSON.parse(readFileSync(`prisma/seed/${file}.json`, 'utf8')) as { slug: string }[]).map(({ slug }) => slug);

const context: GateContext = {
  today: Temporal.PlainDate.from('2026-05-04'),
  departments: slugsIn('departments'),
  lifeSituations: slugsIn('life-situations'),
  offeredIdentity: ['none', 'account'],
};

type Step = string | number;

/** Every place in a document. */
function placesIn(part: unknown, path: Step[] = []): Step[][] {
  if (typeof part !== 'object' || part === null) return [path];
  const entries: [Step, unknown][] = Array.isArray(part) ? [...part.entries()] : Object.entries(part);
  return [path, ...entries.flatMap(([key, inner]) => placesIn(inner, [...path, key]))];
}

function changed(part: unknown, [key, ...rest]: Step[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(part))
    return part.map((item: unknown, index) => (index === key ? changed(item, rest, value) : item));
  const object = part as Record<string, unknown>;
  return { ...object, [key]: changed(object[key], rest, value) };
}

/** What somebody in the middle of work may leave at any place. */
const leftovers: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>('', 'x', 'name', 0, 1, true, false, undefined, [], {}),
  fc.constantFrom<unknown>(
    { var: 'name' },
    { var: '' },
    { '==': [{ var: 'nothing' }, 1] },
    { and: [] },
    { if: [] },
    { '<': [{ var: 'from' }, 'nonsense', null] },
    { in: [{ var: 'from' }, [{ var: 'from' }, []]] },
    { '!': { sum: [{ var: 'name' }] } },
    { unknown: [1] },
  ),
  fc.jsonValue(),
);

const sketches = fc
  .constantFrom(...documents)
  .chain(document => {
    const change = fc.tuple(fc.constantFrom(...placesIn(document)), leftovers);
    return fc.array(change, { minLength: 1, maxLength: 4 }).map(changes =>
      changes.reduce((sketch, [path, value]) => {
        try {
          return changed(sketch, path, value);
        } catch {
          return sketch;
        }
      }, document),
    );
  })
  .map(document => sketchSchema.safeParse(document))
  .filter(parsed => parsed.success)
  .map(({ data }) => data);

describe('whatever is left unfinished', () => {
  it('the gate never throws, and what it stops not may be offered', () => {
    fc.assert(
      fc.property(sketches, sketch => {
        const isStopped = gate(sketch, context).some(({ level }) => level === 'error');
        if (!isStopped) expect(checkDefinition(sketch)).toMatchObject({ ok: true });
      }),
      { numRuns: 500 },
    );
  });
});
