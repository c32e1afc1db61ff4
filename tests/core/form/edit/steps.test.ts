import { expect, test } from 'vitest';
import {
  addStep,
  duplicateStep,
  editStep,
  moveStep,
  moveStepBefore,
  removeStep,
} from '../../../../src/core/form/edit/steps.ts';
import { coherenceProblems } from '../../../../src/core/form/check-coherence.ts';
import { aSketch, done } from './sketch.ts';

const sketch = aSketch();
const ids = (definition: { steps: { id: string }[] }) => definition.steps.map(({ id }) => id);

test('a step is added at the end or in front of another', () => {
  expect(ids(done(addStep(sketch, { title: 'Kdo platí' })))).toEqual(['who', 'what', 'costs', 'kdoPlati']);
  expect(ids(done(addStep(sketch, { title: 'Úvod', before: 'who' })))[0]).toBe('uvod');
});

test('a step is said anew and keeps its fields', () => {
  const edited = done(editStep(sketch, 'what', { title: 'Vaše zvíře', why: 'Protože.', fields: [] }));
  expect(edited.steps[1]).toMatchObject({
    id: 'what',
    title: 'Vaše zvíře',
    why: 'Protože.',
    fields: sketch.steps[1]?.fields,
  });
  expect(editStep(sketch, 'nobody', { title: 'X' })).toEqual({ ok: false, reason: 'missing' });
  expect(editStep(sketch, 'what', { title: 'x'.repeat(301) })).toMatchObject({
    reason: 'invalid',
    problems: [{ path: 'title' }],
  });
});

test('steps move by one and in front of another, and stay at the ends', () => {
  expect(ids(done(moveStep(sketch, { id: 'what', direction: 'up' })))).toEqual(['what', 'who', 'costs']);
  expect(ids(done(moveStep(sketch, { id: 'who', direction: 'up' })))).toEqual(['who', 'what', 'costs']);
  expect(ids(done(moveStepBefore(sketch, { id: 'costs', before: 'who' })))).toEqual(['costs', 'who', 'what']);
  expect(ids(done(moveStepBefore(sketch, { id: 'who' })))).toEqual(['what', 'costs', 'who']);
});

test('a copy of a step hangs together by itself', () => {
  const copied = done(duplicateStep(sketch, 'what'));
  expect(ids(copied)).toEqual(['who', 'what', 'what2', 'costs']);
  const copy = copied.steps[2];
  expect(copy?.fields.map(({ id }) => id)).toEqual(['animal2', 'dogName2', 'from2', 'to2', 'days2']);
  expect(copy?.fields[1]?.when).toEqual({ '==': [{ var: 'animal2' }, 'dog'] });
  expect(copy?.fields[3]).toMatchObject({ notBefore: 'from2' });
  expect(coherenceProblems(copied)).toEqual(coherenceProblems(sketch));
});

test('there are at most 40 steps', () => {
  let full = sketch;
  while (full.steps.length < 40) full = done(addStep(full, { title: 'Krok' }));
  expect(addStep(full, { title: 'Krok' })).toMatchObject({ ok: false, reason: 'limit' });
  expect(duplicateStep(full, 'who')).toMatchObject({ ok: false, reason: 'limit' });
});

test('a step goes with its fields', () => {
  expect(ids(done(removeStep(sketch, { id: 'costs', withReferences: false })))).toEqual(['who', 'what']);
});
