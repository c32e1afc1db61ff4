import { acceptedTypes, formatNames } from '../../attachments/formats.ts';
import { formatDateTime } from '../../core/czech/format.ts';
import type { AttachmentSlot } from '../../core/form/definition.ts';
import type { FormError } from '../../web/input.ts';
import type { FoundCase } from '../find-case.ts';
import { isUnread } from './mark-read.ts';
import type { CaseMessage } from './read-messages.ts';
import { messageFiles } from './receive-message.ts';

/** A message that was not accepted, with what is wrong. */
export interface MessageAttempt {
  text: string;
  errors: FormError[];
}

/** The messages of a case for its applicant. */
export interface MessagesView {
  items: MessageItem[];
  newCount: number;
  olderHref: string | null;
  /** Null when the person may only read. */
  form: MessageFormView | null;
}

export interface MessageItem {
  author: string;
  isOwn: boolean;
  isNew: boolean;
  time: string;
  isoTime: string;
  text: string;
  files: { href: string; name: string; size: number }[];
  /** Whether the other side has read it. */
  note: string | null;
}

export interface MessageFormView {
  action: string;
  text: string;
  error: string | undefined;
  filesError: string | undefined;
  limits: string;
  accept: string;
}

interface Params {
  mayWrite: boolean;
  /** Whoever reads it acts for the applicant. */
  isAgent: boolean;
  attempt: MessageAttempt | undefined;
}

export function messagesView(
  { messages, submission: { reference }, agenda }: FoundCase,
  { mayWrite, isAgent, attempt }: Params,
): MessagesView {
  const { list, olderThan } = messages;
  const base = `/pripady/${reference}`;
  return {
    items: messageItems(list, {
      side: 'applicant',
      applicant: isAgent ? 'Žadatel' : 'Vy',
      hrefOf: id => `/prilohy/${id}`,
    }),
    newCount: list.filter(message => isUnread(message, 'applicant')).length,
    olderHref: olderThan && `${base}?zpravy=${olderThan}#zpravy`,
    form: mayWrite ? messageForm(messageFiles(agenda), { action: `${base}/zpravy`, attempt }) : null,
  };
}

export function messageForm(
  slot: AttachmentSlot,
  { action, attempt }: { action: string; attempt: MessageAttempt | undefined },
): MessageFormView {
  const errorAt = (name: string) => attempt?.errors.find(({ field }) => field === name)?.message;
  return {
    action,
    text: attempt?.text ?? '',
    error: errorAt('zprava'),
    filesError: errorAt(slot.id),
    limits: `${formatNames(slot.formats)}, každý nejvýš ${slot.maxMegabytes}\u00a0MB. Nejvýš ${slot.maxFiles}\u00a0souborů.`,
    accept: acceptedTypes(slot.formats),
  };
}

/** Who looks at the messages, and what they see of them. */
interface Looking {
  side: 'office' | 'applicant';
  /** As the applicant is called. */
  applicant: string;
  /** Where a file is. */
  hrefOf: (attachmentId: string) => string;
}

export function messageItems(list: readonly CaseMessage[], { side, applicant, hrefOf }: Looking): MessageItem[] {
  return list.map(message => {
    const { officer, agent, at, text, files } = message;
    const isOwn = (officer === null) === (side === 'applicant');
    return {
      author: officer ?? (agent === null ? applicant : `${agent} (zmocněnec)`),
      isOwn,
      isNew: isUnread(message, side),
      time: formatDateTime(at, 'minutes'),
      isoTime: at.toString(),
      text,
      files: files.map(({ id, name, size }) => ({ href: hrefOf(id), name, size })),
      note: isOwn ? readNote(message, side === 'office' ? 'Žadatel' : 'Úřad') : null,
    };
  });
}

function readNote({ readAt }: CaseMessage, otherSide: string): string {
  return readAt === null
    ? `${otherSide} zprávu zatím nečetl.`
    : `${otherSide} si zprávu přečetl ${formatDateTime(readAt, 'minutes')}.`;
}
