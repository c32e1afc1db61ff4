import { load } from 'cheerio';
import type { Step } from '../src/core/form/definition.ts';
import type { Browser } from './browser.ts';

export const clicks = ['save', 'move', 'add', 'condition', 'delete'] as const;
export type Click = (typeof clicks)[number];
/** Milliseconds of each click of a kind. */
export type Times = Record<Click, number[]>;

export interface Place {
  /** Where the designer of the agenda is. */
  base: string;
  step: Step;
  /** A field of a later step, which gets a condition about what is added. */
  later: string;
}

/**
 * Writes on a step as its author does: every field is saved with another label and moved down and up again; beside each
 * one of its type is added, asked about further on, and deleted with that condition. In the end all is as before.
 */
export async function clickThrough(admin: Browser, { base, step, later }: Place): Promise<Times> {
  const times: Times = { save: [], move: [], add: [], condition: [], delete: [] };
  const stepPage = `${base}/kroky/${step.id}`;
  const press = async (kind: Click, at: { page: string; form: string }, fields: Record<string, string> = {}) => {
    const form = load((await admin.get(at.page)).html)(at.form);
    const values = new URLSearchParams(form.serializeArray().map(({ name, value }) => [name, value]));
    for (const [name, value] of Object.entries(fields)) values.set(name, value);
    const started = performance.now();
    const { path } = await admin.get(await admin.post(form.attr('action') ?? '', values));
    times[kind].push(performance.now() - started);
    return path;
  };

  for (const [index, { id, type }] of step.fields.entries()) {
    await press('save', { page: `${base}/otazky/${id}`, form: edit }, { label: `Na co se ptáme ${++labels}` });
    for (const smer of index === step.fields.length - 1 ? ['nahoru', 'dolu'] : ['dolu', 'nahoru']) {
      await press('move', { page: stepPage, form: `form[action$="/${id}/presun"]` }, { smer });
    }
    const added = await press('add', { page: stepPage, form: 'form[action$="/otazky"]' }, { type, label: 'Nová' });
    const asking = { akce: 'podminka-pridat', 'podminka-nova': added.split('/').at(-1) ?? '' };
    await press('condition', { page: `${base}/otazky/${later}`, form: edit }, asking);
    await press('delete', { page: `${added}/smazani`, form: 'form[action$="/smazani"]' });
  }
  return times;
}

const edit = 'form[data-autosave]';
let labels = 0;
