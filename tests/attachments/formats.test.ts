import { describe, expect, it } from 'vitest';
import { attachmentFormats } from '../../src/core/form/definition.ts';
import { acceptedTypes, formatNames, mediaTypeOf, recogniseFormat } from '../../src/attachments/formats.ts';
import { samples } from './samples.ts';

describe('a format is recognised by what is in the file', () => {
  it.each(attachmentFormats)('%s', async format => {
    expect(await recogniseFormat(samples[format])).toBe(format);
  });

  it('docx whose list of contents comes last', async () => {
    expect(await recogniseFormat(samples.docxListedLast)).toBe('docx');
  });

  it.each(['zip', 'exe', 'text', 'html'] as const)('%s is not accepted', async kind => {
    expect(await recogniseFormat(samples[kind])).toBeUndefined();
  });

  it.each(attachmentFormats)('the beginning of a %s cut anywhere breaks nothing', async format => {
    for (let length = 0; length < samples[format].length; length += 7) {
      const found = await recogniseFormat(samples[format].subarray(0, length));
      expect([format, undefined]).toContain(found);
    }
  });
});

it('names formats as people read them', () => {
  expect(formatNames(['pdf'])).toBe('PDF');
  expect(formatNames(['pdf', 'jpg', 'png'])).toBe('PDF, JPG nebo PNG');
});

it('offers both endings of a photo to the file picker', () => {
  expect(acceptedTypes(['jpg'])).toBe('.jpg,.jpeg,image/jpeg');
});

it('sends what it does not know as mere bytes', () => {
  expect(mediaTypeOf('pdf')).toBe('application/pdf');
  expect(mediaTypeOf('html')).toBe('application/octet-stream');
});
