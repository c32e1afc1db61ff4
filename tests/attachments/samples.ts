/** The smallest files of each kind that are recognised for what they are. */
export const samples = {
  pdf: Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'),
  jpg: Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex'),
  png: Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', Buffer.from('00000001000000010802000000', 'hex')),
    pngChunk('IDAT', Buffer.from('789c63f80f00010101', 'hex')),
    pngChunk('IEND', Buffer.alloc(0)),
  ]),
  docx: zip({ '[Content_Types].xml': contentTypes('wordprocessingml.document'), 'word/document.xml': '<w/>' }),
  /** As some programs write it: the list of contents comes last. */
  docxListedLast: zip({
    'word/document.xml': '<w/>',
    '[Content_Types].xml': contentTypes('wordprocessingml.document'),
  }),
  xlsx: zip({ '[Content_Types].xml': contentTypes('spreadsheetml.sheet'), 'xl/workbook.xml': '<x/>' }),
  odt: zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<o/>' }),
  ods: zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<o/>' }),
  zip: zip({ 'dopis.txt': 'Dobrý den' }),
  exe: Buffer.from('4d5a90000300000004000000ffff0000', 'hex'),
  text: Buffer.from('Dobrý den, posílám žádost.'),
  html: Buffer.from('<!doctype html><script>alert(1)</script>'),
};

function contentTypes(kind: string): string {
  return `<Types><Override ContentType="application/vnd.openxmlformats-officedocument.${kind}.main+xml"/></Types>`;
}

function pngChunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
}

/** Entries stored as they are, with the local headers readers go by. */
function zip(entries: Record<string, string>): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  return Buffer.concat([...Object.entries(entries).map(([name, text]) => zipEntry(name, Buffer.from(text))), end]);
}

function zipEntry(name: string, content: Buffer): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt32LE(content.length, 18);
  header.writeUInt32LE(content.length, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, Buffer.from(name), content]);
}
