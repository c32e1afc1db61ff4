import { mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import packed, { inflate } from '@sparticuz/chromium';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { z } from 'zod';

const cache = join(import.meta.dirname, '..', '..', '.cache');

/**
 * A headless Chromium from npm, with the libraries and fonts packed with it: nothing is downloaded or installed by
 * hand, and pages look alike on every machine. Nothing weakens it towards pages but the missing sandbox, which needs
 * rights a container seldom has. The caller closes it.
 */
export async function launchBrowser(): Promise<Browser> {
  // On a crowded machine it may crash before its first page; what tests look at begins after that.
  return launch().catch(launch);
}

async function launch(): Promise<Browser> {
  const folder = await unpacked();
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    args: ['--no-sandbox', '--no-zygote', '--in-process-gpu', '--font-render-hinting=none', '--disable-dev-shm-usage'],
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: folder,
      LANG: 'cs_CZ.UTF-8',
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: await fontsOf(folder),
    },
  });
}

/** Once per version; renamed into place when whole, since several test workers may come at the same time. */
async function unpacked(): Promise<string> {
  const folder = join(cache, `chromium-${await packedVersion()}`);
  if (await exists(folder)) return folder;
  await mkdir(cache, { recursive: true });
  const draft = await mkdtemp(join(cache, 'chromium-'));
  await unpackInto(draft);
  await rename(draft, folder).catch(() => rm(draft, { recursive: true }));
  return folder;
}

/** The package unpacks into the system's folder for temporary files, wherever that is. */
async function unpackInto(folder: string): Promise<void> {
  const usual = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    await Promise.all([packed.executablePath(), inflate(join(packageFolder(), 'bin', 'al2023.tar.br'))]);
  } finally {
    if (usual === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = usual;
  }
}

/** The packed settings look for fonts where another system has them; without any, letters outside the page's own end the browser. */
async function fontsOf(folder: string): Promise<string> {
  const file = join(folder, 'own-fonts.conf');
  if (await exists(file)) return file;
  const draft = `${file}.${process.pid}`;
  await writeFile(
    draft,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>
`,
  );
  await rename(draft, file);
  return file;
}

async function packedVersion(): Promise<string> {
  const manifest = await readFile(join(packageFolder(), 'package.json'), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(manifest)).version;
}

function packageFolder(): string {
  return dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
