import type { Definition, Field, Logic, RowField, Rule } from '../definition.ts';
import { asksAbout, dropAsked } from './drop-asked.ts';

type Ids = ReadonlySet<string>;

/** An agenda in which nothing refers to these fields any more; the fields themselves stay. */
export function withoutReferences(definition: Definition, ids: Ids): Definition {
  const { applicant, fee, visit } = definition;
  return {
    ...definition,
    steps: definition.steps.map(step => ({
      ...withCondition(step, ids),
      fields: step.fields.map(field => fieldWithout(field, ids)),
    })),
    attachments: definition.attachments.map(slot => withCondition(slot, ids)),
    rules: definition.rules.flatMap(rule => ruleWithout(rule, ids)),
    fee: feeWithout(fee, ids),
    visit: { ...visit, bring: visit.bring.map(item => withCondition(item, ids)) },
    subjectFields: definition.subjectFields.filter(id => !ids.has(id)),
    applicant: {
      name: ids.has(applicant.name) ? '' : applicant.name,
      email: ids.has(applicant.email) ? '' : applicant.email,
      ...(applicant.phone !== undefined && !ids.has(applicant.phone) && { phone: applicant.phone }),
    },
  };
}

/** What a formula is until its author has said it: it gives nothing. */
export const emptyFormula: Logic = {};

function withCondition<T extends { when?: Logic | undefined }>(item: T, ids: Ids): T {
  if (item.when === undefined || !asksAbout(item.when, ids)) return item;
  const { when, ...rest } = item;
  const left = dropAsked(when, ids);
  return (left === undefined ? rest : { ...rest, when: left }) as T;
}

function fieldWithout(field: Field, ids: Ids): Field {
  const kept = withCondition(field, ids);
  if (kept.type === 'group') return { ...kept, fields: kept.fields.map(inner => fieldWithout(inner, ids) as RowField) };
  if (kept.type === 'computed' && asksAbout(kept.value, ids)) return { ...kept, value: emptyFormula };
  if (kept.type !== 'date') return kept;
  const { notBefore: gone, ...date } = kept;
  return ids.has(gone ?? '') ? date : kept;
}

function ruleWithout(rule: Rule, ids: Ids): Rule[] {
  return ids.has(rule.at) || asksAbout(rule.holds, ids) ? [] : [withCondition(rule, ids)];
}

/** A row whose condition is gone would be charged always, so it goes with it. */
function feeWithout({ charge, ...fee }: Definition['fee'], ids: Ids): Definition['fee'] {
  if (charge === undefined) return fee;
  if (charge.by === 'formula') return asksAbout(charge.crowns, ids) ? fee : { ...fee, charge };
  return { ...fee, charge: { ...charge, rows: charge.rows.filter(({ when }) => !asksAbout(when, ids)) } };
}
