import type { AttachmentSlot } from '../core/form/definition.ts';
import { formatNames } from './formats.ts';

/** Why a file was not taken. Nothing of it is kept. */
export type UploadProblem = 'missing' | 'empty' | 'tooBig' | 'wrongFormat' | 'tooMany';

/** Czech, says what to do. */
export function uploadMessage(problem: UploadProblem, slot: AttachmentSlot): string {
  switch (problem) {
    case 'missing':
      return 'Vyberte soubor';
    case 'empty':
      return 'Vybraný soubor je prázdný. Otevřete ho, zkontrolujte a\u00a0vyberte znovu';
    case 'tooBig':
      return `Soubor je větší než ${slot.maxMegabytes}\u00a0MB. Zmenšete ho a\u00a0nahrajte znovu`;
    case 'wrongFormat':
      return `Tento soubor neumíme přijmout. Nahrajte ${formatNames(slot.formats)}`;
    case 'tooMany':
      return slot.maxFiles === 1
        ? 'Tady může být jen jeden soubor. Nejdřív odeberte ten, který tu už je'
        : `Víc souborů sem nejde přidat, nejvýš jich může být ${slot.maxFiles}. Nejdřív některý odeberte`;
  }
}
