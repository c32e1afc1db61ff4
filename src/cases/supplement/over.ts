import type { Request, Response } from 'express';
import { receiveForm } from '../../attachments/receive-form.ts';
import type { Entries, Entry } from '../../core/form/answers.ts';
import type { Definition } from '../../core/form/definition.ts';
import { isTyped } from '../../core/form/entries.ts';
import { widestLimits } from '../../core/form/widest-limits.ts';
import { readFields } from '../../core/form/read-entries.ts';
import type { AppDeps } from '../../deps.ts';
import type { FoundCase } from '../find-case.ts';
import { missedDay } from './ask-view.ts';
import { openTyped } from './typed.ts';

/** For what came too late: says so, and gives back what was typed, to be sent as a message. */
export async function renderOver(
  deps: AppDeps,
  found: FoundCase,
  { req, res }: { req: Request; res: Response },
): Promise<void> {
  const { agenda, submission } = found;
  await readAndDropFiles(deps, agenda, { req, res });
  const saved = await deps.db.correctionDraft.findUnique({ where: { caseId: found.id }, select: { entries: true } });
  const fields = agenda.steps.flatMap(step => step.fields);
  const typed = { ...openTyped(deps.vault, found.id, saved?.entries ?? null), ...readFields(fields, req.body) };
  res.status(409).render('cases/supplement/over.njk', {
    title: 'Opravit podání už tu nejde',
    titleContext: submission.title,
    missed: missedDay(found),
    typed: typedRows(agenda, typed),
    caseHref: `/pripady/${submission.reference}#zpravy`,
  });
}

/** The form may carry files, and its token is checked while it is read. */
async function readAndDropFiles(
  deps: AppDeps,
  agenda: Definition,
  { req, res }: { req: Request; res: Response },
): Promise<void> {
  if (!req.is('multipart/form-data')) {
    deps.csrf.check(req);
    return;
  }
  const asked = agenda.steps.flatMap(step => step.fields).filter(field => field.type === 'file');
  const alone = { id: 'file', label: '', required: false, maxFiles: 1, ...widestLimits(agenda) };
  const { files } = await receiveForm(req, res, { deps, slots: [...asked, ...agenda.attachments, alone] });
  for (const { file } of files) await deps.files.remove(file.storageKey);
}

function typedRows({ steps }: Definition, typed: Entries): { key: string; lines: string[] }[] {
  return steps
    .flatMap(step => step.fields)
    .flatMap(({ id, label }) => {
      const entry = typed[id];
      return entry !== undefined && isTyped(entry) ? [{ key: label, lines: linesOf(entry) }] : [];
    });
}

/** As it was typed, box by box. */
function linesOf(entry: Entry): string[] {
  if (typeof entry === 'string') return [entry];
  const parts = Object.values<string | Entries>(entry);
  return parts
    .flatMap(part => (typeof part === 'string' ? [part] : Object.values(part).flatMap(linesOf)))
    .filter(Boolean);
}
