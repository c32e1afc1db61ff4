import { formatDays } from '../../czech/format.ts';
import type { Definition } from '../definition.ts';
import type { Change } from './change.ts';
import { identity, properties, text, value, wording, type Describe } from './describe.ts';
import { listById } from './list.ts';
import { change, inside, labelIn, type Subject } from './subject.ts';

type Processing = Pick<Definition, 'department' | 'subjectFields' | 'plan' | 'clock' | 'decision'>;
type PlanStep = Definition['plan'][number];
type Clock = Definition['clock'];

const department = value<string>(
  { is: 'Odbor', has: 'odbor' },
  (slug, _side, { context }) => context.names.departments?.[slug] ?? `„${slug}“`,
);

const subjectFields: Describe<readonly string[]> = (before, after, subject) => {
  const { context } = subject;
  const made = (ids: readonly string[], side: 'before' | 'after') =>
    ids.length === 0 ? 'prázdný' : ids.map(id => labelIn(context[side], id)).join(', ');
  const sentence = `Řádek, podle kterého se případy poznají, je nově: ${made(after, 'after')} (dřív ${made(before, 'before')})`;
  return change(subject, 'changed', sentence);
};

const kindNames: Record<Clock['kind'], string> = {
  administrative: 'správní řízení',
  information: 'žádost o\u00a0informace',
  complaint: 'stížnost',
  own: 'vlastní lhůta',
};

/** Days and their unit are one period to people. */
function describeClock(before: Clock, after: Clock, subject: Subject): Change[] {
  const period = ({ days, unit }: Clock) => formatDays(days, unit);
  const isSamePeriod = before.days === after.days && before.unit === after.unit;
  return [
    ...(isSamePeriod
      ? []
      : change(inside(subject, 'days'), 'changed', `Lhůta je nově ${period(after)} (dřív ${period(before)})`)),
    ...describeClockLaw(before, after, subject),
  ];
}

const describeClockLaw = properties<Clock>({
  kind: value<Clock['kind']>({ is: 'Druh lhůty', has: 'druh lhůty' }, kind => `„${kindNames[kind]}“`),
  days: identity,
  unit: identity,
  provision: text({ is: 'Předpis, ze kterého lhůta plyne,', has: 'předpis, ze kterého lhůta plyne:' }),
});

/** Left out, it is the same as not wanted. */
const describeDecision: Describe<Definition['decision']> = (before, after, subject) => {
  const isWanted = after?.approval === true;
  if (isWanted === (before?.approval === true)) return [];
  const sentence = isWanted
    ? 'Rozhodnutí nově schvaluje vedoucí odboru'
    : 'Rozhodnutí už vedoucí odboru schvalovat nemusí';
  return change(subject, 'changed', sentence);
};

export const describeProcessing: Describe<Processing> = properties<Processing>({
  department,
  subjectFields,
  plan: listById<PlanStep>({
    noun: 'planStep',
    idOf: ({ id }) => id,
    nameOf: ({ title }) => title,
    describe: properties<PlanStep>({
      id: identity,
      title: wording('se nově jmenuje'),
      department,
      targetDays: value<number>({ is: 'Cílová doba', has: 'cílovou dobu' }, days => formatDays(days)),
    }),
  }),
  clock: describeClock,
  decision: describeDecision,
});
