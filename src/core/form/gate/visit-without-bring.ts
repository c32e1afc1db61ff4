import type { Rule } from './rule.ts';

/** Nobody comes to the office for nothing. */
export const visitWithoutBring: Rule = {
  name: 'visit-without-bring',
  level: 'warning',
  find: ({ definition: { visit, prepare } }) =>
    visit.needed && visit.bring.length === 0 && prepare.length === 0
      ? [{ path: 'visit.bring', message: 'Na úřad se musí přijít. Napište, co si lidé mají vzít s\u00a0sebou.' }]
      : [],
};
