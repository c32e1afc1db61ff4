import { formatDateTime } from '../core/czech/format.ts';
import { viewFilters } from '../web/view-filters.ts';

/** What printed pages have in common: the office, moments, files and prints. */

export const office = 'Magistrát města Hradec Králové';
export const officeLines = [office, 'Československé armády 408, 502\u00a000 Hradec Králové', 'datová schránka bebb2in'];

interface PrintedFile {
  label: string;
  name: string;
  size: number;
  /** In hexadecimal. */
  sha256: string;
}

/** A file by its name and print. */
export function attachmentRow({ label, name, size, sha256 }: PrintedFile): { label: string; lines: string[] } {
  return { label, lines: [`${name} (${viewFilters.fileSize(size)})`, `SHA-256: ${grouped(sha256)}`] };
}

/** In eights, so that it breaks between lines and can be compared by eye. */
export function grouped(hash: string): string {
  return hash.match(/.{1,8}/g)?.join(' ') ?? '';
}

/** Those that are there. */
export function present(lines: (string | null)[]): string[] {
  return lines.filter((text): text is string => text !== null && text !== '');
}

/** To seconds, with the zone. */
export function momentOf(instant: Temporal.Instant): string {
  return `${formatDateTime(instant)} (${zoneOf(instant)})`;
}

/** Winter and summer time differ, and a receipt must not leave it open: "SEČ, UTC+1". */
function zoneOf(instant: Temporal.Instant): string {
  return instant.toZonedDateTimeISO('Europe/Prague').offset === '+02:00' ? 'SELČ, UTC+2' : 'SEČ, UTC+1';
}
