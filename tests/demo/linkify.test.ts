import { expect, test } from 'vitest';
import { linkify } from '../../src/demo/linkify.ts';

const portal = 'http://localhost:3000';

test.each([
  ['bez odkazu', [{ text: 'bez odkazu' }]],
  [`${portal}/moje`, [{ text: `${portal}/moje`, href: '/moje' }]],
  [
    `Tady: ${portal}/x?a=1 a dál`,
    [{ text: 'Tady: ' }, { text: `${portal}/x?a=1`, href: '/x?a=1' }, { text: ' a dál' }],
  ],
  ['https://evil.example/x', [{ text: 'https://evil.example/x' }]],
  [`${portal}.evil.example/x`, [{ text: `${portal}.evil.example/x` }]],
  ['', []],
])('%j', (line, pieces) => {
  expect(linkify(line, portal)).toEqual(pieces);
});
