import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { changes } from '../../src/admin/agendas/changes.ts';
import { type Definition, definitionSchema } from '../../src/core/form/definition.ts';

const file = new URL('../../prisma/seed/agendas/ohlaseni-psa.json', import.meta.url);
const before = definitionSchema.parse(JSON.parse(await readFile(file, 'utf8')));

test.each<[string, (copy: Definition) => void, string[]]>([
  ['nothing', () => undefined, []],
  ['the fee', copy => (copy.fee.summary = 'Zdarma'), ['changed settings: fee']],
  ['the words of a question', copy => (fieldAt(copy, 0, 0).label = 'Kdo?'), ['changed field Kdo?: label']],
  [
    'a question less',
    copy => stepAt(copy, 0).fields.pop(),
    ['changed step Kdo psa drží: fields', 'removed field Datum narození: '],
  ],
  [
    'an attachment less',
    copy => (copy.attachments = []),
    ['removed attachment Doklad k\u00a0osvobození nebo nižší sazbě: '],
  ],
  [
    'a question in another step',
    copy => {
      stepAt(copy, 0).fields.push(fieldAt(copy, 1, 0));
      stepAt(copy, 1).fields.shift();
    },
    ['changed step Kdo psa drží: fields', 'changed step Adresa a\u00a0kontakt: fields'],
  ],
])('%s', (_name, change, expected) => {
  const after = structuredClone(before);
  change(after);
  const told = changes(before, after).map(({ kind, what, name, properties }) =>
    what === 'settings' ? `${kind} ${what}: ${properties.join()}` : `${kind} ${what} ${name}: ${properties.join()}`,
  );
  expect(told).toEqual(expected);
});

function stepAt({ steps }: Definition, index: number): Definition['steps'][number] {
  const step = steps[index];
  if (!step) throw new Error(`no step ${index}`);
  return step;
}

function fieldAt(definition: Definition, step: number, index: number): Definition['steps'][number]['fields'][number] {
  const field = stepAt(definition, step).fields[index];
  if (!field) throw new Error(`no field ${index}`);
  return field;
}
