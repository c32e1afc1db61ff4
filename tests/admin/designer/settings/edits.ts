import { readFileSync } from 'node:fs';
import type { Entry } from '../../../../src/core/form/answers.ts';
import { sketchSchema, type Definition } from '../../../../src/core/form/definition.ts';

/**
 * What is typed, by the box ("plan.1.title" is the title in the second row), the one place of the agenda that changes by it,
 * and what stands there then; `undefined` is nothing.
 */
export type Edit = [typed: Record<string, Entry>, at: string, value: unknown];

const filled = (id: string) => ({ '!!': [{ var: id }] });

/** An agenda in which every part has something in every box. */
export const everything: Definition = sketchSchema.parse({
  ...(JSON.parse(readFileSync('prisma/seed/agendas/zabor-verejneho-prostranstvi.json', 'utf8')) as Definition),
  decision: { approval: false },
  clock: { kind: 'own', days: 20, unit: 'calendar', provision: 'Služba města' },
  visit: {
    needed: false,
    text: 'Nemusíte chodit.',
    bring: [
      { text: 'Průkaz', when: { '==': [{ var: 'allDay' }, true] } },
      { text: 'Plánek', when: { '==': [{ var: 'allDay' }, false] } },
    ],
  },
  rules: [
    {
      id: 'poradi',
      when: { and: [filled('from'), filled('to')] },
      holds: { '>=': [{ var: 'to' }, { var: 'from' }] },
      message: 'Opravte konec',
      at: 'to',
    },
    { id: 'kontakt', holds: { or: [filled('dataBox'), filled('phone')] }, message: 'Napište kontakt', at: 'dataBox' },
    { id: 'vlastni', when: filled('area'), holds: { '<': [{ var: 'area' }, 900] }, message: 'Zmenšete', at: 'area' },
  ],
  mails: { filed: 'Přijali jsme.', assigned: 'Má ji úřednice.', decided: 'Je rozhodnuto.' },
});

