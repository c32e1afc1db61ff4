import type { Definition } from '../definition.ts';
import { type Direction, type Edited, missing, overLimit, shifted } from './edited.ts';
import { limits } from './limits.ts';
import { newId } from './new-id.ts';
import { readAttachment } from './parts.ts';
import { withoutTranslations } from './without-translations.ts';

/** Adds an attachment that every filing may carry. Refused: more than an agenda may have. */
export function addAttachment(definition: Definition, { label }: { label: string }): Edited {
  if (definition.attachments.length >= limits.attachments) {
    return overLimit(`Agenda už má ${limits.attachments}\u00a0příloh, víc jich mít nemůže.`);
  }
  const id = newId(definition, label, 'priloha');
  const read = readAttachment({ id, label });
  return read.ok
    ? { ok: true, definition: { ...definition, attachments: [...definition.attachments, read.value] }, id }
    : read;
}

/** Says an attachment anew, from its properties as a form gives them. */
export function editAttachment(definition: Definition, id: string, input: object): Edited {
  const index = indexOf(definition, id);
  if (index < 0) return missing;
  const read = readAttachment({ ...input, id });
  return read.ok
    ? { ok: true, definition: { ...definition, attachments: definition.attachments.with(index, read.value) }, id }
    : read;
}

export function moveAttachment(
  definition: Definition,
  { id, direction }: { id: string; direction: Direction },
): Edited {
  const index = indexOf(definition, id);
  if (index < 0) return missing;
  return {
    ok: true,
    definition: { ...definition, attachments: shifted(definition.attachments, index, direction) },
    id,
  };
}

/** Nothing refers to an attachment, so it may always go. */
export function removeAttachment(definition: Definition, id: string): Edited {
  const index = indexOf(definition, id);
  if (index < 0) return missing;
  const left = { ...definition, attachments: definition.attachments.toSpliced(index, 1) };
  return { ok: true, definition: withoutTranslations(left, [`attachments.${id}`]), id };
}

function indexOf({ attachments }: Definition, id: string): number {
  return attachments.findIndex(slot => slot.id === id);
}
