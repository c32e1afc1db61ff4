import { randomBytes } from 'node:crypto';
import { createHash } from 'node:crypto';
import { PassThrough, Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { type ArchiveEntry, archiveName, writeArchive } from '../../src/documents/archive.ts';
import { unzip } from '../support/unzip.ts';

const now = Temporal.Instant.from('2026-11-28T09:00:00Z');
const sha = (content: Buffer) => createHash('sha256').update(content).digest('hex');

async function* pieces(...content: (Buffer | Error)[]): AsyncGenerator<Buffer> {
  for (const piece of content) {
    if (piece instanceof Error) throw piece;
    yield await Promise.resolve(piece);
  }
}

const entry = (path: string, ...content: (Buffer | Error)[]): ArchiveEntry => ({
  path,
  open: () => Promise.resolve(pieces(...content)),
});

async function* listed(...entries: ArchiveEntry[]): AsyncGenerator<ArchiveEntry> {
  for (const one of entries) yield await Promise.resolve(one);
}

async function written(...entries: ArchiveEntry[]) {
  const output = new PassThrough();
  const problems: string[] = [];
  const onProblem = ({ path }: ArchiveEntry, problem: string) => problems.push(`${path} ${problem}`);
  const [content] = await Promise.all([
    buffer(output),
    writeArchive({ entries: listed(...entries), output, onProblem, now }),
  ]);
  return { files: await unzip(content), problems };
}

describe('an archive', () => {
  test('holds every file whole, in order, also under a Czech name and an empty one', async () => {
    const big = randomBytes(3_000_000);
    const small = Buffer.from('{"a": "ř"}');
    const { files, problems } = await written(
      { ...entry('příloha č. 1.pdf', big.subarray(0, 1_000_000), big.subarray(1_000_000)), sha256: sha(big) },
      entry('ucet.json', small),
      entry('prazdny.txt'),
    );
    expect([...files.keys()]).toEqual(['příloha č. 1.pdf', 'ucet.json', 'prazdny.txt']);
    expect(sha(files.get('příloha č. 1.pdf') ?? Buffer.alloc(0))).toBe(sha(big));
    expect(files.get('ucet.json')?.equals(small)).toBe(true);
    expect(problems).toEqual([]);
  });

  test('goes on without a file that is not there, behind one that is not whole, and past one that was changed', async () => {
    const { files, problems } = await written(
      { path: 'chybi.pdf', open: () => Promise.reject(new Error('gone')) },
      entry('hned.pdf', new Error('sealed file is cut off')),
      entry('zpola.pdf', Buffer.from('začátek'), new Error('sealed file is cut off')),
      { ...entry('jiny.pdf', Buffer.from('jiný')), sha256: sha(Buffer.from('původní')) },
      entry('konec.txt', Buffer.from('konec')),
    );
    expect(problems).toEqual(['chybi.pdf missing', 'hned.pdf missing', 'zpola.pdf cut', 'jiny.pdf changed']);
    expect([...files.keys()]).toEqual(['zpola.pdf', 'jiny.pdf', 'konec.txt']);
  });

  test('asks for no more than its reader takes', async () => {
    let opened = 0;
    const entries = Array.from({ length: 50 }, (_, index) => ({
      path: `${index}.pdf`,
      open: () => Promise.resolve(pieces((opened++, randomBytes(500_000)))),
    }));
    const slow = new Writable({ highWaterMark: 1, write: () => undefined });
    const writing = writeArchive({ entries: listed(...entries), output: slow, onProblem: () => undefined, now });
    await new Promise(resolve => setImmediate(resolve));
    for (let turn = 0; turn < 200; turn++) await new Promise(resolve => setImmediate(resolve));
    expect(opened).toBeLessThan(4);
    slow.destroy();
    await expect(writing).rejects.toMatchObject({ code: 'ERR_STREAM_PREMATURE_CLOSE' });
  });

  test('lets go of the file it reads when nobody reads the archive any more', async () => {
    let isClosed = false;
    async function* endless(): AsyncGenerator<Buffer> {
      try {
        for (;;) yield await Promise.resolve(randomBytes(65_536));
      } finally {
        isClosed = true;
      }
    }
    const output = new PassThrough();
    const entries = listed({ path: 'a.pdf', open: () => Promise.resolve(endless()) });
    const writing = writeArchive({ entries, output, onProblem: () => undefined, now });
    output.once('data', () => output.destroy());
    await expect(writing).rejects.toMatchObject({ code: 'ERR_STREAM_PREMATURE_CLOSE' });
    await expect.poll(() => isClosed).toBe(true);
  });
});

test.each([
  ['plánek.pdf', 'plánek.pdf'],
  ['../../etc/passwd', '__.._etc_passwd'],
  ['a\\b:c*?.pdf', 'a_b_c__.pdf'],
  ['', '_'],
  ['...', '_'],
  ['tečka. ', 'tečka'],
  [`${'ř'.repeat(300)}.pdf`, `${'ř'.repeat(96)}.pdf`],
])('"%s" is unpacked as "%s"', (name, safe) => {
  expect(archiveName(name)).toBe(safe);
});
