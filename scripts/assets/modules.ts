import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Writes libraries for the browser as ES modules of one file, so that the address of the file changes with its content.
 * The package's own modules are many, and import each other by addresses that stay.
 */
export async function buildModules(root: string): Promise<void> {
  const source = path.join(root, 'node_modules/@simplewebauthn/browser/dist/bundle/index.umd.min.js');
  const target = path.join(root, 'public/vendor');
  await mkdir(target, { recursive: true });
  await writeFile(path.join(target, 'webauthn.js'), asModule(await readFile(source, 'utf8')));
}

/** The bundle is written for Node's modules as well as for a script: it is given what it looks for there. */
function asModule(bundle: string): string {
  return `const exports = {};\nconst module = { exports };\n${bundle}\nexport const { startAuthentication, startRegistration, browserSupportsWebAuthn } = exports;\n`;
}
