import type { ReceivedFile } from '../../attachments/receive.ts';
import type { Deps } from '../../deps.ts';
import type { CommandDeps } from '../change-case.ts';
import { changeLetter, type LetterCommand, type LetterResult } from './change-letter.ts';
import { keepLetterFile } from './letter-file.ts';

/** A PDF signed elsewhere, to be issued instead of the one the portal would make; one that was there before is replaced. */
export async function attachSigned(
  deps: CommandDeps & Pick<Deps, 'files'>,
  command: LetterCommand & { file: ReceivedFile },
): Promise<LetterResult> {
  const { caseId, letterId, file, now } = command;
  let replaced: string[] = [];
  const also = async (tx: Parameters<typeof keepLetterFile>[0]): Promise<void> => {
    const before = await tx.attachment.findMany({ where: { letterId }, select: { storageKey: true } });
    replaced = before.map(({ storageKey }) => storageKey);
    await tx.attachment.deleteMany({ where: { letterId } });
    await keepLetterFile(tx, deps, { caseId, letterId, file, now });
  };
  const result = await changeLetter(deps, command, { step: 'attach', also }).catch(async (error: unknown) => {
    await deps.files.remove(file.storageKey);
    throw error;
  });
  const unwanted = result.ok ? replaced : [file.storageKey];
  for (const storageKey of unwanted) await deps.files.remove(storageKey);
  return result;
}
