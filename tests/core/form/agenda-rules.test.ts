import { describe, expect, it } from 'vitest';

import type { Entries } from '../../../src/core/form/answers.ts';
import { evaluate } from '../../../src/core/form/evaluate.ts';
import { examples, today } from './filings.ts';

/** What agendas of the city refuse and ask for, beside what each answer must look like. */

const day = (d: number, m: number, y = 2026) => ({ day: String(d), month: String(m), year: String(y) });

/** The example of an agenda, with other answers to some questions. */
function filed(slug: string, changes: Entries) {
  const example = examples.find(({ definition }) => definition.slug === slug);
  if (!example) throw new Error(`no example of ${slug}`);
  const { definition, entries } = example;
  return { definition, evaluation: evaluate(definition, { ...entries, ...changes }, { today }) };
}

function errorsOf(slug: string, changes: Entries): Record<string, string> {
  const fields = filed(slug, changes).evaluation.steps.flatMap(step => step.fields);
  return Object.fromEntries(fields.flatMap(({ field, error }) => (error === undefined ? [] : [[field.id, error]])));
}

/** For every rule what breaks it, by agenda and rule. */
const broken: Record<string, Entries> = {
  'dotace-z-fondu-mesta grantWithinCosts': { budget: [{ item: 'Sál', cost: '100', fromGrant: '200' }] },
  'dotace-z-fondu-mesta grantIsAsked': { budget: [{ item: 'Sál', cost: '100', fromGrant: '0' }] },
  'dotace-z-fondu-mesta incomeWithinCosts': { otherIncome: '100 000' },
  'odhlaseni-psa knownDog': { tagNumber: '', chipNumber: '' },
  'ohlaseni-psa reliefOfFirm': { holderKind: 'company', companyName: 'Ostraha', companyIco: '00268810' },
  'oznameni-shromazdeni endAfterStart': { endsSameDay: 'yes', end: '15:00' },
  'oznameni-shromazdeni oneContact': { phone: '', dataBox: '' },
  'oznameni-shromazdeni endDayAfterDay': { endDay: day(20, 6) },
  'oznameni-shromazdeni endDayAfterLateDay': {
    inTime: 'no',
    lateDay: day(6, 5),
    lateReason: 'Spěchá.',
    endDay: day(6, 5),
  },
  'oznameni-verejne-akce endAfterStart': { from: day(12, 6), to: day(12, 6), fromTime: '14:00', toTime: '13:00' },
  'potvrzeni-k-adrese ownerOnly': { relation: 'tenant' },
  'potvrzeni-k-adrese notByPost': { delivery: 'post' },
  'potvrzeni-k-adrese ownResidence': { certificate: 'myResidence', applicantKind: 'organisation' },
  'potvrzeni-o-najmu livedBeforeDeath': { request: 'transfer', diedOn: day(1, 4), livedSince: day(2, 4) },
  'prominuti-poplatku increaseNamed': { waive: ['increase'], debts: [{ year: '2025', principal: '750' }] },
  'prominuti-poplatku instalmentFits': { monthly: '100 000' },
  'pronajem-nebytoveho-prostoru closesAfterOpening': { purpose: 'shop', openFrom: '18:00', openTo: '8:00' },
  'svatebni-termin hallCapacity': { ceremonyPlace: 'hall', guests: '61' },
  'svatebni-termin hallHours': { ceremonyPlace: 'hall', hour: '15:30' },
  'svatebni-termin differentDays': { day: day(12, 9), otherDay: day(12, 9) },
  'uziti-symbolu-mesta fiveYears': { from: day(1, 6), to: day(1, 7, 2031) },
  'vitani-obcanku cityChild': { residesHere: 'no' },
  'zadost-o-mestsky-byt rentWithinIncome': { income: '10 000', members: [], maxRent: '20 000' },
  'zapis-do-materske-skoly homeOnlyCompulsory': { attendance: 'home' },
  'zastita-primatora forewordInTime': { wishes: ['foreword'], from: day(20, 6), forewordBy: day(20, 6) },
  'zmena-udaju-psa knownDog': { tagNumber: '', chipNumber: '' },
  'zmena-udaju-psa someDogData': { changes: ['dog'], dogNameNew: '', breedNew: '', colourNew: '' },
  'zmena-udaju-psa addressInCity': { changes: ['address'], staysInCity: 'no' },
};

describe('a rule of an agenda', () => {
  const rules = examples.flatMap(({ definition: { slug, rules } }) => rules.map(rule => ({ slug, rule })));

  it('has what breaks it here', () => {
    expect(rules.map(({ slug, rule }) => `${slug} ${rule.id}`).sort()).toEqual(Object.keys(broken).sort());
  });

  it.each(rules)('of $slug, $rule.id, is told at its question', ({ slug, rule }) => {
    expect(errorsOf(slug, broken[`${slug} ${rule.id}`] ?? {})).toMatchObject({ [rule.at]: rule.message });
    expect(errorsOf(slug, {})).toEqual({});
  });
});

