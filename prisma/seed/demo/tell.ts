import { Readable } from 'node:stream';
import { takeIn } from '../../../src/attachments/intake.ts';
import { sealAttachmentName } from '../../../src/attachments/name.ts';
import {
  addNote,
  answerTask,
  assignCase,
  type CaseCommand,
  changeCase,
  closeCase,
  type CommandResult,
  decideCase,
  fileCase,
  giveTask,
  recordConfirmation,
  startCase,
  takeOverCase,
  writeMessage,
} from '../../../src/cases/commands.ts';
import type { Actor, Officer } from '../../../src/core/actor.ts';
import { dayInPrague } from '../../../src/core/czech/format.ts';
import { addWorkingDays, isWorkingDay } from '../../../src/core/czech/working-days.ts';
import type { Entries } from '../../../src/core/form/answers.ts';
import { type Definition, definitionSchema } from '../../../src/core/form/definition.ts';
import { evaluate } from '../../../src/core/form/evaluate.ts';
import type { Deps } from '../../../src/deps.ts';
import { examplePdf } from './example-pdf.ts';
import { issueDecision, waitForApproval } from './letters.ts';
import type { People } from './people.ts';
import type { Story, StoryStep } from './story.ts';

interface Telling {
  number: number;
  story: Story;
  people: People;
  /** The case, when an earlier start came so far. */
  found: { id: string; version: number } | undefined;
}

