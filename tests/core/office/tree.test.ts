import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { above, inOrder, moved, withUnits } from '../../../src/core/office/tree.ts';

const place = (id: string, parentId: string | null = null, position = 0) => ({ id, name: id, parentId, position });
const office = [
  place('registr', 'dopravy', 1),
  place('spravni', null, 1),
  place('dopravy', null, 2),
  place('silnice', 'dopravy', 0),
  place('mosty', 'silnice'),
  place('finance', null, 0),
];

test('departments stand in the order of the tree, with the way to each', () => {
  const lines = inOrder(office).map(({ depth, path }) => `${depth} ${path.join('/')}`);
  expect(lines).toEqual([
    '0 finance',
    '0 spravni',
    '0 dopravy',
    '1 dopravy/silnice',
    '2 dopravy/silnice/mosty',
    '1 dopravy/registr',
  ]);
});

test.each([
  ['dopravy', ['dopravy', 'mosty', 'registr', 'silnice']],
  ['mosty', ['mosty']],
])('%s comes with all that lies below it', (id, expected) => {
  expect([...withUnits(office, id)].sort()).toEqual(expected);
});

test('what lies below is found even where data go round in a circle', () => {
  expect([...withUnits([place('a', 'b'), place('b', 'a')], 'a')].sort()).toEqual(['a', 'b']);
});

test.each<[string, string[]]>([
  ['mosty', ['silnice', 'dopravy']],
  ['registr', ['dopravy']],
  ['finance', []],
  ['nic', []],
])('above %s lies what it is a unit of, the nearest first', (id, expected) => {
  expect(above(office, id)).toEqual(expected);
});

test('what lies above is found even where data go round in a circle', () => {
  expect(above([place('a', 'b'), place('b', 'a')], 'a')).toEqual(['b', 'a']);
});

describe('moving among siblings', () => {
  test.each<[string, -1 | 1, string[] | null]>([
    ['spravni', -1, ['spravni', 'finance', 'dopravy']],
    ['spravni', 1, ['finance', 'dopravy', 'spravni']],
    ['registr', -1, ['registr', 'silnice']],
    ['finance', -1, null],
    ['mosty', 1, null],
    ['nic', 1, null],
  ])('%s by %i', (id, by, expected) => {
    expect(moved(office, id, by)?.map(department => department.id) ?? null).toEqual(expected);
  });

  test('there and back changes nothing', () => {
    fc.assert(
      fc.property(fc.nat(2), fc.constantFrom<-1 | 1>(-1, 1), (index, by) => {
        const siblings = ['a', 'b', 'c'].map((id, position) => place(id, null, position));
        const id = siblings[index]?.id ?? '';
        const there = moved(siblings, id, by)?.map((department, position) => ({ ...department, position }));
        if (!there) return;
        expect(moved(there, id, by === 1 ? -1 : 1)?.map(department => department.id)).toEqual(['a', 'b', 'c']);
      }),
    );
  });
});
