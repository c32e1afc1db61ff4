import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Express } from 'express';
import nunjucks from 'nunjucks';
import { contentVersion } from './content-version.ts';
import { keepMacros } from './keep-macros.ts';
import type { Translate } from './texts.ts';
import { viewFilters } from './view-filters.ts';

export interface Views {
  /** A page outside of a request: mail, a test, the gallery. */
  render(template: string, view: object): string;
  /** Makes `res.render('slice/page.njk', view)` work. */
  attach(app: Express): void;
}

interface Settings {
  viewsDir: string;
  publicDir: string;
  t: Translate;
}

keepMacros();

export function createViews({ viewsDir, publicDir, t }: Settings): Views {
  const loader = new nunjucks.FileSystemLoader(viewsDir);
  const env = new nunjucks.Environment(loader, { autoescape: true, trimBlocks: true, lstripBlocks: true });
  for (const [name, filter] of Object.entries(viewFilters)) env.addFilter(name, filter);
  env.addGlobal('t', t);
  env.addGlobal('asset', assetUrls(publicDir));
  env.addGlobal('describedBy', describedBy);
  return {
    render: (template, view) => env.render(template, view),
    attach: app => {
      env.express(app);
    },
  };
}

/** `asset('css/portal.css')` is `/assets/css/portal.css?v=…`: the address changes with the content. */
function assetUrls(publicDir: string): (file: string) => string {
  const known = new Map<string, string>();
  return file => {
    let url = known.get(file);
    if (url === undefined) {
      url = `/assets/${file}?v=${contentVersion(readFileSync(path.join(publicDir, file)))}`;
      known.set(file, url);
    }
    return url;
  };
}

interface Described {
  id: string;
  hint?: unknown;
  prefilled?: unknown;
  error?: unknown;
}

/** What is said about a field, for `aria-describedby`; the template writes it under these ids. `more` is a second hint. */
function describedBy({ id, hint, prefilled, error }: Described, more?: unknown): string {
  const ids = [hint && `${id}-hint`, more && `${id}-more`, prefilled && `${id}-prefilled`, error && `${id}-error`];
  return ids.filter(Boolean).join(' ');
}
