import type { Rule } from './rule.ts';

/** Who receives the case and who does each step of the plan is a department the city has. */
export const responsibleDepartment: Rule = {
  name: 'responsible-department',
  level: 'error',
  find({ definition: { department, plan }, context: { departments } }) {
    const named = [
      { path: 'department', slug: department },
      ...plan.map((step, index) => ({ path: `plan[${index}].department`, slug: step.department })),
    ];
    return named.flatMap(({ path, slug }) => {
      if (slug === '') return [{ path, message: 'Vyberte odbor, který to vyřizuje.' }];
      if (departments.includes(slug)) return [];
      return [{ path, message: `Odbor „${slug}“ v\u00a0portálu není. Vyberte jiný.` }];
    });
  },
};
