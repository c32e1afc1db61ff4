import {
  fieldSchema,
  fieldTypes,
  isQuestion,
  type DefinitionInput,
  type Question,
} from '../src/core/form/definition.ts';
import { contact, filledForm, plainAgenda, type FilledForm } from './large-form.ts';

type Steps = DefinitionInput['steps'];
type Fields = Steps[number]['fields'];

/**
 * Forms as large as the limits let them be (core/form/check-size), each of one kind of work: rows with as many questions of
 * one type as fit in, long texts, conditions.
 */
export function heavyForms(): FilledForm[] {
  const types = fieldTypes.filter(type => type !== 'longText' && questionOf(type, 0) !== undefined);
  return [
    ...types.map(type => fullest(20, columns => [groupOf(questionsOf(type, columns))])),
    fullest(400, count => questionsOf('longText', count)),
    fullest(400, count => questionsOf('yesNo', count).map(question => ({ ...question, when: longCondition() }))),
  ];
}

function fullest(most: number, fieldsOf: (count: number) => Fields): FilledForm {
  for (let count = most; count > 0; count -= 1) {
    const who = { id: 'who', title: 'Kdo', fields: contact };
    const form = filledForm(plainAgenda([who, ...inSteps(fieldsOf(count))]));
    if (form) return form;
  }
  throw new Error('no such form is within the limits');
}

function inSteps(fields: Fields): Steps {
  const starts = Array.from({ length: Math.ceil(fields.length / 100) }, (_, index) => index * 100);
  return starts.map(start => ({ id: `step${start}`, title: 'Krok', fields: fields.slice(start, start + 100) }));
}

function groupOf(fields: Question[]): Fields[number] {
  return { type: 'group', id: 'rows', label: 'Řádky', rowLabel: 'Řádek', max: 200, fields };
}

function questionsOf(type: string, count: number): Question[] {
  return Array.from({ length: count }, (_, index) => questionOf(type, index)).filter(found => found !== undefined);
}

function questionOf(type: string, index: number): Question | undefined {
  const field = fieldSchema.safeParse({ type, id: `q${index}`, label: 'Otázka', ...settings[type] });
  return field.success && isQuestion(field.data) ? field.data : undefined;
}

const options = ['a', 'b', 'c'].map(value => ({ value, label: value }));
const settings: Partial<Record<string, object>> = {
  // So that texts are not the reason for which no more fit in.
  text: { maxLength: 100 },
  oneOf: { options },
  severalOf: { options },
  date: { minDaysFromToday: -30, maxDaysFromToday: 300 },
  person: { ask: ['born', 'address'] },
  organisation: { ask: ['address'] },
  birthNumber: { reason: 'Zákon.' },
};

/** Of nearly as many parts as one may have; all of them have to be looked at. */
function longCondition(): Record<string, unknown> {
  const others = Array.from({ length: 70 }, (_, index) => ({ '==': [{ var: 'name' }, `nikdo ${index}`] }));
  return { or: [...others, { '!!': [{ var: 'name' }] }] };
}
