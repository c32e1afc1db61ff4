import { describe, expect, test } from 'vitest';
import type { Actor } from '../../../src/core/actor.ts';
import { transition } from '../../../src/core/case/lifecycle.ts';
import { type Letter, letterStep, type LetterState, letterSteps } from '../../../src/core/letters/steps.ts';
import {
  agenda,
  builder,
  citizen,
  clerk,
  colleague,
  decide,
  deputy,
  guest,
  head,
  headAbove,
  now,
  registrar,
  worked,
} from '../case/people.ts';

const approving = { ...worked, agenda: { ...agenda, decision: { approval: true } } };

function decision(state: LetterState): Letter {
  return { kind: 'decision', state, authorId: clerk.officerId };
}

const whole = ['edit', 'attach', 'askApproval', 'issue'];

describe('what may be done with a letter', () => {
  test.each<[string, LetterState, Actor, string[]]>([
    ['a draft by its author', 'draft', clerk, whole],
    ['a draft by the deputy of the holder', 'draft', deputy, whole],
    ['a draft by the head', 'draft', head, whole],
    ['a draft by a colleague', 'draft', colleague, []],
    ['a draft by another department', 'draft', builder, []],
    ['a draft by the registry', 'draft', registrar, []],
    ['a draft by the applicant', 'draft', citizen, []],
    ['a draft by a guest', 'draft', guest, []],
    ['one that waits by its author', 'forApproval', clerk, []],
    ['one that waits by the head', 'forApproval', head, ['approve', 'return']],
    ['one that waits by the head above', 'forApproval', headAbove, ['approve', 'return']],
    ['an approved one by its author', 'approved', clerk, ['edit', 'attach', 'issue']],
    ['an approved one by the head', 'approved', head, ['edit', 'attach', 'return', 'issue']],
    ['an issued one by its author', 'issued', clerk, []],
    ['an issued one by the head', 'issued', head, []],
  ])('%s', (_what, state, actor, steps) => {
    expect(letterSteps(decision(state), worked, actor)).toEqual(steps);
  });

  test('a colleague of the department finishes their own letter, whoever has the case', () => {
    const own = { ...decision('draft'), authorId: colleague.officerId };
    expect(letterSteps(own, worked, colleague)).toEqual(whole);
    expect(letterSteps(own, { ...worked, biased: [colleague.officerId] }, colleague)).toEqual([]);
  });

  test('what was approved and is changed has to be approved anew', () => {
    expect(letterStep(decision('approved'), 'edit', approving, clerk)).toEqual({ ok: true, state: 'draft' });
    expect(letterStep(decision('approved'), 'attach', approving, clerk)).toEqual({ ok: true, state: 'approved' });
  });

  test('a decision is issued only when approved, where the agenda wants it', () => {
    expect(letterStep(decision('draft'), 'issue', approving, clerk)).toEqual({
      ok: false,
      message: 'Rozhodnutí musí nejdřív schválit vedoucí odboru.',
    });
    expect(letterStep(decision('approved'), 'issue', approving, clerk)).toEqual({ ok: true, state: 'issued' });
    const letter: Letter = { ...decision('draft'), kind: 'letter' };
    expect(letterStep(letter, 'issue', approving, clerk)).toEqual({ ok: true, state: 'issued' });
  });

  test('what is issued stays, and says so', () => {
    expect(letterStep(decision('issued'), 'edit', worked, clerk)).toEqual({
      ok: false,
      message: 'Dopis už je vydaný, měnit ho nejde.',
    });
  });
});

describe('deciding, where the agenda wants an approved decision', () => {
  test.each([
    ['without one', false, 'decisionNotApproved'],
    ['not said', undefined, 'decisionNotApproved'],
    ['with one', true, null],
  ])('%s', (_what, isWritten, code) => {
    const action = isWritten === undefined ? decide : { ...decide, isWritten };
    const result = transition(approving, action, clerk, now);
    expect(result.ok ? null : result.refusal.code).toBe(code);
  });

  test('elsewhere none is needed', () => {
    expect(transition(worked, decide, clerk, now).ok).toBe(true);
  });
});
