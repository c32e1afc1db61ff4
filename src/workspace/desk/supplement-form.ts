import { z } from 'zod';
import type { CorrectionItem } from '../../core/case/corrections.ts';
import { day, text, withUnixLines } from './fields.ts';

/** What a call to mend the filing says, as the form sends it: a box to tick and a text for each thing of the filing. */
export interface SupplementForm {
  /** What was ticked; whether the filing has it, the filing knows. */
  items: Pick<CorrectionItem, 'kind' | 'id' | 'problem'>[];
  until: Temporal.PlainDate;
  consequence: string;
  suspends: boolean;
}

const otherDay = 'jiny';
const noDay = 'Vyberte, do kdy má žadatel podání doplnit.';

const restForm = z.object({
  /** One of the days that are offered, or `jiny`. */
  'vyzva-termin': z.union([z.literal(otherDay), day(noDay)], { error: noDay }),
  'vyzva-nasledek': text('Napište, co se stane, když žadatel nic nedoplní.', 1000),
  'vyzva-stoji': z.literal('ano').optional(),
});

/** All that is wrong is said at once, whichever part of the form it is in. */
export const supplementForm = z.record(z.string(), z.unknown()).transform((body, context): SupplementForm => {
  const rest = restForm.safeParse(body);
  const own = body['vyzva-termin'] === otherDay ? day(noDay).safeParse(body['vyzva-den']) : null;
  const items = tickedItems(body);
  const say = (field: string, message: string): void => {
    context.addIssue({ code: 'custom', path: [field], message });
  };
  if (items.length === 0) say('vyzva-co', 'Vyberte, co má žadatel opravit nebo doplnit.');
  for (const { kind, id, problem } of items) {
    if (problem === '') say(problemField({ kind, id }), 'Napište, co je špatně a\u00a0jak to má být.');
    if (problem.length > 2000) say(problemField({ kind, id }), 'Zkraťte text na\u00a0nejvýš 2000\u00a0znaků.');
  }
  for (const { path, message } of rest.error?.issues ?? []) say(String(path[0]), message);
  if (own?.success === false) say('vyzva-den', noDay);
  const termin = rest.data?.['vyzva-termin'];
  const until = termin === otherDay ? own?.data : termin;
  if (!rest.data || !until) return z.NEVER;
  return {
    items,
    until,
    consequence: rest.data['vyzva-nasledek'],
    suspends: rest.data['vyzva-stoji'] === 'ano',
  };
});

type Thing = Pick<CorrectionItem, 'kind' | 'id'>;

/** The box to tick. */
export function tickField({ kind, id }: Thing): string {
  return `vyzva-co-${kind}-${id}`;
}

/** What is wrong with it. */
export function problemField({ kind, id }: Thing): string {
  return `vyzva-chyba-${kind}-${id}`;
}

const ticked = /^vyzva-co-(answer|attachment)-(.{1,100})$/;

function tickedItems(body: Record<string, unknown>): SupplementForm['items'] {
  return Object.keys(body).flatMap(name => {
    const [, kind, id] = ticked.exec(name) ?? [];
    if (id === undefined || (kind !== 'answer' && kind !== 'attachment')) return [];
    const problem = body[problemField({ kind, id })];
    return [{ kind, id, problem: typeof problem === 'string' ? withUnixLines(problem) : '' }];
  });
}
