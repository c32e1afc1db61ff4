import { describe, expect, it } from 'vitest';

import type { Answers, Entry, SimpleValue } from '../../../../src/core/form/answers.ts';
import { fieldSchema, isQuestion, type Question, type QuestionType } from '../../../../src/core/form/definition.ts';
import { kindOf } from '../../../../src/core/form/fields/index.ts';
import { present } from '../../../../src/core/form/present.ts';

const today = Temporal.PlainDate.from('2026-03-05');

interface Table {
  type: QuestionType;
  /** What the author set, besides id and label. */
  field?: Record<string, unknown>;
  answers?: Answers;
  /** What is typed, the answer, and how it is read back. No-break spaces are written as ~. */
  accepts: [Entry, SimpleValue, string[]][];
  /** What is typed, the whole error, and the part it is about. */
  refuses: [Entry, string, string?][];
}

/** One type of question by a table: what is typed in, what comes out. */
export function fieldTable({ type, field, answers = {}, accepts, refuses }: Table): void {
  const question = aQuestion(type, field);
  const read = (entry: Entry | undefined) => kindOf(question).read(question, entry, { today, answers });

  describe(`${type} ${field === undefined ? '' : JSON.stringify(field)}`, () => {
    it.each(accepts)('%j is understood as %j', (entry, value, lines) => {
      expect(read(entry)).toEqual({ value });
      expect(present(question, value)).toEqual(lines.map(line => line.replaceAll('~', '\u00a0')));
    });

    it.each(refuses)('%j is refused: %s', (entry, error, part) => {
      const refusal = part === undefined ? {} : { part };
      expect(read(entry)).toEqual({ error: error.replaceAll('~', '\u00a0'), ...refusal });
    });

    it('nothing typed is no answer and no error, the question decides whether it is required', () => {
      expect([undefined, '', '  \t ', [], {}].map(read)).toEqual(Array(5).fill(undefined));
    });
  });
}

function aQuestion(type: QuestionType, field: Record<string, unknown> = {}): Question {
  const question = fieldSchema.parse({ type, id: 'asked', label: 'Otázka', ...field });
  if (!isQuestion(question)) throw new Error(`Nothing is typed into a ${question.type}.`);
  return question;
}
