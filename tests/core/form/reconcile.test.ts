import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Entries } from '../../../src/core/form/answers.ts';
import type { DefinitionInput } from '../../../src/core/form/definition.ts';
import { evaluate } from '../../../src/core/form/evaluate.ts';
import { reconcile } from '../../../src/core/form/reconcile.ts';
import { aDefinition, parsed } from './definitions.ts';

type Fields = DefinitionInput['steps'][number]['fields'];

const today = Temporal.PlainDate.from('2026-03-05');
const known: Entries = { name: 'Jana', email: 'jana@example.cz' };
const breed = { type: 'text' as const, id: 'breed', label: 'Plemeno' };
const agenda = (...fields: Fields) =>
  parsed(aDefinition(fields.length > 0 ? [{ id: 'dog', title: 'Pes', fields }] : []));

function moved(from: Fields, to: Fields, entries: Entries) {
  return reconcile({ from: agenda(...from), to: agenda(...to), entries: { ...known, ...entries }, today });
}

describe('a waiting draft, when a newer version is published', () => {
  it('keeps what was typed, to the letter, where the question is still there', () => {
    const result = moved([breed], [{ ...breed, label: 'Rasa' }], { breed: '  jezevčík ' });
    expect(result).toEqual({
      entries: { ...known, breed: '  jezevčík ' },
      dropped: [],
      newlyMissing: [],
      sentences: [],
    });
  });

  it('loses the answer to a question that is gone, and its owner is told', () => {
    const result = moved([breed], [], { breed: 'jezevčík' });
    expect(result.entries).toEqual(known);
    expect(result.dropped).toEqual(['breed']);
    expect(result.sentences).toEqual(['Na „Plemeno“ už se tak neptáme, vaši odpověď jsme vynechali.']);
  });

  it('says nothing of a question that is gone and was not answered', () => {
    expect(moved([breed], [], { breed: '  ' })).toMatchObject({ dropped: [], sentences: [] });
  });

  it('loses the answer to a question that is asked in another way', () => {
    const date = { type: 'date' as const, id: 'breed', label: 'Plemeno' };
    expect(moved([breed], [date], { breed: 'jezevčík' })).toMatchObject({
      dropped: ['breed'],
      newlyMissing: ['breed'],
    });
  });

  it('keeps it when it can be read in the new way', () => {
    const long = { type: 'longText' as const, id: 'breed', label: 'Plemeno' };
    expect(moved([breed], [long], { breed: 'jezevčík' })).toMatchObject({ dropped: [], newlyMissing: [] });
  });

  it('is told of a question that is new', () => {
    const result = moved([], [breed], {});
    expect(result.newlyMissing).toEqual(['breed']);
    expect(result.sentences).toEqual(['Nově se ptáme: „Plemeno“.']);
  });

  it('is told of an answer that no longer fits', () => {
    const result = moved([breed], [{ ...breed, maxLength: 3 }], { breed: 'jezevčík' });
    expect(result).toMatchObject({ dropped: [], newlyMissing: ['breed'] });
    expect(result.sentences).toEqual(['Zkontrolujte prosím odpověď na „Plemeno“.']);
  });

  it('is not told of what had been missing before', () => {
    expect(moved([breed], [{ ...breed, label: 'Rasa' }], {})).toMatchObject({ newlyMissing: [], sentences: [] });
  });

  it('in which nothing was typed is told nothing', () => {
    expect(reconcile({ from: agenda(), to: agenda(breed), entries: {}, today }).sentences).toEqual([]);
  });

  it('keeps rows column by column', () => {
    const trips = (...fields: string[]) => ({
      type: 'group' as const,
      id: 'trips',
      label: 'Cesty',
      rowLabel: 'Cesta',
      fields: fields.map(id => ({ type: 'text' as const, id, label: id })),
    });
    const rows = [
      { where: 'Praha', why: 'výlet' },
      { where: 'Brno', why: 'práce' },
    ];
    const result = moved([trips('where', 'why')], [trips('where', 'when')], { trips: rows });
    expect(result.entries['trips']).toEqual([{ where: 'Praha' }, { where: 'Brno' }]);
    expect(result.dropped).toEqual(['why']);
    expect(result.newlyMissing).toEqual(['trips']);
  });

  it('is moved to the same version as it is, whatever it holds', () => {
    const definition = agenda(breed, { type: 'yesNo', id: 'chip', label: 'Čip?' });
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('name', 'breed', 'chip', 'other'), fc.anything()), anything => {
        const entries = anything as Entries;
        const result = reconcile({ from: definition, to: definition, entries, today });
        expect(result).toMatchObject({ dropped: [], newlyMissing: [], sentences: [] });
        expect(evaluate(definition, result.entries, { today })).toEqual(evaluate(definition, entries, { today }));
      }),
    );
  });

  it('never holds answers to questions that are not there', () => {
    const [from, to] = [agenda(breed, { type: 'date', id: 'born', label: 'Narození' }), agenda(breed)];
    fc.assert(
      fc.property(fc.object(), anything => {
        const { entries } = reconcile({ from, to, entries: anything as Entries, today });
        expect(['name', 'email', 'breed']).toEqual(expect.arrayContaining(Object.keys(entries)));
      }),
    );
  });
});