/** At least one edit of every box of every part. */
export const edits: Record<string, Edit[]> = {
  zaklad: [
    [{ title: 'Jiný název' }, 'title', 'Jiný název'],
    [{ summary: 'Jiný souhrn.' }, 'summary', 'Jiný souhrn.'],
    [{ audiences: ['firma'] }, 'audiences', ['firma']],
    [{ lifeSituations: ['poplatky', 'podnikani'] }, 'lifeSituations', ['podnikani', 'poplatky']],
    [{ keywords: 'pódium\n\n stan ' }, 'keywords', ['pódium', 'stan']],
    [{ prepare: 'nákres\nrazítko' }, 'prepare', ['nákres', 'razítko']],
    [{ duration: 'Do zítřka.' }, 'duration', 'Do zítřka.'],
  ],
  lide: [
    [{ whoMayFile: 'Kdokoli.' }, 'whoMayFile.text', 'Kdokoli.'],
    [{ identity: 'none' }, 'whoMayFile.identity', 'none'],
    [{ identity: 'substantial' }, 'whoMayFile.identity', 'substantial'],
    [{ identity: 'high' }, 'whoMayFile.identity', 'high'],
    [{ confirmation: 'authorised' }, 'whoMayFile.confirmation', 'authorised'],
    [{ confirmation: 'withinFiveDays' }, 'whoMayFile.confirmation', 'withinFiveDays'],
    [{ name: 'responsibleName' }, 'applicant.name', 'responsibleName'],
    [{ email: '-' }, 'applicant.email', ''],
    [{ phone: 'responsiblePhone' }, 'applicant.phone', 'responsiblePhone'],
    [{ phone: '-' }, 'applicant.phone', undefined],
    [{ department: 'spravni' }, 'department', 'spravni'],
    [{ subjectFields: ['area', 'place'] }, 'subjectFields', ['place', 'area']],
  ],
  prilohy: [
    [{ 'attachments.1.label': 'Souhlas souseda' }, 'attachments.1.label', 'Souhlas souseda'],
    [{ 'attachments.1.hint': 'Stačí kopie.' }, 'attachments.1.hint', 'Stačí kopie.'],
    [{ 'attachments.1.hint': '' }, 'attachments.1.hint', undefined],
    [{ 'attachments.1.required': 'no' }, 'attachments.1.required', false],
    [{ 'attachments.1.formats': ['docx', 'pdf'] }, 'attachments.1.formats', ['pdf', 'docx']],
    [{ 'attachments.1.maxMegabytes': '25' }, 'attachments.1.maxMegabytes', 25],
    [{ 'attachments.1.maxFiles': '7' }, 'attachments.1.maxFiles', 7],
  ],
  pravidla: [
    [
      { 'rules.2.kind': 'any', 'rules.2.among': ['email', 'phone'] },
      'rules.2',
      { id: 'vlastni', holds: { or: [filled('email'), filled('phone')] }, message: 'Zmenšete', at: 'email' },
    ],
    [
      { 'rules.0.first': 'applicantBorn' },
      'rules.0',
      {
        id: 'poradi',
        when: { and: [filled('applicantBorn'), filled('to')] },
        holds: { '>=': [{ var: 'to' }, { var: 'applicantBorn' }] },
        message: 'Opravte konec',
        at: 'to',
      },
    ],
    [
      { 'rules.0.second': 'applicantBorn' },
      'rules.0',
      {
        id: 'poradi',
        when: { and: [filled('from'), filled('applicantBorn')] },
        holds: { '>=': [{ var: 'applicantBorn' }, { var: 'from' }] },
        message: 'Opravte konec',
        at: 'applicantBorn',
      },
    ],
    [
      { 'rules.1.among': ['email', 'phone', 'dataBox'] },
      'rules.1',
      {
        id: 'kontakt',
        holds: { or: [filled('dataBox'), filled('email'), filled('phone')] },
        message: 'Napište kontakt',
        at: 'dataBox',
      },
    ],
    [{ 'rules.2.at': 'place' }, 'rules.2.at', 'place'],
    [{ 'rules.1.message': 'Vyberte si' }, 'rules.1.message', 'Vyberte si'],
  ],
  poplatek: [
    [{ summary: 'Zdarma.' }, 'fee.summary', 'Zdarma.'],
    [{ 'rows.1.label': 'Stan' }, 'fee.rows.1.label', 'Stan'],
    [{ 'rows.1.amount': '7\u00a0Kč' }, 'fee.rows.1.amount', '7\u00a0Kč'],
    [{ note: 'Platí se předem.' }, 'fee.note', 'Platí se předem.'],
    [{ note: '' }, 'fee.note', undefined],
    [{ provision: 'vyhlášky č.\u00a01/2026' }, 'fee.provision', 'vyhlášky č.\u00a01/2026'],
    [{ by: 'none' }, 'fee.charge', undefined],
    [{ by: 'formula' }, 'fee.charge', { by: 'formula', crowns: 0 }],
    [{ take: 'all' }, 'fee.charge.take', 'all'],
    [{ 'chargeRows.1.chargeLabel': 'Na půl roku' }, 'fee.charge.rows.1.label', 'Na půl roku'],
    [{ 'chargeRows.1.crowns': '750,50' }, 'fee.charge.rows.1.crowns', 750.5],
  ],
  postup: [
    [{ 'plan.1.title': 'Obhlídka' }, 'plan.1.title', 'Obhlídka'],
    [{ 'plan.1.department': 'spravni' }, 'plan.1.department', 'spravni'],
    [{ 'plan.1.targetDays': '99' }, 'plan.1.targetDays', 99],
    [
      { kind: 'complaint' },
      'clock',
      {
        kind: 'complaint',
        days: 60,
        unit: 'calendar',
        provision: '§\u00a0175 odst.\u00a05 zákona č.\u00a0500/2004\u00a0Sb.',
      },
    ],
    [{ days: '45' }, 'clock.days', 45],
    [{ unit: 'working' }, 'clock.unit', 'working'],
    [{ provision: 'Usnesení rady' }, 'clock.provision', 'Usnesení rady'],
    [{ approval: 'yes' }, 'decision.approval', true],
  ],
  navsteva: [
    [{ needed: 'yes' }, 'visit.needed', true],
    [{ text: 'Přijďte na přepážku.' }, 'visit.text', 'Přijďte na přepážku.'],
    [{ 'bring.1.item': 'Razítko' }, 'visit.bring.1.text', 'Razítko'],
  ],
  dopisy: [
    [{ filed: 'Čekejte na nás.' }, 'mails.filed', 'Čekejte na nás.'],
    [{ filed: '' }, 'mails.filed', undefined],
    [{ assigned: 'Volejte jí.' }, 'mails.assigned', 'Volejte jí.'],
    [{ decided: 'Přijďte si.' }, 'mails.decided', 'Přijďte si.'],
    [{ 'letters.1.title': 'Výzva' }, 'letters.1.title', 'Výzva'],
    [{ 'letters.1.text': 'Dobrý den,\n\nzaplaťte.' }, 'letters.1.text', 'Dobrý den,\n\nzaplaťte.'],
  ],
  pravo: [
    [{ 'law.1.provision': '§\u00a01 zákona' }, 'law.1.provision', '§\u00a01 zákona'],
    [{ 'law.1.text': 'Co je nové.' }, 'law.1.text', 'Co je nové.'],
    [{ 'law.1.url': 'https://www.e-sbirka.cz/sb/2026/1' }, 'law.1.url', 'https://www.e-sbirka.cz/sb/2026/1'],
    [{ 'law.1.url': '' }, 'law.1.url', undefined],
  ],
};

