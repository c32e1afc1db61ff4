import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { createVault } from '../../src/vault/vault.ts';

const vault = createVault('a secret key that is long enough for this');
const chunk = 256 * 1024;

async function seal(content: Buffer, context = 'attachment/1/content'): Promise<Buffer> {
  return buffer(vault.sealFlow(inPieces(content), context));
}

async function open(sealed: Buffer, context = 'attachment/1/content'): Promise<Buffer> {
  return buffer(vault.openFlow(inPieces(sealed), context));
}

/** Pieces of an odd size, so that no boundary falls where a chunk ends. */
async function* inPieces(content: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < content.length; at += 10_007) yield await Promise.resolve(content.subarray(at, at + 10_007));
}

describe('sealed files', () => {
  it.each([0, 1, chunk - 1, chunk, chunk + 1, 3 * chunk, 3 * chunk + 5])(
    'give back the %i bytes put in',
    async size => {
      const content = randomBytes(size);
      const sealed = await seal(content);
      expect((await open(sealed)).equals(content)).toBe(true);
    },
  );

  it('do not show their content', async () => {
    const sealed = await seal(Buffer.from('Jana Nováková, Hradec Králové'));
    expect(sealed.includes('Hradec')).toBe(false);
  });

  it('are never sealed the same way twice', async () => {
    const content = Buffer.from('totéž');
    expect((await seal(content)).equals(await seal(content))).toBe(false);
  });

  const tampering: [string, (sealed: Buffer) => Buffer][] = [
    ['cut off at the end of a chunk', sealed => sealed.subarray(0, 33 + chunk + 16)],
    ['cut off inside a chunk', sealed => sealed.subarray(0, sealed.length - 5)],
    ['cut off in the header', sealed => sealed.subarray(0, 10)],
    ['emptied', () => Buffer.alloc(0)],
    ['changed in one bit', sealed => flipped(sealed, 40_000)],
    ['changed in the salt', sealed => flipped(sealed, 5)],
    ['of an unknown format', sealed => flipped(sealed, 0)],
    ['with two chunks swapped', swapped],
    ['with something added', sealed => Buffer.concat([sealed, Buffer.alloc(20)])],
  ];

  it.each(tampering)('%s do not open', async (_what, tamper) => {
    const sealed = await seal(randomBytes(3 * chunk));
    await expect(open(tamper(sealed))).rejects.toThrow();
  });

  it('do not open in the place of another file', async () => {
    const sealed = await seal(Buffer.from('smlouva'), 'attachment/1/content');
    await expect(open(sealed, 'attachment/2/content')).rejects.toThrow();
  });

  it('do not open with another key', async () => {
    const sealed = await seal(Buffer.from('smlouva'));
    const other = createVault('quite another secret key, as long as the first');
    await expect(buffer(other.openFlow(inPieces(sealed), 'attachment/1/content'))).rejects.toThrow();
  });
});

function flipped(sealed: Buffer, at: number): Buffer {
  const copy = Buffer.from(sealed);
  copy.writeUInt8((copy[at] ?? 0) ^ 1, at);
  return copy;
}

function swapped(sealed: Buffer): Buffer {
  const [start, size] = [33, chunk + 16];
  const [first, second] = [sealed.subarray(start, start + size), sealed.subarray(start + size, start + 2 * size)];
  return Buffer.concat([sealed.subarray(0, start), second, first, sealed.subarray(start + 2 * size)]);
}
