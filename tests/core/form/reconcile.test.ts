import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import type { Entries } from '../../../src/core/form/answers.ts';
import type { Definition, DefinitionInput } from '../../../src/core/form/definition.ts';
import { entryAt, isTyped } from '../../../src/core/form/entries.ts';
import { evaluate } from '../../../src/core/form/evaluate.ts';
import { reconcile } from '../../../src/core/form/reconcile.ts';
import { entriesFor } from './arbitrary-filings.ts';
import { aDefinition, everyType, parsed } from './definitions.ts';
import { richDefinition } from './rich-definition.ts';

type Fields = DefinitionInput['steps'][number]['fields'];

const today = Temporal.PlainDate.from('2026-03-05');
const known: Entries = { name: 'Jana', email: 'jana@example.cz' };
const breed = { type: 'text' as const, id: 'breed', label: 'Plemeno' };
const agenda = (...fields: Fields) =>
  parsed(aDefinition(fields.length > 0 ? [{ id: 'dog', title: 'Pes', fields }] : []));

function moved(from: Fields, to: Fields, entries: Entries, attached: string[] = []) {
  return reconcile({ from: agenda(...from), to: agenda(...to), entries: { ...known, ...entries }, attached, today });
}

const noFiles = { droppedFiles: [], missingFiles: [] };

