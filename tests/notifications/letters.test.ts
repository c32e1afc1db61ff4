import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  agendaNotPublished,
  agendaWithdrawn,
  alreadyRegistered,
  applicantWrote,
  assigned,
  authorisationCode,
  confirmationReminder,
  confirmEmail,
  decided,
  filed,
  mentioned,
  onTrial,
  finishRegistration,
  letterIssued,
  messageReceived,
  officerInvited,
  emailAsked,
  emailConfirm,
  emailIsOthers,
  emailKept,
  emailChanged,
  identityLinked,
  newSignIn,
  identityUnlinked,
  passwordChanged,
  rolesAsked,
  resetPassword,
  stateChanged,
  supplementReminder,
  supplementRequested,
} from '../../src/notifications/letters.ts';
import * as accountLetters from '../../src/notifications/account-letters.ts';
import { digest } from '../../src/notifications/digest-letter.ts';
import {
  applicantActed,
  arrived,
  dueSoon,
  legalForce,
  newCase,
  overdue,
  postLost,
} from '../../src/notifications/office-letters.ts';
import * as mandateLetters from '../../src/notifications/mandate-letters.ts';
import * as organisationLetters from '../../src/notifications/organisation-letters.ts';
import {
  passkeyAdded,
  passkeyRemoved,
  recoveryCodeUsed,
  secondFactorOff,
  secondFactorOn,
  secondFactorReset,
} from '../../src/notifications/second-factor-letters.ts';
import { taskAnswered, taskGiven, taskOverdue, taskWithdrawn } from '../../src/notifications/task-letters.ts';

const link = 'https://portal.example.cz/cesta';
const about = { reference: 'HK-2026-000123-4', agenda: 'Přihlášení psa', link };

const day = Temporal.PlainDate.from('2026-12-22');
const late = { ...about, day, isHeld: false };

const task = { ...about, department: 'Odbor dopravy', day };

const ofOrganisation = { organisation: 'Pekárna U\u00a0Labe, s.r.o.', member: 'Jana Nováková', role: 'čte', link };

const ofMandate = {
  principal: 'Jana Nováková',
  agent: 'Petra Malá',
  link,
};

const letters = {
  confirmEmail: confirmEmail({ link }),
  finishRegistration: finishRegistration({ link }),
  alreadyRegistered: alreadyRegistered({ signInLink: link, resetLink: `${link}/heslo` }),
  resetPassword: resetPassword({ link }),
  authorisationCode: authorisationCode({ code: '012345', minutes: 10, print: 'A1B2\u00a0C3D4', resetLink: link }),
  confirmationReminder: confirmationReminder({ ...about, until: day }),
  rolesAsked: rolesAsked({ asker: 'Adam Správce', officer: 'Olga Nová', link }),
  passwordChanged: passwordChanged({ resetLink: link }),
  emailAsked: emailAsked({ link }),
  emailConfirm: emailConfirm({ link }),
  emailIsOthers: emailIsOthers({ signInLink: link }),
  emailKept: emailKept({ accountLink: link }),
  emailChanged: emailChanged({ link }),
  newSignIn: newSignIn({
    at: Temporal.Instant.from('2026-11-22T13:03:00Z'),
    browser: 'Firefox, Windows',
    signInsLink: link,
  }),
  identityLinked: identityLinked({ accountLink: link }),
  identityUnlinked: identityUnlinked({ accountLink: link }),
  secondFactorOn: secondFactorOn({ accountLink: link }),
  secondFactorOff: secondFactorOff({ accountLink: link }),
  recoveryCodeUsed: recoveryCodeUsed({ accountLink: link, left: 9 }),
  secondFactorReset: secondFactorReset({ accountLink: link }),
  passkeyAdded: passkeyAdded({ accountLink: link }),
  passkeyRemoved: passkeyRemoved({ accountLink: link }),
  filed: filed({
    ...about,
    trackingCode: 'ABCD-EFGH-JKMN',
    department: 'Odbor rozpočtu a financí',
    dueOn: Temporal.PlainDate.from('2026-12-22'),
    confirmUntil: day,
    confirmLink: link,
  }),
  assigned: assigned({
    ...about,
    officer: { name: 'Marie Dvořáková', phone: '+420 495 707 371', department: 'Odbor rozpočtu a financí' },
  }),
  stateChanged: stateChanged({ ...about, title: 'Řízení jsme přerušili', detail: 'Lhůta teď neběží.' }),
  decided: decided({ ...about, outcome: 'Vyhověno' }),
  applicantWrote: applicantWrote(about),
  mentioned: mentioned({ ...about, author: 'Petr Malý' }),
  agendaWithdrawn: agendaWithdrawn({ agenda: about.agenda, message: 'Psa teď přihlásíte na přepážce.', link }),
  postLost: postLost({ name: 'Marie Dvořáková', link }),
  officerInvited: officerInvited({ link, forgottenLink: `${link}/heslo` }),
  agendaNotPublished: agendaNotPublished({ agenda: about.agenda, problems: ['Vyberte odbor.'], link }),
  supplementRequested: supplementRequested({
    ...about,
    items: [{ label: 'Číslo čipu', problem: 'chybí číslice' }],
    until: '2026-12-22',
    consequence: 'Řízení zastavíme.',
  }),
  supplementReminder: supplementReminder({ ...about, until: day, isToday: true }),
  messageReceived: messageReceived(about),
  taskGiven: taskGiven(task),
  taskAnswered: taskAnswered(task),
  taskWithdrawn: taskWithdrawn(task),
  taskOverdue: taskOverdue(task),
  letterIssued: letterIssued(about),
  dueSoon: dueSoon(late),
  overdue: overdue(late),
  legalForce: legalForce(late),
  newCase: newCase(about),
  digest: digest({ day, lists: [], unattended: 1, link }),
  arrived: arrived(about),
  organisationAsked: organisationLetters.organisationAsked(ofOrganisation),
  organisationApproved: organisationLetters.organisationApproved(ofOrganisation),
  organisationRefused: organisationLetters.organisationRefused(ofOrganisation),
  representationRevoked: organisationLetters.representationRevoked(ofOrganisation),
  representativeRevoked: organisationLetters.representativeRevoked(ofOrganisation),
  memberInvited: organisationLetters.memberInvited({ ...ofOrganisation, inviter: 'Petr Malý', until: day }),
  invitationWithdrawn: organisationLetters.invitationWithdrawn(ofOrganisation),
  memberJoined: organisationLetters.memberJoined(ofOrganisation),
  representativeJoined: organisationLetters.representativeJoined(ofOrganisation),
  memberChanged: organisationLetters.memberChanged(ofOrganisation),
  memberRemoved: organisationLetters.memberRemoved(ofOrganisation),
  memberLeft: organisationLetters.memberLeft(ofOrganisation),
  mandateOffered: mandateLetters.mandateOffered({
    principal: 'Jana Nováková',
    terms: 'pro všechny služby úřadu, od\u00a01.\u00a0prosince 2026 do odvolání',
    until: Temporal.PlainDate.from('2026-12-06'),
    link,
  }),
  mandateAccepted: mandateLetters.mandateAccepted(ofMandate),
  mandateRefused: mandateLetters.mandateRefused(ofMandate),
  mandateRevoked: mandateLetters.mandateRevoked(ofMandate),
  mandateResigned: mandateLetters.mandateResigned(ofMandate),
  powerToCheck: mandateLetters.powerToCheck(ofMandate),
  powerAccepted: mandateLetters.powerAccepted(ofMandate),
  powerRejected: mandateLetters.powerRejected(ofMandate),
  filedInName: mandateLetters.filedInName({
    ...{ reference: about.reference, agenda: about.agenda, agent: 'Petra Malá', portal: link },
  }),
  applicantActed: applicantActed({ ...about, what: 'žadatel doplnil podání' }),
  identityVerified: accountLetters.identityVerified({ until: day, accountLink: link }),
  verificationRevoked: accountLetters.verificationRevoked({ accountLink: link }),
  dataExported: accountLetters.dataExported({ at: Temporal.Instant.from('2026-11-22T13:03:00Z'), signInsLink: link }),
  accountClosed: accountLetters.accountClosed({
    open: [{ reference: 'HK-2026-000123-4', trackingCode: 'ABCD-EFGH-JKMN' }],
    trackLink: link,
  }),
};

