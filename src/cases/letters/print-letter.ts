import type { Actor } from '../../core/actor.ts';
import { letterBlocks } from '../../core/letters/markdown.ts';
import type { Deps } from '../../deps.ts';
import { letterPdf } from '../../documents/letter.ts';
import { openSubmission } from '../submission.ts';
import { openLetter } from './content.ts';

interface Print {
  letterId: string;
  /** Who issues it. */
  actor: Actor;
  now: Temporal.Instant;
}

/** A letter as the applicant gets it. */
export async function printLetter(
  { db, vault }: Pick<Deps, 'db' | 'vault'>,
  { letterId, actor, now }: Print,
): Promise<{ pdf: Buffer; name: string }> {
  const {
    caseId,
    content,
    case: found,
  } = await db.caseLetter.findUniqueOrThrow({
    where: { id: letterId },
    select: {
      caseId: true,
      content: true,
      case: {
        select: {
          reference: true,
          department: { select: { name: true, phone: true, email: true } },
          submission: { select: { content: true } },
        },
      },
    },
  });
  if (!found.submission) throw new Error('a case holds a submission');
  const { title, text } = openLetter(vault, letterId, content);
  const { applicant } = openSubmission(vault, caseId, found.submission.content);
  const pdf = await letterPdf({
    reference: found.reference,
    department: found.department,
    officer: actor.kind === 'officer' ? actor.name : null,
    at: now,
    addressee: applicant.name,
    title,
    text,
    blocks: letterBlocks(text),
  });
  return { pdf, name: `${title} ${found.reference}.pdf` };
}
