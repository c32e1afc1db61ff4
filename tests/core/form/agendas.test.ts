import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import type { Entries } from '../../../src/core/form/answers.ts';
import { checkDefinition } from '../../../src/core/form/check-definition.ts';
import { evaluate } from '../../../src/core/form/evaluate.ts';
import { freezeContent } from '../../../src/core/form/freeze-content.ts';
import { gate, type GateContext } from '../../../src/core/form/gate.ts';
import { subjectOf } from '../../../src/core/form/subject-of.ts';

const today = Temporal.PlainDate.from('2026-05-04');
const agendas = readdirSync('prisma/seed/agendas').map(file => file.replace('.json', ''));

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function slugsIn(file: string): string[] {
  return (readJson(`prisma/seed/${file}.json`) as { slug: string }[]).map(({ slug }) => slug);
}

const city: GateContext = {
  today,
  departments: slugsIn('departments'),
  lifeSituations: slugsIn('life-situations'),
  offeredIdentity: ['none', 'account'],
};

function definitionOf(slug: string) {
  const checked = checkDefinition(readJson(`prisma/seed/agendas/${slug}.json`));
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems, null, 2));
  return checked.definition;
}

function exampleOf(slug: string): Entries {
  return readJson(`tests/core/form/examples/${slug}.json`) as Entries;
}

/** What people come to the office for; an agenda may be mended, but not go. */
const promised = [
  'ohlaseni-psa',
  'zmena-udaju-psa',
  'odhlaseni-psa',
  'prihlaseni-k-poplatku-za-odpad',
  'uleva-z-poplatku-za-odpad',
  'prominuti-poplatku',
  'zabor-verejneho-prostranstvi',
  'uzavirka-komunikace',
  'rezidentni-parkovani',
  'kaceni-drevin',
  'zadost-o-informace',
  'stiznost',
  'podnet',
  'odvolani',
  'dotace-z-fondu-mesta',
  'zadost-o-mestsky-byt',
  'potvrzeni-o-najmu',
  'pronajem-pozemku',
  'pronajem-nebytoveho-prostoru',
  'oznameni-shromazdeni',
  'oznameni-verejne-akce',
  'zastita-primatora',
  'uziti-symbolu-mesta',
  'volicsky-prukaz',
  'potvrzeni-k-adrese',
  'ztraty-a-nalezy',
  'vitani-obcanku',
  'svatebni-termin',
  'obcansky-prukaz',
  'cestovni-pas',
];

it('the city offers what it has promised', () => {
  expect(promised.filter(slug => !agendas.includes(slug))).toEqual([]);
});

describe.each(agendas)('the agenda %s', slug => {
  it('hangs together and is called by its file', () => {
    expect(definitionOf(slug).slug).toBe(slug);
  });

  it('passes the gate', () => {
    const findings = gate(definitionOf(slug), city);
    expect(findings.map(({ rule, path, message }) => `${rule} ${path}: ${message}`)).toEqual([]);
  });

  it('asks about one topic a step, on at most two screens of a phone', () => {
    for (const step of definitionOf(slug).steps) {
      expect(step.fields.filter(field => field.type !== 'explanation').length, step.id).toBeLessThanOrEqual(6);
    }
  });

  it('plans no more days than its clock has', () => {
    const { plan, clock } = definitionOf(slug);
    expect(plan.reduce((days, step) => days + step.targetDays, 0)).toBeLessThanOrEqual(clock.days);
  });

  it('leaves no one-letter preposition at the end of a line', () => {
    expect(readFileSync(`prisma/seed/agendas/${slug}.json`, 'utf8').match(/[^\p{L}\d][ksvzouai] /giu) ?? []).toEqual(
      [],
    );
  });

  it('says in English what it is called and what it is for', () => {
    const { title = '', summary = '' } = definitionOf(slug).translations.en ?? {};
    expect(title).toMatch(/^[A-Z].{4,}/);
    expect(summary).toMatch(/^[A-Z].{20,}[.?]$/s);
  });

  it('can be filed by its example, with nothing left over', () => {
    const definition = definitionOf(slug);
    const evaluation = evaluate(definition, exampleOf(slug), { today });
    const errors = evaluation.steps.flatMap(step => step.fields).filter(field => field.error !== undefined);
    expect(errors.map(({ field, error }) => `${field.id}: ${String(error)}`)).toEqual([]);
    expect(evaluation.complete).toBe(true);
    expect(Object.keys(evaluation.answers)).toEqual(expect.arrayContaining(Object.keys(exampleOf(slug))));
    expect(subjectOf(definition, evaluation.answers)).not.toBe('');
  });

  it('asks for the name and the e-mail of the applicant in every filing', () => {
    const definition = definitionOf(slug);
    const asked = evaluate(definition, {}, { today }).steps.flatMap(step => step.fields.map(({ field }) => field.id));
    expect(asked).toEqual(expect.arrayContaining([definition.applicant.name, definition.applicant.email]));
  });
});

