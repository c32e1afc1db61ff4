import type { AttachmentSlot } from '../definition.ts';
import { value, words } from './describe.ts';

/** What attachments and questions answered by a file have in common. */
export const uploadProperties = {
  formats: words<AttachmentSlot['formats'][number]>('Přijímané formáty', format => format.toUpperCase()),
  maxMegabytes: value<number>(
    { is: 'Největší velikost souboru', has: 'největší velikost souboru' },
    megabytes => `${megabytes}\u00a0MB`,
  ),
  maxFiles: value<number>({ is: 'Nejvyšší počet souborů', has: 'nejvyšší počet souborů' }, String),
};