describe('a waiting draft, when a newer version is published', () => {
  it('keeps what was typed, to the letter, where the question is still there', () => {
    const result = moved([breed], [{ ...breed, label: 'Rasa' }], { breed: '  jezevčík ' });
    expect(result).toEqual({
      entries: { ...known, breed: '  jezevčík ' },
      dropped: [],
      newlyMissing: [],
      ...noFiles,
      sentences: [],
    });
  });

  it('loses the answer to a question that is gone, and its owner is told', () => {
    const result = moved([breed], [], { breed: 'jezevčík' });
    expect(result.entries).toEqual(known);
    expect(result.dropped).toEqual(['breed']);
    expect(result.sentences).toEqual(['Na „Plemeno“ už se neptáme, vaši odpověď jsme vynechali.']);
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
    expect(result.sentences).toEqual(['Zkontrolujte prosím odpověď na „Plemeno“, takhle už nevyhovuje.']);
  });

  it('is not told of what had been missing before', () => {
    expect(moved([breed], [{ ...breed, label: 'Rasa' }], {})).toMatchObject({ newlyMissing: [], sentences: [] });
  });

  it('in which nothing was typed is told nothing', () => {
    expect(reconcile({ from: agenda(), to: agenda(breed), entries: {}, attached: [], today }).sentences).toEqual([]);
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
    expect(result.newlyMissing).toEqual(['when']);
    expect(result.sentences).toEqual([
      'Na „why“ už se neptáme, vaši odpověď jsme vynechali.',
      'Nově se ptáme: „when“.',
    ]);
  });

  it('keeps what was typed when a number becomes an amount, and drops what is of another kind', () => {
    const typed = { breed: '12' };
    const became = (type: 'money' | 'yesNo' | 'date') =>
      moved([{ ...breed, type: 'number' }], [{ ...breed, type }], typed);
    expect(became('money').entries).toMatchObject(typed);
    expect(became('yesNo').entries).toEqual(known);
    expect(became('date').entries).toEqual(known);
  });

  it('gives a birth number to no question but one for a birth number', () => {
    const number = { type: 'birthNumber' as const, id: 'breed', label: 'Rodné číslo', reason: 'Zákon.' };
    expect(moved([number], [breed], { breed: '736028/5163' }).entries).toEqual(known);
  });

  it('has a declaration that reads otherwise confirmed again', () => {
    const truth = { type: 'declaration' as const, id: 'truth', label: 'Údaje jsou pravdivé.' };
    const changed = { ...truth, label: 'Údaje jsou pravdivé a\u00a0úplné.' };
    expect(moved([truth], [changed], { truth: 'yes' })).toEqual({
      entries: known,
      dropped: ['truth'],
      newlyMissing: ['truth'],
      ...noFiles,
      sentences: ['Přečtěte si a\u00a0potvrďte nové znění prohlášení: „Údaje jsou pravdivé a\u00a0úplné.“'],
    });
    const spaced = { ...truth, label: 'Údaje jsou\u00a0pravdivé.' };
    expect(moved([truth], [spaced], { truth: 'yes' })).toMatchObject({ dropped: [], sentences: [] });
  });

  it('is told once what is asked in another way', () => {
    const date = { type: 'date' as const, id: 'breed', label: 'Narození' };
    expect(moved([breed], [date], { breed: 'jezevčík' }).sentences).toEqual([
      'Na „Narození“ se teď ptáme jinak, odpovězte prosím znovu.',
    ]);
  });

  it('is told when an answer has become required', () => {
    const result = moved([{ ...breed, required: false }], [breed], {});
    expect(result).toMatchObject({ dropped: [], newlyMissing: ['breed'] });
    expect(result.sentences).toEqual(['Na „Plemeno“ je teď potřeba odpovědět.']);
  });

  it('is told nothing of a lost answer to a question that was not asked any more', () => {
    const chip = { type: 'yesNo' as const, id: 'chip', label: 'Čip?', required: false };
    const number = { ...breed, id: 'number', label: 'Číslo čipu', when: { '==': [{ var: 'chip' }, true] } };
    const result = moved([chip, number], [chip], { chip: 'no', number: '123' });
    expect(result).toMatchObject({ dropped: ['number'], sentences: [] });
  });

  it('is told of a fee that changed', () => {
    const rates = (crowns: number) => ({
      summary: 'Sazba',
      charge: { by: 'table' as const, rows: [{ label: 'Sazba', crowns }] },
    });
    const [from, to] = [100, 200].map(crowns => parsed(aDefinition([], { fee: rates(crowns) }))) as [
      Definition,
      Definition,
    ];
    const result = reconcile({ from, to, entries: known, attached: [], today });
    expect(result.sentences).toEqual(['Změnil se poplatek. Kolik je teď, uvidíte v\u00a0souhrnu.']);
  });

  describe('with files', () => {
    const plan = { id: 'plan', label: 'Plánek' };
    const photo = { type: 'file' as const, id: 'photo', label: 'Fotka', formats: ['pdf' as const] };
    const attaching = (...attachments: DefinitionInput['attachments'] & object) =>
      parsed(aDefinition([], { attachments }));
    const wanted = (from: Definition, to: Definition, attached: string[], entries: Entries = known) =>
      reconcile({ from, to, entries, attached, today });

    it.each<[string, Definition, Definition, string[], object]>([
      ['lacks an attachment that is new', attaching(), attaching(plan), [], { missingFiles: ['plan'] }],
      ['lacks none that is new and may be left out', attaching(), attaching({ ...plan, required: false }), [], noFiles],
      [
        'lacks one that has become required',
        attaching({ ...plan, required: false }),
        attaching(plan),
        [],
        { missingFiles: ['plan'] },
      ],
      [
        'does not lack one that has become required and is there',
        attaching({ ...plan, required: false }),
        attaching(plan),
        ['plan'],
        noFiles,
      ],
      ['is not told of one that had been missing', attaching(plan), attaching({ ...plan, label: 'Mapa' }), [], noFiles],
      [
        'lacks one asked for on a condition that holds',
        attaching(),
        attaching({ ...plan, when: { '==': [{ var: 'name' }, 'Jana'] } }),
        [],
        { missingFiles: ['plan'] },
      ],
      [
        'does not lack one asked for on a condition that does not',
        attaching(),
        attaching({ ...plan, when: { '==': [{ var: 'name' }, 'Petr'] } }),
        [],
        noFiles,
      ],
      [
        'loses the files of an attachment that is gone',
        attaching(plan),
        attaching(),
        ['plan'],
        { droppedFiles: ['plan'] },
      ],
      ['loses nothing where nothing was attached', attaching(plan), attaching(), [], noFiles],
      [
        'keeps the files of a place that is only not asked for now',
        attaching(plan),
        attaching({ ...plan, when: false }),
        ['plan', 'plan'],
        noFiles,
      ],
      ['lacks a question answered by a file that is new', agenda(), agenda(photo), [], { missingFiles: ['photo'] }],
      ['loses the files of a question that is gone', agenda(photo), agenda(), ['photo'], { droppedFiles: ['photo'] }],
      [
        'loses the files of a question that is answered in words now',
        agenda(photo),
        agenda({ type: 'text', id: 'photo', label: 'Fotka' }),
        ['photo', 'photo'],
        { droppedFiles: ['photo'], newlyMissing: ['photo'] },
      ],
    ])('%s', (_what, from, to, attached, expected) => {
      expect(wanted(from, to, attached)).toMatchObject({ ...noFiles, dropped: [], newlyMissing: [], ...expected });
    });

    it('is told of files that are gone and of those that are needed, by the words of the form', () => {
      const result = wanted(attaching(plan), attaching({ id: 'map', label: 'Mapa' }), ['plan']);
      expect(result.sentences).toEqual([
        'Soubory „Plánek“ už nejsou potřeba, proto jsme je odebrali.',
        'Nově je potřeba přiložit: „Mapa“.',
      ]);
    });

    it('in which nothing was typed but a file attached is a draft like others', () => {
      expect(wanted(attaching(plan), attaching(), ['plan'], {}).droppedFiles).toEqual(['plan']);
      expect(
        wanted(attaching({ ...plan, required: false }), attaching({ id: 'map', label: 'Mapa' }), [], {}),
      ).toMatchObject({ missingFiles: [], sentences: [] });
    });
  });

  it('is moved to the same version as it is, whatever it holds', () => {
    const definition = agenda(breed, { type: 'yesNo', id: 'chip', label: 'Čip?' });
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('name', 'breed', 'chip', 'other'), fc.anything()), anything => {
        const entries = anything as Entries;
        const result = reconcile({ from: definition, to: definition, entries, attached: [], today });
        expect(result).toMatchObject({ dropped: [], newlyMissing: [], sentences: [] });
        expect(evaluate(definition, result.entries, { today })).toEqual(evaluate(definition, entries, { today }));
      }),
    );
  });

  it('never holds answers to questions that are not there', () => {
    const [from, to] = [agenda(breed, { type: 'date', id: 'born', label: 'Narození' }), agenda(breed)];
    fc.assert(
      fc.property(fc.object(), anything => {
        const { entries } = reconcile({ from, to, entries: anything as Entries, attached: [], today });
        expect(['name', 'email', 'breed']).toEqual(expect.arrayContaining(Object.keys(entries)));
      }),
    );
  });

  const agendas = ['ohlaseni-psa', 'zabor-verejneho-prostranstvi', 'dotace-z-fondu-mesta'].map(slug =>
    parsed(JSON.parse(readFileSync(`prisma/seed/agendas/${slug}.json`, 'utf8')) as DefinitionInput),
  );
  const versions = [parsed(everyType), richDefinition, ...agendas];
  const moves = fc
    .tuple(fc.constantFrom(...versions), fc.constantFrom(...versions), fc.nat())
    .chain(([from, other, seed]) =>
      entriesFor(from, { right: 6 }).map(entries => ({ from, to: mixed(from, other, seed), entries })),
    );

  it('holds exactly what was typed or nothing, and everything that is lost is named', () => {
    fc.assert(
      fc.property(moves, ({ from, to, entries }) => {
        const result = reconcile({ from, to, entries, attached: [], today });
        const ids = from.steps.flatMap(step => step.fields).map(({ id }) => id);
        for (const [id, entry] of Object.entries(result.entries)) {
          if (!Array.isArray(entry) || typeof entry[0] === 'string') expect(entry).toBe(entries[id]);
        }
        const lost = ids.filter(id => isTyped(entryAt(entries, id)) && !Object.hasOwn(result.entries, id));
        expect(result.dropped).toEqual(expect.arrayContaining(lost));
      }),
    );
  });

  it('misses nothing new but what stands in the way in the new version', () => {
    fc.assert(
      fc.property(moves, ({ from, to, entries }) => {
        const result = reconcile({ from, to, entries, attached: [], today });
        const { complete } = evaluate(to, result.entries, { today });
        if (complete) expect(result.newlyMissing).toEqual([]);
        const wasComplete = evaluate(from, entries, { today }).complete;
        if (wasComplete && !complete) expect(result.newlyMissing).not.toEqual([]);
      }),
    );
  });

  it('has been moved once and for all', () => {
    fc.assert(
      fc.property(moves, ({ from, to, entries }) => {
        const once = reconcile({ from, to, entries, attached: [], today });
        expect(reconcile({ from: to, to, entries: once.entries, attached: [], today })).toEqual({
          entries: once.entries,
          dropped: [],
          newlyMissing: [],
          ...noFiles,
          sentences: [],
        });
      }),
    );
  });

  it('is told nothing that repeats an answer', () => {
    const secret = 'Tajemství7';
    fc.assert(
      fc.property(moves, ({ from, to }) => {
        const entries = Object.fromEntries(from.steps.flatMap(step => step.fields).map(({ id }) => [id, secret]));
        expect(reconcile({ from, to, entries, attached: [], today }).sentences.join()).not.toContain(secret);
      }),
    );
  });
});

/** A version made of two others: some of the steps of the one, and steps of the other with ids that are still free. */
function mixed(from: Definition, other: Definition, seed: number): Definition {
  const kept = from.steps.map((step, index) => ({
    ...step,
    fields: step.fields.filter((_field, position) => ((seed >> ((index + position) % 28)) & 1) === 0),
  }));
  const taken = new Set(kept.flatMap(step => step.fields.map(({ id }) => id)));
  const steps = other.steps.map(step => ({ ...step, fields: step.fields.filter(({ id }) => !taken.has(id)) }));
  return { ...other, steps: [...kept, ...steps] };
}
