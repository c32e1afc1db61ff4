import type { Request, Response } from 'express';
import { formBody } from '../../web/input.ts';
import type { Pending, SeenSketch } from './plan-import.ts';
import { readSeen, seenText } from './seen-sketch.ts';

/** What the page below was answered with; undefined when it was not asked yet. */
export function chosenSketches(req: Request): SeenSketch[] | undefined {
  const { rozhodnuto, nahradit } = formBody(req);
  return rozhodnuto === 'ano' ? readSeen(nahradit) : undefined;
}

interface Asking {
  sketches: readonly Pending[];
  /** How many documents are kept whatever is chosen. */
  others: number;
  /** What was sent, to be sent again: a browser gives no file twice. */
  text: string;
}

/**
 * 409: some of the agendas have a sketch that says something else. Nothing is kept until somebody says which of them to
 * replace. A sketch that has changed since it was chosen is to be chosen again.
 */
export function askAboutSketches(req: Request, res: Response, { sketches, others, text }: Asking): void {
  const chosen = chosenSketches(req)?.map(seenText);
  const options = sketches.map(sketch => ({ ...sketch, value: seenText(sketch), title: sketch.title || sketch.slug }));
  const isStale = chosen?.some(value => !options.some(option => option.value === value)) ?? false;
  const message = 'Některý z\u00a0vybraných konceptů mezitím někdo změnil. Vyberte prosím znovu.';
  res.status(409).render('admin/import-sketches.njk', {
    section: 'sprava',
    place: 'import',
    options,
    others,
    chosen: chosen ?? [],
    // Without line ends, which browsers change on the way.
    text: JSON.stringify(JSON.parse(text)),
    errors: isStale ? [{ field: 'nahradit', message }] : [],
    error: isStale ? { nahradit: message } : {},
  });
}
