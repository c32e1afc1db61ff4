import { expect, test } from 'vitest';
import { changeCase } from '../../src/cases/commands.ts';
import { trackingCode } from '../../src/cases/tracking.ts';
import type { Action } from '../../src/core/case/actions.ts';
import { startPortal } from '../support/app.ts';
import {
  type CaseRecord,
  type CitizenAccount,
  createCase,
  createCitizen,
  createDraft,
  createOfficer,
  fileDraft,
} from '../support/factories.ts';
import { mailsOf } from '../support/mails-of.ts';
import { joined, representedBy } from '../support/organisations.ts';

const portal = await startPortal();
const { deps, db } = portal;

async function filedBy(member: CitizenAccount, organisation: string): Promise<CaseRecord> {
  const draft = await createDraft(deps, { owner: member });
  await db.draft.update({ where: { id: draft.id }, data: { organisationId: organisation } });
  return fileDraft(deps, draft, member);
}

async function firm() {
  const owner = await createCitizen(deps, 'Rita Zástupná');
  const { organisation } = await representedBy(deps, { owner });
  const filer = await createCitizen(deps, 'Filip Malý');
  const member = await joined(deps, { organisation, member: filer, role: 'filer' });
  const leave = () => db.membership.update({ where: { id: member }, data: { state: 'ended', until: new Date() } });
  return { owner, organisation, filer, leave };
}

test('who has left an organisation does not open its case by the code they know, nor keeps it open', async () => {
  const { organisation, filer, leave } = await firm();
  const filed = await filedBy(filer, organisation);
  const visitor = await portal.visitor(filer);
  const receipt = await visitor.get(`/pripady/${filed.reference}/potvrzeni`);
  expect(receipt.status).toBe(200);
  const code = trackingCode(deps.vault, filed.id);
  // A code that opens nothing is told to nobody.
  expect(receipt.html).not.toContain(code);
  await leave();
  for (const who of [visitor, await portal.visitor()]) {
    const tried = await who.submit('/stav', { form: 'main form', fields: { reference: filed.reference, code } });
    expect(tried.status).toBe(400);
    expect((await who.get(`/pripady/${filed.reference}`)).status).toBe(404);
  }
});

test('mails about its case do not go to a filer who has left, but to who looks after its people', async () => {
  const { owner, organisation, filer, leave } = await firm();
  const filed = await filedBy(filer, organisation);
  const { department } = await db.case.findUniqueOrThrow({
    where: { id: filed.id },
    select: { department: { select: { slug: true } } },
  });
  const { actor } = await createOfficer(deps, { department: department.slug });
  const step = async (action: Action) => {
    const result = await changeCase(deps, { caseId: filed.id, expectedVersion: null, actor, now: deps.now() }, action);
    expect(result).toEqual({ ok: true });
    const kinds = ['assigned', 'stateChanged'];
    return (await mailsOf(portal, { caseId: filed.id, kinds })).at(-1)?.to;
  };
  expect(await step({ type: 'takeOver' })).not.toBe(owner.email);
  await leave();
  expect(await step({ type: 'start' })).toBe(owner.email);
});

test('related at the desk are cases of the organisation, not what who filed it has privately, and the other way round', async () => {
  const { organisation, owner, filer } = await firm();
  const filed = await filedBy(filer, organisation);
  const another = await filedBy(owner, organisation);
  const own = await createCase(deps, { owner: filer });
  const officer = await createOfficer(deps, { department: 'spravni', roles: ['registry'] });
  const visitor = await portal.visitor(officer);
  const ofFirm = (await visitor.get(`/urad/pripady/${filed.reference}`)).html;
  expect(ofFirm).toContain(`/urad/pripady/${another.reference}`);
  expect(ofFirm).not.toContain(own.reference);
  expect((await visitor.get(`/urad/pripady/${own.reference}`)).html).not.toContain(filed.reference);
});
