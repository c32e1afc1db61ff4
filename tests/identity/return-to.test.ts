import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localPath } from '../../src/identity/return-to.ts';

test.each([
  ['/moje', '/moje'],
  ['/podani/7d1b/udaje?zpet=1', '/podani/7d1b/udaje?zpet=1'],
  ['/sluzby?hledat=pes a kočka', '/sluzby?hledat=pes%20a%20ko%C4%8Dka'],
  ['/a/../moje', '/moje'],
])('%s leads to %s', (text, path) => {
  expect(localPath(text)).toBe(path);
});

test.each([
  '',
  'moje',
  'https://evil.example',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\/evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '\t//evil.example',
  ' //evil.example',
  '/..//evil.example',
  '/%2e%2e//evil.example',
  '/.//evil.example',
  'javascript:alert(1)',
  '/moje\r\nSet-Cookie: a=b',
  '/\0',
  `/${'a'.repeat(600)}`,
])('%j leads nowhere', text => {
  expect(localPath(text)).toBeNull();
});

test('whatever is let through stays at the portal, as a browser reads it', () => {
  const piece = fc.constantFrom('/', '\\', '.', '..', '%2e', '//', 'evil.example', '@', ':', '?', '#', '\t', ' ', 'a');
  const address = fc.array(piece, { maxLength: 12 }).map(pieces => `/${pieces.join('')}`);
  fc.assert(
    fc.property(fc.oneof(address, fc.string()), text => {
      const path = localPath(text);
      if (path !== null) expect(new URL(path, 'https://portal.example.cz').host).toBe('portal.example.cz');
    }),
    { numRuns: 2000 },
  );
});
