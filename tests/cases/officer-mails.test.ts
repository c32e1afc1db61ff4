import { describe, expect, test } from 'vitest';
import {
  assignCase,
  changeCase,
  openSubmission,
  startCase,
  takeOverCase,
  tellRouted,
} from '../../src/cases/commands.ts';
import { officerMails } from '../../src/cases/officer-mails.ts';
import type { Actor } from '../../src/core/actor.ts';
import type { Action } from '../../src/core/case/actions.ts';
import { caseEventSchema } from '../../src/core/case/events.ts';
import { startPortal } from '../support/app.ts';
import {
  createAbsence,
  createCase,
  createCitizen,
  createOfficer,
  createRouting,
  type OfficerAccount,
} from '../support/factories.ts';
import { mailsOf } from '../support/mails-of.ts';

const portal = await startPortal();
const { deps, db, setNow } = portal;
setNow('2026-05-04T08:00:00Z');

const agenda = 'ohlaseni-psa';
const department = 'rozpoctu-a-financi';
const clerk = await createOfficer(deps, { department });
const colleague = await createOfficer(deps, { department, name: 'Petr Velký' });
const head = await createOfficer(deps, { department, roles: ['head'], name: 'Tomáš Procházka' });
const owner = await createCitizen(deps);
const own = await db.department.findUniqueOrThrow({ where: { slug: department } });

const kinds = ['newCase', 'arrived', 'applicantActed', 'applicantWrote'];
const told = async (caseId: string) => (await mailsOf(portal, { caseId, kinds })).map(({ kind, to }) => ({ kind, to }));
const by = (caseId: string, actor: Actor) => ({ caseId, expectedVersion: null, actor, now: deps.now() });

async function aCase(holder?: OfficerAccount): Promise<string> {
  const { id } = await createCase(deps, { agenda, owner });
  if (holder) expect(await takeOverCase(deps, by(id, holder.actor))).toEqual({ ok: true });
  return id;
}

async function assign(caseId: string, to: OfficerAccount | null, actor = head.actor): Promise<void> {
  const target = to ? { officerId: to.actor.officerId } : { departmentId: own.id };
  const command = { ...by(caseId, actor), to: target, reason: 'zná věc' };
  expect(await assignCase(deps, command)).toEqual({ ok: true });
}

async function applicantDoes(caseId: string, action: Action): Promise<void> {
  expect(await changeCase(deps, by(caseId, owner.actor), action)).toEqual({ ok: true });
}

test('every event is either told to the office or has a stated reason why not', () => {
  const types = caseEventSchema.options.map(({ shape }) => shape.type.value);
  expect(Object.keys(officerMails).sort()).toEqual(types.toSorted());
});

describe('a new case', () => {
  test('is told to the officer whom somebody else gives it', async () => {
    const id = await aCase();
    await assign(id, clerk);
    expect(await told(id)).toEqual([{ kind: 'newCase', to: clerk.email }]);
  });

  test('is not told to who took it over, nor to a head who kept it', async () => {
    const taken = await aCase(clerk);
    const kept = await aCase();
    await assign(kept, head);
    expect([await told(taken), await told(kept)]).toEqual([[], []]);
  });

  test('with nobody chosen is told to the address of the department', async () => {
    const id = await aCase(clerk);
    const to = await db.department.findUniqueOrThrow({ where: { slug: 'dotaci' } });
    const command = { ...by(id, clerk.actor), to: { departmentId: to.id }, reason: 'patří tam' };
    expect(await assignCase(deps, command)).toEqual({ ok: true });
    expect(await told(id)).toEqual([{ kind: 'arrived', to: to.email }]);
  });

  test('that was routed when filed is told once, however often its job runs', async () => {
    await createRouting(deps, { agenda, department, rule: { by: 'fixed', officerId: clerk.actor.officerId } });
    const id = await aCase();
    expect(await told(id)).toEqual([]);
    expect(await deps.boss.findJobs('tell-routed', { data: { caseId: id } })).toHaveLength(1);
    await Promise.all([tellRouted(deps, { caseId: id }), tellRouted(deps, { caseId: id })]);
    await tellRouted(deps, { caseId: id });
    expect(await told(id)).toEqual([{ kind: 'newCase', to: clerk.email }]);
    await db.routing.deleteMany();
  });
});

describe('what the applicant does', () => {
  const ask: Action = { type: 'requestInspection', note: '' };

  test('is told to whoever has the case', async () => {
    const id = await aCase(clerk);
    await applicantDoes(id, ask);
    await applicantDoes(id, { type: 'withdraw', reason: '' });
    expect(await told(id)).toEqual([
      { kind: 'applicantActed', to: clerk.email },
      { kind: 'applicantActed', to: clerk.email },
    ]);
    const subjects = (await mailsOf(portal, { caseId: id, kinds })).map(({ subject }) => subject.split(' – ')[1]);
    expect(subjects).toEqual(['žadatel chce nahlédnout do spisu', 'žadatel vzal podání zpět']);
  });

  test('is told to whoever stands in while the holder is away, and to the department when nobody does', async () => {
    const [deputised, alone] = [await aCase(clerk), await aCase(colleague)];
    await createAbsence(deps, { officer: clerk, deputy: head });
    await createAbsence(deps, { officer: colleague });
    await applicantDoes(deputised, ask);
    await applicantDoes(alone, ask);
    await db.absence.deleteMany();
    expect(await told(deputised)).toEqual([{ kind: 'applicantActed', to: head.email }]);
    expect(await told(alone)).toEqual([{ kind: 'applicantActed', to: own.email }]);
  });

  test('is told to the department as long as nobody has the case', async () => {
    const id = await aCase();
    await applicantDoes(id, ask);
    expect(await told(id)).toEqual([{ kind: 'applicantActed', to: own.email }]);
  });

  test('is told with the reference, the agenda and a link to the desk, and without any name', async () => {
    const id = await aCase();
    await assign(id, clerk);
    await startCase(deps, by(id, clerk.actor));
    await applicantDoes(id, { type: 'withdraw', reason: 'tajný důvod' });
    const { reference, submission } = await db.case.findUniqueOrThrow({ where: { id }, include: { submission: true } });
    const { applicant } = openSubmission(deps.vault, id, submission?.content ?? new Uint8Array());
    const mails = await mailsOf(portal, { caseId: id, kinds });
    expect(mails).toHaveLength(2);
    for (const { subject, text } of mails) {
      expect(subject).toContain(reference);
      expect(text).toContain(`/urad/pripady/${reference}`);
      for (const secret of ['tajný', ...applicant.name.split(' ')]) expect(subject + text).not.toContain(secret);
    }
  });
});