describe('the dog registration', () => {
  const definition = definitionOf('ohlaseni-psa');
  const example = exampleOf('ohlaseni-psa');

  it('freezes the questions as they read, with their answers', () => {
    const content = freezeContent(definition, evaluate(definition, example, { today }));
    expect(content.title).toBe('Ohlášení psa k\u00a0místnímu poplatku');
    expect(content.steps.find(step => step.id === 'relief')).toEqual({
      id: 'relief',
      title: 'Osvobození a\u00a0nižší sazba',
      answers: [
        {
          id: 'wantsRelief',
          type: 'yesNo',
          label: 'Máte nárok na osvobození nebo nižší sazbu?',
          value: true,
          lines: ['Ano'],
        },
        {
          id: 'reliefs',
          type: 'severalOf',
          label: 'Proč máte nárok?',
          value: ['senior', 'shelter'],
          lines: ['Je mi víc než 65\u00a0let', 'Pes je z\u00a0útulku'],
        },
        {
          id: 'reliefSince',
          type: 'date',
          label: 'Odkdy nárok máte?',
          value: '2024-07-15',
          lines: ['15.\u00a07.\u00a02024'],
        },
        {
          id: 'shelterName',
          type: 'text',
          label: 'Název útulku',
          value: 'Útulek pro psy Hradec Králové',
          lines: ['Útulek pro psy Hradec Králové'],
        },
      ],
    });
  });

  it('asks a firm for its name and IČO instead of a date of birth', () => {
    const { steps } = evaluate(definition, { ...example, holderKind: 'company' }, { today });
    expect(steps[0]?.fields.map(({ field }) => field.id)).toEqual([
      'holderKind',
      'companyName',
      'companyIco',
      'holderName',
    ]);
  });

  it('takes no proof where no relief is claimed', () => {
    expect(evaluate(definition, { ...example, wantsRelief: 'no' }, { today }).slots).toEqual([]);
  });

  it('is told apart by the dog', () => {
    expect(subjectOf(definition, evaluate(definition, example, { today }).answers)).toBe('Alík, jezevčík');
  });
});

describe('the use of public space', () => {
  const definition = definitionOf('zabor-verejneho-prostranstvi');
  const example = exampleOf('zabor-verejneho-prostranstvi');
  const required = (entries: Entries) =>
    evaluate(definition, entries, { today })
      .slots.filter(slot => slot.required)
      .map(slot => slot.id);

  it('needs the owner’s consent for land of others and road signs only on a road', () => {
    expect(required(example)).toEqual(['sitePlan', 'ownerConsent', 'trafficSigns']);
    expect(required({ ...example, landOwner: 'city', surface: ['pavement'] })).toEqual(['sitePlan']);
  });
});

describe('a parking permit', () => {
  const definition = definitionOf('rezidentni-parkovani');
  const example = exampleOf('rezidentni-parkovani');
  const car = { plate: '6H1 2345', make: 'Škoda Octavia' };
  const priceOf = (entries: Entries) => evaluate(definition, { ...example, ...entries }, { today }).answers.price;

  it.each([
    [0, 1, 600],
    [0, 2, 600 + 2400],
    [0, 4, 600 + 2400 + 2 * 6000],
    [1, 1, 2400],
    [1, 3, 2400 + 2 * 6000],
    [2, 1, 6000],
    [20, 5, 5 * 6000],
  ])(
    'to %i others, for %i cars, costs by their order %i Kč a year and half of it for half a year',
    (has, asks, price) => {
      const cars = { existingCards: String(has), cars: Array.from({ length: asks }, () => car) };
      expect(priceOf({ ...cars, period: 'year' })).toBe(price);
      expect(priceOf({ ...cars, period: 'half' })).toBe(price / 2);
      expect(evaluate(definition, { ...example, ...cars }, { today }).fee?.crowns).toBe(price);
    },
  );

  it('has no price before it is known how many there are', () => {
    expect(priceOf({ existingCards: '' })).toBeUndefined();
  });
});

describe('a subject', () => {
  it('is one line, shortened where it must be, and leaves out what was not answered', () => {
    const definition = definitionOf('ohlaseni-psa');
    expect(subjectOf(definition, {})).toBe('');
    expect(subjectOf(definition, { dogName: 'Alík', breed: 'dlouhý\n\npopis' })).toBe('Alík, dlouhý popis');
    expect(subjectOf(definition, { dogName: 'x'.repeat(500) })).toBe(`${'x'.repeat(159)}…`);
  });
});
