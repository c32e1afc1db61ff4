import type { FormError } from '../../web/input.ts';
import { assignees, type OptionGroup } from '../assignees.ts';
import type { Directory } from '../directory.ts';

/** Why the list is shown again after a step with the ticked cases was sent. */
export interface BulkAttempt {
  typed: Record<string, unknown>;
  errors: FormError[];
}

/** What can be done with the ticked cases, and what of it was typed. */
export interface BulkView {
  assignees: OptionGroup[];
  reason: string;
  opensAssign: boolean;
  problems: Record<string, string>;
  /** Where the form is sent. */
  href: string;
  /** References that were ticked. */
  ticked: string[];
}

export function bulkView(directory: Directory, here: string, attempt: BulkAttempt | undefined): BulkView {
  const { komu, duvod, krok, pripad } = attempt?.typed ?? {};
  const boxes: unknown[] = Array.isArray(pripad) ? pripad : [pripad];
  return {
    assignees: assignees(directory, { agendaId: null, chosen: typeof komu === 'string' ? komu : undefined }),
    reason: typeof duvod === 'string' ? duvod : '',
    opensAssign: krok === 'prideleni',
    problems: Object.fromEntries((attempt?.errors ?? []).map(({ field, message }) => [field, message])),
    href: here.replace('/urad?', '/urad/hromadne?'),
    ticked: boxes.flatMap(box => (typeof box === 'string' ? (box.split('.')[0] ?? []) : [])),
  };
}