describe('a required attachment', () => {
  const required = (slug: string, changes: Entries) =>
    filed(slug, changes).evaluation.slots.flatMap(slot => (slot.required ? [slot.id] : []));

  it.each<[string, string, Entries, string]>([
    ['who asks for a grant by a mandate', 'dotace-z-fondu-mesta', { actingAs: 'mandate' }, 'mandate'],
    ['who represents the owner of a house', 'potvrzeni-k-adrese', { relation: 'manager' }, 'mandate'],
    ['who asks to waive the debt of somebody else', 'prominuti-poplatku', { applicantKind: 'mandate' }, 'mandate'],
    [
      'who acts for a payer by a mandate',
      'hlaseni-zmeny-poplatnika',
      { payerKind: 'other', payerRelation: 'mandate' },
      'mandate',
    ],
    ['who claims a relief for a grown-up', 'uleva-z-poplatku-za-odpad', { forWhom: 'ward' }, 'mandate'],
    ['who only lives with a tenant', 'potvrzeni-o-najmu', { role: 'member' }, 'mandate'],
    [
      'who asks for a parking space of somebody else',
      'vyhrazene-parkovani-ztp',
      { applicantFor: 'ward' },
      'guardianship',
    ],
    ['an organisation in the register of owners', 'dotace-z-fondu-mesta', { inOwnersRegister: 'yes' }, 'ownersRecord'],
    ['who keeps somebody else’s car', 'rezidentni-parkovani', { borrowed: 'yes' }, 'keeperConsent'],
  ])('is asked of %s', (_who, slug, changes, slot) => {
    expect(required(slug, changes)).toContain(slot);
  });

  it.each<[string, Entries]>([
    ['dotace-z-fondu-mesta', { inOwnersRegister: 'no' }],
    ['potvrzeni-k-adrese', { relation: 'association' }],
    ['prominuti-poplatku', { applicantKind: 'child' }],
    ['potvrzeni-o-najmu', {}],
    ['vyhrazene-parkovani-ztp', {}],
  ])('is not asked of others: %s', (slug, changes) => {
    expect(required(slug, changes).filter(slot => slot !== 'card')).toEqual([]);
  });
});

describe('a fee', () => {
  it.each<[string, string, Entries, number]>([
    ['of a certificate counts its copies', 'potvrzeni-k-adrese', { copies: '2' }, 60],
    ['of one sent to a data box counts none', 'potvrzeni-k-adrese', { delivery: 'dataBox', dataBox: 'a2b3c4d' }, 30],
    ['of a small debt to be waived is none', 'prominuti-poplatku', {}, 0],
    ['of waiving more than 3000', 'prominuti-poplatku', { debts: [{ year: '2025', principal: '3 001' }] }, 1000],
    [
      'of waiving only a small increase is none',
      'prominuti-poplatku',
      { waive: ['increase'], debts: [{ year: '2025', principal: '9 000', increase: '900' }] },
      0,
    ],
    ['of a green is none', 'zabor-verejneho-prostranstvi', { surface: ['green'] }, 0],
    ['of a dog of somebody over 65', 'ohlaseni-psa', { reliefs: ['senior'] }, 200],
  ])('%s', (_what, slug, changes, crowns) => {
    expect(filed(slug, changes).evaluation.fee?.crowns).toBe(crowns);
  });
});

describe('a question', () => {
  const asked = (slug: string, changes: Entries) =>
    filed(slug, changes).evaluation.steps.flatMap(step => step.fields.map(({ field }) => field.id));

  it('about why a notice is late is asked, and required, only when it is late', () => {
    expect(asked('oznameni-shromazdeni', {})).not.toContain('lateReason');
    expect(errorsOf('oznameni-shromazdeni', { inTime: 'no', lateDay: day(6, 5), endDay: day(7, 5) })).toEqual({
      lateReason: 'Napište, proč oznamujete později',
    });
    expect(errorsOf('oznameni-shromazdeni', { day: day(8, 5) })).toHaveProperty('day');
  });

  it('about music at night is asked also when it ends past midnight', () => {
    const until = (musicUntil: string) => asked('oznameni-verejne-akce', { music: 'yes', musicUntil });
    expect(until('1:30')).toContain('nightReason');
    expect(until('22:30')).toContain('nightReason');
    expect(until('22:00')).not.toContain('nightReason');
  });

  it('about whom an appeal is for is asked of who acts for another', () => {
    expect(asked('odvolani', { applicantKind: 'mandate' })).toContain('principal');
    expect(asked('odvolani', {})).not.toContain('principal');
  });
});
