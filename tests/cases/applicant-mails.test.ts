import { describe, expect, test } from 'vitest';
import { letterAbout } from '../../src/cases/applicant-letter.ts';
import { applicantMails } from '../../src/cases/applicant-mails.ts';
import { type CaseEvent, caseEventSchema, type EventOf } from '../../src/core/case/events.ts';
import { aCase, building, now, transport } from '../core/case/people.ts';

/** Every event and what the applicant gets of it. A new event fails to compile here until it is thought about. */

const secret = 'Tajné slovo úředníka';
const dueOn = '2026-12-22';
const officer = { id: 'jana', name: 'Jana Nováková', phone: '+420 495 707 111', email: 'jana@example.cz' };
const sha256 = '0'.repeat(64);

const data: { [T in CaseEvent['type']]: EventOf<T>['data'] } = {
  filed: { department: transport, dueOn },
  assigned: { from: { departmentId: transport.id, officerId: null }, department: building, officer, reason: secret },
  takenOver: { from: { officerId: null }, officer: { id: officer.id, name: officer.name } },
  started: {},
  movedOn: {
    from: { step: 'check', departmentId: transport.id },
    step: { id: 'assess', title: 'Posouzení žádosti' },
    department: transport,
    officer: null,
    reason: secret,
  },
  biasDeclared: { officer: { id: officer.id, name: officer.name }, reason: secret },
  supplementRequested: {
    items: [{ kind: 'answer', id: 'chip', label: 'Číslo čipu', problem: 'chybí číslice' }],
    until: dueOn,
    consequence: 'Řízení zastavíme.',
    suspends: true,
  },
  supplemented: { correctionId: 'c', sha256, dueOn },
  confirmed: { way: 'signIn', on: dueOn, sha256: 'a'.repeat(64), officer: null, dueOn },
  lapsed: { until: dueOn },
  supplementMissed: { until: dueOn, dueOn },
  suspended: { reason: secret },
  resumed: { reason: secret, dueOn },
  extended: { days: 30, reason: secret, dueOn },
  decided: { outcome: 'refused', explanation: secret },
  served: {
    delivery: { way: 'dataBox', sentOn: '2026-11-19', takenOn: '2026-11-20' },
    deliveredOn: '2026-11-20',
    appealUntil: '2026-12-07',
  },
  appealed: { reference: 'HK-2026-000124-1', isLate: false },
  appealSettled: { result: 'returned', reason: secret, dueOn },
  forwarded: { authority: 'Krajský úřad', reason: secret },
  withdrawn: { reason: secret },
  discontinued: { reason: secret },
  shelved: { reason: secret },
  inspectionRequested: { note: secret },
  letterIssued: { letterId: 'l', title: secret, kind: 'letter', sha256 },
  written: { messageId: 'm', sha256 },
  taskGiven: { taskId: 't', sha256, kind: 'consent', department: building, officer: null, until: dueOn },
  taskAnswered: { taskId: 't', sha256, kind: 'consent', department: building, answer: 'agrees' },
  taskWithdrawn: { taskId: 't', kind: 'consent', department: building, reason: secret },
  closed: { note: secret },
};

const subjects: { [T in CaseEvent['type']]: string | null } = {
  filed: null,
  assigned: 'Podání HK-2026-000123-4 má na starosti Jana Nováková',
  takenOver: 'Podání HK-2026-000123-4 má na starosti Jana Nováková',
  started: 'Podání HK-2026-000123-4 – začali jsme podání vyřizovat',
  movedOn: 'Podání HK-2026-000123-4 – další krok: Posouzení žádosti',
  biasDeclared: 'Podání HK-2026-000123-4 – jeden z\u00a0úředníků se z\u00a0věci vyloučil',
  supplementRequested: 'Podání HK-2026-000123-4 je potřeba doplnit do 22.\u00a0prosince 2026',
  supplemented: 'Podání HK-2026-000123-4 – doplnili jste podání',
  confirmed: 'Podání HK-2026-000123-4 – podání je potvrzené přihlášením',
  lapsed: 'Podání HK-2026-000123-4 – podání nikdo nepotvrdil, neplatí',
  supplementMissed: 'Podání HK-2026-000123-4 – doplnění nepřišlo',
  suspended: 'Podání HK-2026-000123-4 – řízení jsme přerušili',
  resumed: 'Podání HK-2026-000123-4 – pokračujeme v\u00a0řízení',
  extended: 'Podání HK-2026-000123-4 – lhůtu jsme prodloužili o\u00a030\u00a0dní',
  decided: 'Podání HK-2026-000123-4 je vyřízené',
  served: 'Podání HK-2026-000123-4 – rozhodnutí je doručené datovou schránkou',
  appealed: 'Podání HK-2026-000123-4 – podali jste odvolání',
  appealSettled: 'Podání HK-2026-000123-4 – po\u00a0odvolání rozhodneme znovu',
  forwarded: 'Podání HK-2026-000123-4 – podání jsme postoupili: Krajský úřad',
  withdrawn: 'Podání HK-2026-000123-4 – vzali jste podání zpět',
  discontinued: 'Podání HK-2026-000123-4 – řízení jsme zastavili',
  shelved: 'Podání HK-2026-000123-4 – podání jsme odložili',
  inspectionRequested: 'Podání HK-2026-000123-4 – požádali jste o\u00a0nahlédnutí do\u00a0spisu',
  letterIssued: 'K\u00a0podání HK-2026-000123-4 jsme vydali dokument',
  written: 'K\u00a0podání HK-2026-000123-4 máte zprávu z\u00a0úřadu',
  taskGiven: null,
  taskAnswered: null,
  taskWithdrawn: null,
  closed: null,
};

function letterOf(type: CaseEvent['type']) {
  const actor = { kind: 'officer', officerId: officer.id, name: officer.name };
  const event = caseEventSchema.parse({ type, at: '2026-11-22T13:03:27.123Z', actor, data: data[type] });
  return letterAbout({
    event,
    isOwn: false,
    case: aCase({ state: 'inProgress', officerId: officer.id }),
    holder: { name: officer.name, phone: officer.phone, department: transport.name },
    now,
    about: { reference: 'HK-2026-000123-4', agenda: 'Přihlášení psa', link: 'https://portal.example.cz/pripady/x' },
    mails: {},
    placeholders: { značka: '', agenda: '', jméno: '', odbor: '', podáno: '', termín: '' },
  });
}

const types = caseEventSchema.options.map(({ shape }) => shape.type.value);

test('every event either has a mail to the applicant or a stated reason why not', () => {
  expect(Object.keys(applicantMails).sort()).toEqual(types.toSorted());
});

describe.each(types)('%s', type => {
  test('is told by the mail it should be, under a subject that says what happened', () => {
    const mailed = applicantMails[type];
    const letter = letterOf(type);
    expect(letter?.kind ?? null).toBe('kind' in mailed ? mailed.kind : null);
    expect(letter?.subject ?? null).toBe(subjects[type]);
  });

  test('puts no officer’s own words into a mail', () => {
    const letter = letterOf(type);
    expect(`${letter?.subject ?? ''} ${letter?.text ?? ''}`).not.toContain(secret);
  });
});

test.each(['resumed', 'extended', 'appealSettled'] as const)('%s says by when the case will be decided', type => {
  expect(letterOf(type)?.text).toContain('Vyřídíme ho do 22.\u00a0prosince 2026.');
});
