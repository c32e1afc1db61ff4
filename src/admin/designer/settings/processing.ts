import type { Answers } from '../../../core/form/answers.ts';
import type { Definition } from '../../../core/form/definition.ts';
import { newId } from '../../../core/form/edit/new-id.ts';
import { legalClocks } from '../../../core/form/legal-clocks.ts';
import { numberOf, questions, rowsOf, rowsWith, textOf, typed, type SettingsPart } from './part.ts';

type Clock = Definition['clock'];

/** The way a case goes through the office, and by when it has to be decided. */
export const processing: SettingsPart = {
  id: 'postup',
  fields: (_sketch, { departments }) =>
    questions(
      {
        type: 'group',
        id: 'plan',
        label: 'Postup vyřízení',
        hint: 'Kroky tak, jak jdou za sebou. Uvidí je i\u00a0ten, kdo podával.',
        rowLabel: 'Krok postupu',
        max: 12,
        fields: [
          {
            type: 'text',
            id: 'title',
            label: 'Co se děje',
            hint: 'Třeba Kontrola žádosti.',
            maxLength: 300,
            required: false,
          },
          {
            type: 'oneOf',
            id: 'department',
            label: 'Který odbor',
            required: false,
            options: departments.map(({ slug, name }) => ({ value: slug, label: name })),
          },
          { type: 'number', id: 'targetDays', label: 'Cíl', unit: 'dnů', min: 1, max: 365, required: false },
        ],
      },
      {
        type: 'oneOf',
        id: 'kind',
        label: 'Do kdy musí být vyřízeno',
        required: true,
        options: [
          ...Object.entries(legalClocks).map(([value, clock]) => ({ value, label: clock.name, hint: clock.provision })),
          { value: 'own', label: 'Vlastní lhůta' },
        ],
      },
      {
        type: 'number',
        id: 'days',
        label: 'Kolik dnů',
        min: 1,
        max: 365,
        required: true,
        when: { '==': [{ var: 'kind' }, 'own'] },
      },
      {
        type: 'oneOf',
        id: 'unit',
        label: 'Jaké dny se počítají',
        required: true,
        when: { '==': [{ var: 'kind' }, 'own'] },
        options: [
          { value: 'calendar', label: 'Všechny' },
          { value: 'working', label: 'Jen pracovní' },
        ],
      },
      {
        type: 'text',
        id: 'provision',
        label: 'Podle čeho',
        hint: 'Ustanovení zákona, nebo kdo se k\u00a0lhůtě zavázal.',
        maxLength: 300,
        when: { '==': [{ var: 'kind' }, 'own'] },
      },
      {
        type: 'yesNo',
        id: 'approval',
        label: 'Schvaluje rozhodnutí vedoucí odboru?',
        hint: 'Pokud ano, bez schváleného rozhodnutí případ vyřídit nejde.',
        required: false,
      },
    ),
  toEntries: ({ plan, clock, decision }) => ({
    plan: plan.map(({ title, department, targetDays }) => ({ title, department, targetDays: typed(targetDays) })),
    kind: clock.kind,
    days: typed(clock.days),
    unit: clock.unit,
    provision: clock.provision,
    approval: decision?.approval === true ? 'yes' : 'no',
  }),
  apply: (sketch, answers, origin): Definition => ({
    ...sketch,
    plan: planOf(sketch, answers, origin('plan')),
    clock: clockOf(answers) ?? sketch.clock,
    ...decisionOf(answers, sketch),
  }),
};

/** A step keeps its id, a new one gets one made of its title. */
function planOf(sketch: Definition, answers: Answers, places: number[]): Definition['plan'] {
  const plan: Definition['plan'] = [];
  rowsWith(rowsOf(answers, 'plan'), sketch.plan, places).forEach(({ row, before }) => {
    const title = textOf(row, 'title');
    const id = before?.id ?? newId({ ...sketch, plan: [...sketch.plan, ...plan] }, title, 'krokPostupu');
    plan.push({ id, title, department: textOf(row, 'department'), targetDays: numberOf(row, 'targetDays') ?? 1 });
  });
  return plan;
}

/** An agenda that never said anything of it goes on saying nothing. */
function decisionOf({ approval }: Answers, { decision }: Definition): Pick<Definition, 'decision'> {
  return approval === true || decision ? { decision: { approval: approval === true } } : {};
}

function clockOf(answers: Answers): Clock | undefined {
  const kind = textOf(answers, 'kind');
  if (kind === 'administrative' || kind === 'information' || kind === 'complaint') {
    const { days, unit, provision } = legalClocks[kind];
    return { kind, days, unit, provision };
  }
  const days = numberOf(answers, 'days');
  const unit = textOf(answers, 'unit') === 'working' ? 'working' : 'calendar';
  return days === undefined ? undefined : { kind: 'own', days, unit, provision: textOf(answers, 'provision') };
}
