import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { compileAsync, type Importer } from 'sass';
import { contentVersion } from '../../src/web/content-version.ts';

/** Compiles `styles/portal.scss`; it may use `portal:tokens` and `portal:fonts`, which are made here. */
export async function buildStyles(root: string, fontFaces: string): Promise<void> {
  const tokens = await readFile(path.join(root, 'node_modules/@gov-design-system-ce/styles/lib/tokens.css'), 'utf8');
  const { css } = await compileAsync(path.join(root, 'styles/portal.scss'), {
    style: 'compressed',
    loadPaths: [path.join(root, 'node_modules/govuk-frontend/dist')],
    importers: [virtual({ 'portal:tokens': sassVariables(tokens), 'portal:fonts': fontFaces })],
    quietDeps: true,
  });
  await mkdir(path.join(root, 'public/css'), { recursive: true });
  await writeFile(path.join(root, 'public/css/portal.css'), await withVersions(css, path.join(root, 'public')));
}

/** Gives each file the sheet asks for the address that `asset` gives it in a page. */
async function withVersions(css: string, publicDir: string): Promise<string> {
  const files = [...new Set(css.match(/\/assets\/[\w./-]+/g))];
  let versioned = css;
  for (const url of files) {
    const content = await readFile(path.join(publicDir, url.slice('/assets/'.length)));
    versioned = versioned.replaceAll(url, `${url}?v=${contentVersion(content)}`);
  }
  return versioned;
}

/** The design system's tokens that are plain values, as Sass variables; the first definition is the one for phones. */
function sassVariables(css: string): string {
  const variables = new Map<string, string>();
  for (const [, name, value] of css.matchAll(/--((?:color|spacing|corner|font-size|height)-[\w-]+):\s*([^;{}]+)/g)) {
    if (name && value && !value.includes('var(') && !variables.has(name)) variables.set(name, value.trim());
  }
  return [...variables].map(([name, value]) => `$${name}: ${value};`).join('\n');
}

function virtual(files: Record<string, string>): Importer<'async'> {
  return {
    canonicalize: url => (url in files ? new URL(url) : null),
    load: url => ({ contents: files[url.href] ?? '', syntax: 'scss' }),
  };
}
