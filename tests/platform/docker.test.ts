import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readSettings } from '../../src/config/read.ts';
import { settingNames } from '../../src/config/variables.ts';

// No Docker runs where the tests do; this is what can go wrong between these files and the rest without it.
const root = join(import.meta.dirname, '..', '..');
const read = (file: string): Promise<string> => readFile(join(root, file), 'utf8');

const service = z.strictObject({
  image: z
    .string()
    .regex(/:[\w.-]+$/, 'names no version')
    .optional(),
  build: z.literal('.').optional(),
  restart: z.literal('unless-stopped'),
  stop_grace_period: z.string().optional(),
  ports: z.array(z.string().regex(/^127\.0\.0\.1:\d+:\d+$/, 'is open to other machines')).optional(),
  environment: z.record(z.string(), z.string()).optional(),
  volumes: z.array(z.string().regex(/^[a-z-]+:\//)).optional(),
  depends_on: z.record(z.string(), z.strictObject({ condition: z.literal('service_healthy') })).optional(),
  healthcheck: z
    .strictObject({
      test: z.tuple([z.literal('CMD')], z.string()),
      interval: z.string(),
      timeout: z.string(),
      retries: z.int(),
      start_period: z.string().optional(),
    })
    .optional(),
});
const compose = z.strictObject({ services: z.record(z.string(), service), volumes: z.record(z.string(), z.null()) });

const { services, volumes } = compose.parse(parse(await read('docker-compose.yml')));
const instructions = (await read('Dockerfile'))
  .replaceAll('\\\n', ' ')
  .split('\n')
  .filter(line => line !== '' && !line.startsWith('#'))
  .map(line => ({ name: line.slice(0, line.indexOf(' ')), value: line.slice(line.indexOf(' ') + 1).trim() }));
const ignored = (await read('.dockerignore')).split('\n').filter(line => line !== '' && !line.startsWith('#'));
const valuesOf = (name: string): string[] => instructions.filter(line => line.name === name).map(({ value }) => value);

describe('docker-compose.yml', () => {
  test('starts each service after the healthy ones it needs', () => {
    for (const { depends_on = {} } of Object.values(services)) {
      for (const name of Object.keys(depends_on)) expect(services[name]?.healthcheck).toBeDefined();
    }
  });

  test('declares the volumes it uses, and uses those it declares', () => {
    const used = Object.values(services).flatMap(({ volumes = [] }) => volumes.map(volume => volume.split(':')[0]));
    expect(used.sort()).toEqual(Object.keys(volumes).sort());
  });

  test('describes all that an installation needs', () => {
    expect(Object.keys(services).sort()).toEqual(['clamav', 'mailpit', 'portal', 'postgres']);
  });

  test('gives the portal settings it knows and takes', () => {
    const image = valuesOf('ENV').flatMap(line => line.split(' ').map(pair => pair.split('=')));
    const given = [
      ...image.map(([name = '', value = '']) => [name, value] as const),
      ...Object.entries(services['portal']?.environment ?? {}),
    ];
    expect(given.map(([name]) => name).filter(name => !settingNames.includes(name))).toEqual([]);
    expect(readSettings(Object.fromEntries(given.map(([name, value]) => [name, interpolated(value)])))).toMatchObject({
      ok: true,
      settings: { production: true, demo: false, dataDir: '/data' },
    });
  });

  test('keeps no secret in itself', () => {
    const environments = Object.values(services).flatMap(({ environment = {} }) => Object.entries(environment));
    const secrets = environments.filter(([name]) => /PASSWORD|SECRET|DATABASE_URL/.test(name));
    expect(secrets.map(([, value]) => value).filter(value => !value.includes(':?'))).toEqual([]);
  });

  test('gives the portal time to finish what it is doing', () => {
    expect(services['portal']?.stop_grace_period).toBe('30s');
  });
});

describe('Dockerfile', () => {
  const copied = valuesOf('COPY').filter(value => value.startsWith('--from=build'));

  test('copies what exists, and everything that is read at run time', async () => {
    const sources = copied.map(value => value.split(' ')[1]?.replace('/portal/', '') ?? '');
    for (const source of sources) expect(await exists(source), source).toBe(true);
    expect(sources).toEqual(expect.arrayContaining(['node_modules', 'src', 'prisma', 'views', 'locales', 'public']));
  });

  test('builds from what is not ignored', () => {
    for (const needed of [
      'src',
      'prisma',
      'scripts',
      'styles',
      'views',
      'locales',
      'public',
      'package-lock.json',
      '.npmrc',
    ]) {
      expect(ignored).not.toContain(needed);
    }
    expect(ignored).toEqual(expect.arrayContaining(['.data', '.git', 'node_modules', 'src/generated']));
  });

  test('runs the portal itself, not as root, on the Node it was tested with', async () => {
    expect(valuesOf('USER')).toEqual(['node']);
    const command = z.tuple([z.literal('node'), z.string()]).parse(JSON.parse(valuesOf('CMD')[0] ?? ''));
    expect(await exists(command[1])).toBe(true);
    expect(valuesOf('FROM').map(value => value.split(' ')[0])).toEqual(
      Array(2).fill(`node:${process.versions.node.split('.')[0] ?? ''}-slim`),
    );
  });

  test('asks the portal for its health at an address that it answers', async () => {
    expect(valuesOf('HEALTHCHECK')[0]).toContain('/healthz');
    expect(await read('src/web/health.ts')).toContain(`'/healthz'`);
  });
});

/** As Compose fills it in, with something plausible for what the operator sets. */
function interpolated(value: string): string {
  return value.replaceAll(/\$\{\w+:\?[^}]*\}/g, 'x'.repeat(32)).replaceAll(/\$\{\w+:-([^}]*)\}/g, '$1');
}

async function exists(path: string): Promise<boolean> {
  return stat(join(root, path)).then(
    () => true,
    () => false,
  );
}
