import { fileTypeFromBuffer } from 'file-type';
import { attachmentFormats, type AttachmentFormat } from '../core/form/definition.ts';

/** How much of a file's beginning `recogniseFormat` needs. */
export const headLength = 64 * 1024;

/** The format by what is in the file, whatever its name says; undefined when it is none the office accepts. */
export async function recogniseFormat(head: Uint8Array): Promise<AttachmentFormat | undefined> {
  const found = await fileTypeFromBuffer(head);
  return attachmentFormats.find(format => format === found?.ext);
}

const openXml = 'application/vnd.openxmlformats-officedocument';
const openDocument = 'application/vnd.oasis.opendocument';

const mediaTypes: Record<AttachmentFormat, string> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  png: 'image/png',
  docx: `${openXml}.wordprocessingml.document`,
  odt: `${openDocument}.text`,
  xlsx: `${openXml}.spreadsheetml.sheet`,
  ods: `${openDocument}.spreadsheet`,
};

export function mediaTypeOf(format: string): string {
  const known = attachmentFormats.find(accepted => accepted === format);
  return known ? mediaTypes[known] : 'application/octet-stream';
}

/** For the `accept` attribute: names and types, since devices look at one or the other. */
export function acceptedTypes(formats: readonly AttachmentFormat[]): string {
  return formats.flatMap(format => [...extensionsOf(format).map(ending => `.${ending}`), mediaTypes[format]]).join(',');
}

/** File name endings people's devices give to the format; the first is the usual one. */
export function extensionsOf(format: AttachmentFormat): [string, ...string[]] {
  return format === 'jpg' ? ['jpg', 'jpeg'] : [format];
}

/** "PDF, JPG nebo PNG" */
export function formatNames(formats: readonly AttachmentFormat[]): string {
  const names = formats.map(format => format.toUpperCase());
  return new Intl.ListFormat('cs', { type: 'disjunction' }).format(names);
}
