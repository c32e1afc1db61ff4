import type { Request, Response } from 'express';
import { uploadMessage } from '../../attachments/problems.ts';
import type { ReceivedFile } from '../../attachments/receive.ts';
import { receiveForm, type ReceivedForm } from '../../attachments/receive-form.ts';
import type { AttachmentSlot, Definition } from '../../core/form/definition.ts';
import { widestLimits } from '../../core/form/widest-limits.ts';
import type { AppDeps } from '../../deps.ts';
import { formBody, type FormError } from '../../web/input.ts';

export type ReceivedMessage =
  | { ok: true; text: string; files: ReceivedFile[] }
  /** Nothing of the files is kept: a browser sends them only when they are chosen again. */
  | { ok: false; text: string; errors: FormError[] };

const longestMessage = 10_000;
const mostFiles = 5;

/** What may come with a message: the same files as with the filing. The box has the name of the slot. */
export function messageFiles(definition: Pick<Definition, 'steps' | 'attachments'>): AttachmentSlot {
  return { id: 'soubory', label: 'Soubory', required: false, maxFiles: mostFiles, ...widestLimits(definition) };
}

/** Reads the form of a message, `zprava` and files, the same on both sides. */
export async function receiveMessage(
  req: Request,
  res: Response,
  { deps, slot }: { deps: Pick<AppDeps, 'csrf' | 'files' | 'vault'>; slot: AttachmentSlot },
): Promise<ReceivedMessage> {
  // Somewhat more are taken in, so that the person is told rather than shown a page of an error.
  const sent = await receiveForm(req, res, { deps, slots: [{ ...slot, maxFiles: 2 * slot.maxFiles }] });
  const { zprava } = formBody(req);
  const text = typeof zprava === 'string' ? zprava.replaceAll('\r\n', '\n').trim().toWellFormed() : '';
  const errors = errorsOf(text, sent, slot);
  const files = sent.files.map(({ file }) => file);
  if (errors.length === 0) return { ok: true, text, files };
  for (const { storageKey } of files) await deps.files.remove(storageKey);
  return { ok: false, text, errors };
}

function errorsOf(text: string, { files, problems }: ReceivedForm, slot: AttachmentSlot): FormError[] {
  const count = files.length + problems.length;
  const [problem] = problems;
  return [
    ...(text === '' && count === 0 ? [{ field: 'zprava', message: 'Napište zprávu' }] : []),
    ...(text.length > longestMessage
      ? [{ field: 'zprava', message: 'Zkraťte zprávu na\u00a0nejvýš 10\u00a0000\u00a0znaků' }]
      : []),
    ...(problem ? [{ field: slot.id, message: `${uploadMessage(problem.problem, slot)}. ${chooseAgain}` }] : []),
    ...(count > slot.maxFiles
      ? [
          {
            field: slot.id,
            message: `K\u00a0jedné zprávě jde přiložit nejvýš ${slot.maxFiles}\u00a0souborů. ${chooseAgain}`,
          },
        ]
      : []),
  ];
}

const chooseAgain = 'Soubory prosím vyberte znovu';
