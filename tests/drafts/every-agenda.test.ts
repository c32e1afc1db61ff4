import type { Buffer } from 'node:buffer';
import { readdirSync } from 'node:fs';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { formatCrowns } from '../../src/core/czech/amounts.ts';
import { dayInPrague } from '../../src/core/czech/format.ts';
import { evaluate } from '../../src/core/form/evaluate.ts';
import { startPortal } from '../support/app.ts';
import { attachPdf, createCitizen, createDraft, createOfficer } from '../support/factories.ts';

/** What the city offers, from a filled-in form to the office's desk: each agenda of the seed by its example filing. */

const portal = await startPortal();
const { deps } = portal;
// The examples ask for days in June.
portal.setNow('2026-05-04T08:00:00Z');
const citizen = await createCitizen(deps, 'Jana Nováková');
const visitor = await portal.visitor(citizen);
const agendas = readdirSync('prisma/seed/agendas').map(file => file.replace('.json', ''));

describe.each(agendas)('the agenda %s', agenda => {
  it('is offered, filed, printed, and reaches its department', { timeout: 30_000 }, async () => {
    expect((await visitor.get(`/sluzby/${agenda}`)).status).toBe(200);

    const draft = await createDraft(deps, { agenda, owner: citizen });
    const { slots, fee } = evaluate(draft.definition, draft.entries, { today: dayInPrague(deps.now()) });
    for (const slot of slots.filter(({ required }) => required)) {
      await attachPdf(deps, { draftId: draft.id, slot: slot.id });
    }
    const summary = await visitor.get(`/podani/${draft.id}/souhrn`);
    expect(summary.$('#chybi li').text()).toBe('');

    const receipt = await visitor.submit(summary, { form: 'main form[action$="/odeslani"]' });
    const [, reference = ''] = /^\/pripady\/(HK26-\d+-\w)\/potvrzeni$/.exec(receipt.path) ?? [];
    expect(reference).not.toBe('');

    const paper = await printed(`/pripady/${reference}/potvrzeni.pdf`);
    const { title, steps, applicant } = draft.definition;
    expect(paper).toContain(plain(title));
    expect(paper).toContain(plain(draft.entries[applicant.name]));
    expect(paper).toContain(plain(steps[0]?.title));
    if (fee && fee.crowns > 0) expect(paper).toContain(plain(formatCrowns(fee.crowns)));

    expect((await visitor.get(`/pripady/${reference}`)).status).toBe(200);
    const officer = await createOfficer(deps, { department: draft.definition.department });
    const desk = await (await portal.visitor(officer)).get(`/urad/pripady/${reference}`);
    expect(desk.status).toBe(200);
    expect(plain(desk.$('main').text())).toContain(plain(draft.entries[applicant.name]));
  });
});

async function printed(path: string): Promise<string> {
  const answer = await visitor.agent.get(path);
  const pdf = await getDocumentProxy(new Uint8Array(answer.body as Buffer));
  const { text } = await extractText(pdf, { mergePages: true });
  return plain(text);
}

/** With single plain spaces, however it is broken into lines. */
function plain(text: unknown): string {
  return typeof text === 'string' ? text.replaceAll(/\s+/g, ' ').trim() : '';
}