/** Fixed, so that a story is told once. */
export function storyId(number: number): string {
  return `de000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

export async function tellStory(deps: Deps, { number, story, people, found }: Telling): Promise<void> {
  const filedAt = momentOfFiling(story, number, deps.now());
  const begun = found ?? (await fileStory(deps, { number, story, people, filedAt }));
  for (const [i, step] of story.steps.entries()) {
    const expectedVersion = i + 1;
    if (begun.version > expectedVersion) continue;
    const now = momentOfStep(step, filedAt, deps.now());
    const actor = actorOf(step, { people, story });
    const command = { caseId: begun.id, expectedVersion, actor, now };
    const result = await runStep(deps, step, command, people);
    if (!result.ok) throw new Error(`story ${number}, step ${i}: ${JSON.stringify(result)}`);
  }
  for (const { by, ...letter } of found ? [] : story.waiting) {
    const command = { caseId: begun.id, actor: officer(people, by), now: deps.now() };
    await waitForApproval(deps, command, letter);
  }
  for (const { by, text } of found ? [] : story.notes) {
    await addNote(deps, { caseId: begun.id, actor: officer(people, by), text, now: deps.now() });
  }
}

function actorOf({ by }: StoryStep, { people, story }: Pick<Telling, 'people' | 'story'>): Actor {
  if (by === 'portal') return { kind: 'system' };
  return by === 'owner' ? applicant(people, story) : officer(people, by);
}

type Filing = Omit<Telling, 'found'> & { filedAt: Temporal.Instant };

async function fileStory(
  deps: Deps,
  { number, story, people, filedAt }: Filing,
): Promise<{ id: string; version: number }> {
  const version = await deps.db.agendaVersion.findFirstOrThrow({
    where: { agenda: { slug: story.agenda }, number: 1 },
    select: { id: true, definition: true },
  });
  const definition = definitionSchema.parse(version.definition);
  const owner = story.owner === null ? undefined : people.citizens.get(story.owner);
  const today = dayInPrague(filedAt);
  const entries = typed(story.entries, today);
  const draftId = storyId(number);
  const at = new Date(filedAt.epochMilliseconds);
  await deps.db.draft.upsert({
    where: { id: draftId },
    update: {},
    create: {
      id: draftId,
      agendaVersionId: version.id,
      accountId: owner?.accountId ?? null,
      entries: deps.vault.seal(JSON.stringify(entries), `draft/${draftId}/entries`),
      visited: definition.steps.map(step => step.id),
      createdAt: at,
      updatedAt: at,
      expiresAt: new Date(filedAt.add({ hours: 24 * 30 }).epochMilliseconds),
    },
  });
  await attach(deps, { draftId, story, definition });
  const evaluation = evaluate(definition, entries, { today });
  if (!evaluation.complete) throw new Error(`story ${number}: ${JSON.stringify(errorsOf(evaluation))}`);
  const filed = await fileCase(deps, {
    draftId,
    draftVersion: 0,
    actor: owner ?? { kind: 'guest' },
    definition,
    evaluation,
    now: filedAt,
  });
  if (!filed.ok) throw new Error(`story ${number}: ${filed.reason}`);
  return { id: filed.caseId, version: 1 };
}

async function attach(
  deps: Deps,
  { draftId, story, definition }: { draftId: string; story: Story; definition: Definition },
): Promise<void> {
  if ((await deps.db.attachment.count({ where: { draftId } })) > 0) return;
  for (const { slot, name } of story.attachments) {
    const rules = definition.attachments.find(({ id }) => id === slot);
    if (!rules) throw new Error(`${story.agenda} takes no attachment "${slot}"`);
    const { id, ...content } = await takeIn(deps, { content: Readable.from([examplePdf()]), slot: rules });
    await deps.db.attachment.create({
      data: { id, draftId, slot, name: sealAttachmentName(deps.vault, { id, name }), ...content },
    });
  }
}

async function runStep(deps: Deps, step: StoryStep, command: CaseCommand, people: People): Promise<CommandResult> {
  switch (step.do) {
    case 'takeOver':
      return takeOverCase(deps, command);
    case 'start':
      return startCase(deps, command);
    case 'close':
      return closeCase(deps, command);
    case 'ask': {
      const departmentId = await idOfDepartment(deps, step.department);
      const until = dayInPrague(command.now).add({ days: step.days });
      return giveTask(deps, { ...command, kind: step.kind, to: { departmentId }, text: step.text, until });
    }
    case 'answer': {
      const where = { caseId: command.caseId, state: 'open' as const };
      const { id } = await deps.db.caseTask.findFirstOrThrow({ where, orderBy: { id: 'desc' }, select: { id: true } });
      return answerTask(deps, { ...command, taskId: id, answer: step.answer, text: step.text });
    }
    case 'act':
      return changeCase(deps, command, step.action(dayInPrague(command.now)));
    case 'confirm':
      return recordConfirmation(deps, { ...command, way: 'inPerson', on: dayInPrague(command.now) });
    case 'lapse':
      return changeCase(deps, command, { type: 'lapse' });
    case 'write':
      return writeMessage(deps, { ...command, text: step.text, files: [] });
    case 'issue':
      return issueDecision(deps, command, step);
    case 'decide':
      return decideCase(deps, { ...command, outcome: step.outcome, explanation: step.explanation });
    case 'assign': {
      const to = step.officer === undefined ? null : officer(people, step.officer);
      const target = to ? { officerId: to.officerId } : { departmentId: await idOfDepartment(deps, step.department) };
      return assignCase(deps, { ...command, to: target, reason: step.reason });
    }
  }
}

async function idOfDepartment({ db }: Deps, slug = ''): Promise<string> {
  return (await db.department.findUniqueOrThrow({ where: { slug }, select: { id: true } })).id;
}

function officer({ officers }: People, name: string): Officer {
  const found = officers.get(`${name}@hradeckralove.example`);
  if (!found) throw new Error(`no officer "${name}" in officers.json`);
  return found;
}

function applicant({ citizens }: People, { owner }: Story): Actor {
  return (owner === null ? undefined : citizens.get(owner)) ?? { kind: 'guest' };
}

/** Dates of a story are told in days from the filing, so that it is never out of date. */
function typed(entries: Story['entries'], filedOn: Temporal.PlainDate): Entries {
  return Object.fromEntries(
    Object.entries(entries).map(([id, entry]) => {
      if (typeof entry !== 'number') return [id, entry];
      const { day, month, year } = filedOn.add({ days: entry });
      return [id, { day: String(day), month: String(month), year: String(year) }];
    }),
  );
}

const zone = 'Europe/Prague';

/** In the daytime, each a little later than the one before; today's ones just now. */
function momentOfFiling({ filedBefore }: Story, number: number, now: Temporal.Instant): Temporal.Instant {
  if (filedBefore === 0) return now.subtract({ minutes: 20 + number });
  let day = dayInPrague(now);
  for (let left = filedBefore; left > 0;) {
    day = day.subtract({ days: 1 });
    if (isWorkingDay(day)) left -= 1;
  }
  const plainTime = Temporal.PlainTime.from('08:10').add({ minutes: (number * 47) % 540 });
  return day.toZonedDateTime({ timeZone: zone, plainTime }).toInstant();
}

/** In office hours of its working day, and in any case in the past. */
function momentOfStep({ after }: StoryStep, filedAt: Temporal.Instant, now: Temporal.Instant): Temporal.Instant {
  const plainTime = filedAt.toZonedDateTimeISO(zone).toPlainTime().add({ minutes: 41 });
  const day = addWorkingDays(dayInPrague(filedAt), after);
  const moment = day.toZonedDateTime({ timeZone: zone, plainTime }).toInstant();
  const latest = now.subtract({ minutes: 3 });
  return Temporal.Instant.compare(moment, latest) < 0 ? moment : latest;
}

function errorsOf({ steps }: ReturnType<typeof evaluate>): string[] {
  return steps.flatMap(({ fields }) => fields.flatMap(({ field, error }) => (error ? [`${field.id}: ${error}`] : [])));
}
