import { describe, expect, test } from 'vitest';
import { appealPeriod, isAppealOffered } from '../../../src/core/case/appeal.ts';
import { appellantOf } from '../../../src/core/case/appellant.ts';
import { type AppealFacts, appealEntries } from '../../../src/core/case/appeal-entries.ts';
import { examples } from '../form/filings.ts';
import { aDefinition, parsed } from '../form/definitions.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const until = day('2026-05-19');

describe('the period to appeal', () => {
  test.each([
    ['2026-05-04', false, 'Lhůta pro odvolání běží do\u00a019.\u00a0května 2026.'],
    ['2026-05-19', false, 'Lhůta pro odvolání běží do\u00a019.\u00a0května 2026.'],
    [
      '2026-05-20',
      true,
      'Lhůta pro odvolání uplynula 19.\u00a0května 2026. Odvolání přesto můžete podat, úřad ho posoudí jako opožděné.',
    ],
  ])('on %s', (today, isLate, sentence) => {
    expect(appealPeriod(until, day(today))).toEqual({ isLate, sentence });
  });

  test('does not run as long as nothing was delivered', () => {
    expect(appealPeriod(null, day('2026-05-20'))).toMatchObject({ isLate: false });
  });
});

describe('an appeal is offered', () => {
  const decidedOn = day('2026-05-04');
  const unserved = { decidedOn, deliveredOn: null, appealUntil: null };
  const served = { decidedOn, deliveredOn: decidedOn, appealUntil: until };

  test.each([
    ['granted', unserved, '2026-05-04', false],
    ['granted', served, '2026-05-19', true],
    ['granted', served, '2026-05-20', false],
    ['partlyGranted', unserved, '2026-05-04', true],
    ['refused', unserved, '2027-05-04', true],
    ['refused', unserved, '2027-05-05', false],
    ['refused', served, '2026-05-20', true],
    ['settled', unserved, '2026-05-04', false],
    [null, unserved, '2026-05-04', false],
  ] as const)('%s %o on %s: %s', (outcome, decision, today, isOffered) => {
    expect(isAppealOffered({ outcome, ...decision }, day(today))).toBe(isOffered);
  });
});

describe('what of an appeal is filled in', () => {
  const facts: AppealFacts = {
    reference: 'HK26-00123-K',
    department: 'Odbor sociálních věcí a\u00a0zdravotnictví',
    decidedOn: day('2026-05-04'),
    deliveredOn: null,
    isLate: true,
    applicant: { name: 'Jana Nováková', email: 'jana@example.cz', phone: null },
    appellant: { kind: null, known: {} },
  };
  const today = day('2026-05-25');

  test('is what the agenda of the city asks and the case knows', () => {
    const agenda = examples.find(({ definition }) => definition.slug === 'odvolani');
    expect(agenda && appealEntries(agenda.definition, facts, today)).toEqual({
      reference: 'HK26-00123-K',
      issuedBy: 'socialni',
      issuedOn: { day: '4', month: '5', year: '2026' },
      isLate: 'yes',
      applicantName: 'Jana Nováková',
      email: 'jana@example.cz',
    });
  });

  test('is of whoever appeals what they told in the filing', () => {
    const agenda = examples.find(({ definition }) => definition.slug === 'odvolani');
    const born = { day: '1', month: '2', year: '1980' };
    const address = { street: 'Krátká 5', city: 'Hradec Králové', zip: '500 03' };
    const appellant = { kind: 'person' as const, known: { birthDate: born, address, dataBox: 'nesmysl' } };
    expect(agenda && appealEntries(agenda.definition, { ...facts, appellant }, today)).toMatchObject({
      applicantKind: 'person',
      applicantBorn: born,
      applicantAddress: address,
    });
  });

  test('is nothing where questions of these ids ask something else', () => {
    const other = parsed(
      aDefinition([
        {
          id: 'odd',
          title: 'Jinak',
          fields: [
            { type: 'number', id: 'reference', label: 'Kolik?' },
            { type: 'date', id: 'isLate', label: 'Kdy?' },
            { type: 'text', id: 'issuedOn', label: 'Kým?' },
          ],
        },
      ]),
    );
    expect(appealEntries(other, facts, today)).toEqual({ name: 'Jana Nováková', email: 'jana@example.cz' });
  });
});

describe('who appeals is read from the filing', () => {
  const filing = parsed({
    ...aDefinition([
      {
        id: 'who',
        title: 'Kdo',
        fields: [
          {
            type: 'oneOf',
            id: 'applicantKind',
            label: 'Za koho?',
            options: [
              { value: 'person', label: 'Za sebe' },
              { value: 'company', label: 'Za firmu' },
              { value: 'child', label: 'Za dítě' },
            ],
          },
          { type: 'date', id: 'born', label: 'Narození', prefill: 'birthDate' },
          {
            type: 'text',
            id: 'company',
            label: 'Firma',
            prefill: 'organisationName',
            when: { '==': [{ var: 'applicantKind' }, 'company'] },
          },
          {
            type: 'ico',
            id: 'number',
            label: 'IČO',
            prefill: 'ico',
            when: { '==': [{ var: 'applicantKind' }, 'company'] },
          },
        ],
      },
    ]),
  });
  const born = { day: '1', month: '2', year: '1980' };
  const typed = { born, company: 'Pekárna s.r.o.', number: '27082440' };
  const filedOn = day('2026-05-04');

  test.each([
    ['person', 'person', undefined],
    // Asked piece by piece.
    ['company', 'organisation', { name: 'Pekárna s.r.o.', ico: '27082440' }],
    ['child', null, undefined],
  ])('filed for %s', (applicantKind, kind, organisation) => {
    const read = appellantOf(filing, { ...typed, applicantKind }, filedOn);
    expect(read.kind).toBe(kind);
    expect(read.known.birthDate).toEqual(born);
    expect(read.known.organisation).toEqual(organisation);
  });

  test('what was not understood is left out', () => {
    const { known } = appellantOf(filing, { born: { day: '31', month: '2', year: '1980' } }, filedOn);
    expect(known).toEqual({});
  });
});
