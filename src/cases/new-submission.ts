import { attachmentName } from '../attachments/name.ts';
import type { Definition } from '../core/form/definition.ts';
import type { Evaluation } from '../core/form/evaluate.ts';
import { freezeContent } from '../core/form/freeze-content.ts';
import type { Vault } from '../vault/vault.ts';
import type { OpenDraft } from './filing-store.ts';
import type { Act, FiledAttachment, SubmissionContent } from './submission.ts';

interface Filled {
  definition: Definition;
  evaluation: Evaluation;
  draft: OpenDraft;
  agent: SubmissionContent['agent'];
}

interface Filed extends Filled {
  reference: string;
  /** To milliseconds. */
  at: Temporal.Instant;
}

/** What a draft becomes by being filed. */
export function newSubmission(vault: Vault, { reference, at, ...filled }: Filed): SubmissionContent {
  return { ...newAct(vault, filled), reference, filedAt: at.toString({ smallestUnit: 'millisecond' }) };
}

/** The same before it is filed: the final document, all of which is the person's. */
export function newAct(vault: Vault, { definition, evaluation, draft, agent }: Filled): Act {
  return {
    format: 1,
    agenda: { slug: definition.slug, version: draft.agendaVersion },
    ...(draft.isTrial && { trial: true }),
    department: draft.department.name,
    ...(draft.organisation && { organisation: { ico: draft.organisation.ico, name: draft.organisation.name } }),
    ...(agent && { agent }),
    applicant: applicantOf(definition, evaluation),
    ...freezeContent(definition, evaluation),
    attachments: attachmentsOf(vault, evaluation, draft),
  };
}

/** The definition says which answers tell who is filing. */
function applicantOf({ applicant }: Definition, { answers }: Evaluation): SubmissionContent['applicant'] {
  const text = (id: string | undefined): string | null => {
    const value = id !== undefined && Object.hasOwn(answers, id) ? answers[id] : undefined;
    return typeof value === 'string' ? value : null;
  };
  return { name: text(applicant.name) ?? '', email: text(applicant.email) ?? '', phone: text(applicant.phone) };
}

/** Files for attachments that are not asked for (any more) stay behind, as answers to irrelevant questions do. */
function attachmentsOf(vault: Vault, { slots }: Evaluation, { attachments }: OpenDraft): FiledAttachment[] {
  const labels = new Map(slots.map(slot => [slot.id, slot.label]));
  return (attachments ?? []).flatMap(({ id, slot, name, format, size, sha256 }) => {
    const label = labels.get(slot);
    if (label === undefined) return [];
    const opened = attachmentName(vault, { id, name: Buffer.from(name, 'base64') });
    return [{ id, slot, label, name: opened, format, size, sha256 }];
  });
}