describe.each(Object.entries(letters))('%s', (_kind, { subject, text }) => {
  test('greets, is signed by the office and has a short subject', () => {
    expect(text).toMatch(/^Dobrý den,\n\n/);
    expect(text).toMatch(/\n\nMagistrát města Hradec Králové\nPortál občana\n$/);
    expect(subject.length).toBeLessThan(70);
  });

  test('has its link on a line of its own, so that every mail program makes it clickable', () => {
    expect(text.split('\n')).toContain(link);
  });

  test('keeps one-letter words with the next word', () => {
    expect(text).not.toMatch(/(^|\s)[ksvzouai] /i);
  });
});

test('the letter about a filing has all that is needed to follow it', () => {
  const { subject, text } = letters.filed;
  expect(subject).toContain(about.reference);
  for (const part of [
    about.reference,
    'ABCD-EFGH-JKMN',
    '22.\u00a0prosince 2026',
    '„Přihlášení psa“',
    'Vyřídí ho Odbor rozpočtu',
  ]) {
    expect(text).toContain(part);
  }
});

const officer = { name: 'Marie Dvořáková', phone: '+420 495 707 371', department: 'Odbor dopravy' };
const added = 'Přijďte k nám v úředních hodinách.\n\nVezměte s sebou občanský průkaz.';

test.each([
  filed({
    ...{ ...about, added, trackingCode: 'A', department: 'Odbor', dueOn: day },
    ...{ confirmUntil: null, confirmLink: link },
  }),
  assigned({ ...about, added, officer }),
  decided({ ...about, added, outcome: 'Vyhověno' }),
])('„$subject“ carries the paragraph of the agenda before the link', ({ text }) => {
  expect(text).toMatch(
    /\.\n\nPřijďte k\u00a0nám v\u00a0úředních hodinách\.\n\nVezměte s\u00a0sebou občanský průkaz\.\n\n.+:\n\nhttps:/,
  );
});

test('the letter about a decision says that it is not its delivery', () => {
  expect(letters.decided.text).toContain('není doručením rozhodnutí');
});

test('a letter of a trial says first that it is one', () => {
  const { subject, text } = onTrial(letters.filed);
  expect(subject).toMatch(/^Zkouška: /);
  expect(text).toMatch(/^Toto je zkouška\. Úřad žádné podání nedostal/);
});

test('the letter about a change says in its subject what has changed', () => {
  const { subject, text } = letters.stateChanged;
  expect(subject).toBe('Podání HK-2026-000123-4 – řízení jsme přerušili');
  expect(text).toContain('Řízení jsme přerušili. Lhůta teď neběží.\n');
});

test('every kind of letter has a name in the queue of mails', async () => {
  const file = join(import.meta.dirname, '..', '..', 'locales', 'cs', 'admin.json');
  const { mailKind } = z
    .object({ mailKind: z.record(z.string(), z.string()) })
    .parse(JSON.parse(await readFile(file, 'utf8')));
  expect(Object.keys(mailKind).sort()).toEqual(Object.keys(letters).sort());
});
