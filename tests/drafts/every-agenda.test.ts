import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatCrowns } from '../../src/core/czech/amounts.ts';
import { dayInPrague } from '../../src/core/czech/format.ts';
import { evaluate } from '../../src/core/form/evaluate.ts';
import { freezeContent, type FrozenAnswer, type FrozenContent } from '../../src/core/form/freeze-content.ts';
import { startPortal } from '../support/app.ts';
import { createCitizen, createOfficer, exampleEntries, publishedDefinition } from '../support/factories.ts';
import { fillExample } from './fill-example.ts';
import { confirmBySignIn } from '../support/confirm-by-sign-in.ts';
import { printed } from './printed.ts';

/** What the city offers, from a filled-in form to the office's desk: each agenda of the seed by its example filing. */

const portal = await startPortal();
const { deps } = portal;
// The examples ask for days in June.
portal.setNow('2026-05-04T08:00:00Z');
const citizen = await createCitizen(deps, 'Jana Nováková');
const visitor = await portal.visitor(citizen);
const agendas = readdirSync('prisma/seed/agendas').map(file => file.replace('.json', ''));

describe.each(agendas)('the agenda %s', agenda => {
  it('is filled in step by step, filed, printed word for word, and reaches its department', async () => {
    const definition = await publishedDefinition(deps, agenda);
    const entries = await exampleEntries(agenda);
    const content = freezeContent(definition, evaluate(definition, entries, { today: dayInPrague(deps.now()) }));
    const applicant = answerTo(content, definition.applicant.name);

    const filled = await fillExample(visitor, agenda, entries);
    const isConfirmed = definition.whoMayFile.confirmation === 'authorised';
    const summary = isConfirmed ? await confirmBySignIn(visitor, filled, citizen) : filled;
    expect(summary.$('#chybi li').text()).toBe('');
    const receipt = await visitor.submit(summary, { form: 'main form[action$="/odeslani"]' });
    const [, reference = ''] = /^\/pripady\/(HK26-\d+-\w)\/potvrzeni$/.exec(receipt.path) ?? [];
    expect(reference).not.toBe('');

    const paper = words(await printed(visitor, `/pripady/${reference}/potvrzeni.pdf`));
    const said = [definition.title, ...saidIn(content)];
    expect(said.filter(text => !paper.includes(words(text)))).toEqual([]);

    expect((await visitor.get(`/pripady/${reference}`)).status).toBe(200);
    const officer = await createOfficer(deps, { department: definition.department });
    const desk = await (await portal.visitor(officer)).get(`/urad/pripady/${reference}`);
    expect(desk.status).toBe(200);
    expect(words(desk.$('main').text())).toContain(words(applicant));
  }, 30_000);
});

function answerTo({ steps }: FrozenContent, question: string): string {
  const answers = steps.flatMap(step => step.answers);
  return answers.find(({ id }) => id === question)?.lines.join(' ') ?? 'nothing';
}

/** Titles of steps, each question with its answer, what to pay and what to bring. */
function saidIn({ steps, fee, bring = [] }: FrozenContent): string[] {
  return [
    ...steps.map(({ title }) => title),
    ...steps.flatMap(({ answers }) => answers.flatMap(answered)),
    ...(fee && fee.crowns > 0 ? [formatCrowns(fee.crowns)] : []),
    ...bring,
  ];
}

/** A question stands before its answer; of a table, the boxes stand alone. */
function answered({ label, lines, rows }: FrozenAnswer): string[] {
  if (rows === undefined) return [`${label} ${lines.join(' ')}`];
  return [label, ...rows.flatMap(({ answers }) => answers.flatMap(cell => cell.lines))];
}

/** Without spaces: a line breaks where there is room. */
function words(text: string): string {
  return text.replaceAll(/\s+/g, '');
}