/** A new row of every group: by part and group, its boxes, the list of the agenda, and what stands at its end then. */
export const additions: Record<string, [row: Record<string, Entry>, list: string, item: unknown]> = {
  'prilohy.attachments': [
    { label: 'Doklad', hint: 'Kopie', required: 'no', formats: ['jpg'], maxMegabytes: '3', maxFiles: '2' },
    'attachments',
    { id: 'doklad', label: 'Doklad', hint: 'Kopie', required: false, formats: ['jpg'], maxMegabytes: 3, maxFiles: 2 },
  ],
  'pravidla.rules': [
    { kind: 'own', at: 'place', message: 'Upřesněte' },
    'rules',
    { id: 'pravidlo', holds: true, message: 'Upřesněte', at: 'place' },
  ],
  'poplatek.rows': [{ label: 'Stan', amount: '7\u00a0Kč' }, 'fee.rows', { label: 'Stan', amount: '7\u00a0Kč' }],
  'poplatek.chargeRows': [{ chargeLabel: 'Stan', crowns: '7' }, 'fee.charge.rows', { label: 'Stan', crowns: 7 }],
  'postup.plan': [
    { title: 'Obhlídka', department: 'spravni', targetDays: '3' },
    'plan',
    { id: 'obhlidka', title: 'Obhlídka', department: 'spravni', targetDays: 3 },
  ],
  'navsteva.bring': [{ item: 'Razítko' }, 'visit.bring', { text: 'Razítko' }],
  'dopisy.letters': [
    { title: 'Výzva', text: 'Dobrý den' },
    'letters',
    { id: 'vyzva', title: 'Výzva', text: 'Dobrý den' },
  ],
  'pravo.law': [
    { provision: '§\u00a01', text: 'Co je nové.', url: 'https://www.e-sbirka.cz/sb/2026/1' },
    'law',
    { provision: '§\u00a01', text: 'Co je nové.', url: 'https://www.e-sbirka.cz/sb/2026/1' },
  ],
};

/** The value at a place such as "plan.1.title". */
export function valueAt(document: unknown, place: string): unknown {
  return place.split('.').reduce<unknown>((owner, name) => ownerOf(owner)[name], document);
}

/** The document with another value at a place; `undefined` takes what is there away. */
export function withAt<T>(document: T, place: string, value: unknown): T {
  const copy = structuredClone(document);
  const names = place.split('.');
  const last = names.pop() ?? '';
  const owner = ownerOf(names.length === 0 ? copy : valueAt(copy, names.join('.')));
  if (value === undefined) Reflect.deleteProperty(owner, last);
  else owner[last] = value;
  return copy;
}

function ownerOf(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw new Error('nothing has places there');
  return value as Record<string, unknown>;
}
