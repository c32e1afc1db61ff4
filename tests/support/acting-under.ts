import { expect } from 'vitest';
import type { Portal } from './app.ts';
import { type CaseRecord, type CitizenAccount, createCitizen, createDraft, type DraftRecord } from './factories.ts';
import { empowered } from './mandates.ts';
import type { Page, Visitor } from './visitor.ts';

/** A principal and the agent they empowered, both signed in. */
export interface Pair {
  principal: CitizenAccount;
  agent: CitizenAccount;
  mandateId: string;
  principalVisitor: Visitor;
  agentVisitor: Visitor;
}

type Terms = Omit<Parameters<typeof empowered>[1], 'principal' | 'agent'>;

export async function pair(portal: Portal, terms: Terms = {}): Promise<Pair> {
  const { deps } = portal;
  const principal = await createCitizen(deps, 'Jana Zmocnitelka');
  const agent = await createCitizen(deps, 'Petra Zmocněná');
  const mandateId = await empowered(deps, { principal, agent, ...terms });
  const [principalVisitor, agentVisitor] = await Promise.all([portal.visitor(principal), portal.visitor(agent)]);
  return { principal, agent, mandateId, principalVisitor, agentVisitor };
}

/** Switches to act under the mandate, by the form on every page. */
export function actUnder(visitor: Visitor, mandateId: string): Promise<Page> {
  return visitor.submit('/moje', { form: '.acting form', fields: { organizace: `zmocneni:${mandateId}` } });
}

type WithMandate = { agent: CitizenAccount; agentVisitor: Visitor; mandateId: string };

/** A draft of the agent's, begun by the form and then answered whole. */
export async function begunDraft(
  { deps, db }: Portal,
  { agent, agentVisitor, mandateId }: WithMandate,
  agenda = 'ohlaseni-psa',
): Promise<DraftRecord> {
  await actUnder(agentVisitor, mandateId);
  const step = await agentVisitor.submit(`/sluzby/${agenda}/podat`);
  expect(step.path, step.text).toMatch(/^\/podani\//);
  const begun = await db.draft.findFirstOrThrow({
    where: { actedById: agent.actor.accountId, mandateId },
    orderBy: { createdAt: 'desc' },
  });
  const { definition, entries } = await createDraft(deps, { agenda });
  const sealed = deps.vault.seal(JSON.stringify(entries), `draft/${begun.id}/entries`);
  const visited = definition.steps.map(({ id }) => id);
  await db.draft.update({ where: { id: begun.id }, data: { entries: sealed, visited } });
  return { id: begun.id, definition, entries };
}

/** Files it by the button on its summary. */
export function fileByButton(visitor: Visitor, draftId: string): Promise<Page> {
  return visitor.submit(`/podani/${draftId}/souhrn`, { form: 'form[action$=odeslani]' });
}

/** A case that the agent filed under the mandate, by the forms. */
export async function filedUnder(portal: Portal, acting: WithMandate, agenda?: string): Promise<CaseRecord> {
  const draft = await begunDraft(portal, acting, agenda);
  const receipt = await fileByButton(acting.agentVisitor, draft.id);
  expect(receipt.path).toMatch(/\/potvrzeni$/);
  const filed = await portal.db.case.findUniqueOrThrow({ where: { draftId: draft.id } });
  return { id: filed.id, reference: filed.reference, draftId: draft.id };
}
