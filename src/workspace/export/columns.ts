import { stateLabel } from '../../core/case/states.ts';
import { formatDate } from '../../core/czech/format.ts';
import { openSummary } from '../../cases/commands.ts';
import type { Vault } from '../../vault/vault.ts';
import type { InboxRow } from '../inbox/queries.ts';

export const columnTitles = ['Značka', 'Žadatel', 'Předmět', 'Agenda', 'Stav', 'Lhůta', 'Odbor', 'Úředník'];

/** What the list says of a case, column by column. */
export function cellsOf(vault: Vault, row: InboxRow): string[] {
  const { applicantName, subject } = openSummary(vault, row.id, row.summary);
  const due = formatDate(Temporal.PlainDate.from(row.dueOn), 'numeric').replaceAll('\u00a0', ' ');
  const { reference, agenda, state, department, officer } = row;
  return [reference, applicantName, subject, agenda, stateLabel(state), due, department, officer ?? ''];
}
