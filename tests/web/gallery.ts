import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { createTexts } from '../../src/web/texts.ts';
import { createViews } from '../../src/web/views.ts';

const root = path.join(import.meta.dirname, '../..');
export const publicDir = path.join(root, 'public');
export const componentsDir = path.join(root, 'views/components');

export const views = createViews({
  viewsDir: path.join(root, 'views'),
  publicDir,
  t: createTexts({ localesDir: path.join(root, 'locales'), strict: true }),
});

const examplesSchema = z.record(
  z.string(),
  z.array(z.object({ state: z.string(), params: z.record(z.string(), z.unknown()) })).min(1),
);

/** Per component its states, as `views/gallery/examples.json` has them. */
export const examples = examplesSchema.parse(
  JSON.parse(readFileSync(path.join(root, 'views/gallery/examples.json'), 'utf8')),
);

/** The page that shows every component in every state. */
export function galleryPage(): string {
  const components = Object.entries(examples).map(([name, states]) => ({
    name,
    macro: macroOf(name),
    examples: states,
  }));
  return views.render('gallery/index.njk', { title: 'Galerie', components });
}

/** One component, through its macro, as pages call it. */
export function renderComponent(name: string, params: object): string {
  return views.render('gallery/component.njk', { name, macro: macroOf(name), params });
}

/** The macro of `field-text` is `fieldText`. */
function macroOf(name: string): string {
  return name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
