import type { AttachmentFormat } from '../core/form/definition.ts';
import { extensionsOf } from './formats.ts';

const maxStem = 100;

/**
 * A file name that is safe to keep, show and hand to any system: the person's own name with Czech letters, without the
 * path some browsers send, without characters that are invisible, turn the direction of writing or that Windows refuses,
 * and with an ending that tells the truth about the format.
 */
export function safeFileName(given: string, format: AttachmentFormat): string {
  const name = given
    .toWellFormed()
    .normalize('NFC')
    .replace(/^.*[\\/]/s, '')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\uFFFD]/gu, '')
    .replace(/[<>:"|?*]/g, ' ')
    .replace(/\s+/g, ' ');
  const endings = extensionsOf(format);
  const ending = endings.find(known => name.toLowerCase().endsWith(`.${known}`));
  const stem = Array.from(ending ? name.slice(0, -ending.length - 1) : name)
    .slice(0, maxStem)
    .join('')
    .replace(/^[. ]+|[. ]+$/g, '');
  return `${stem || 'soubor'}.${ending ?? endings[0]}`;
}
