import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import { engineAdapter } from './adapter.ts';
import { readSchema } from './folder.ts';

type Exports = { __wbindgen_start: () => void };

// Node has it; TypeScript knows it only together with the types of a browser.
declare const WebAssembly: {
  instantiate: (bytes: Uint8Array, imports: object) => Promise<{ instance: { exports: Exports } }>;
};

let loaded: Promise<void> | undefined;

/**
 * Lends Prisma's schema engine for one piece of work on a database. It is the engine compiled to WebAssembly: the
 * native one is a download from outside npm.
 */
export async function withEngine<T>(
  params: { url: string; afterScript?: string },
  work: (engine: bindings.SchemaEngine) => Promise<T>,
): Promise<T> {
  await (loaded ??= load());
  const adapter = engineAdapter(params);
  const silent = (): void => undefined;
  try {
    const engine = await bindings.SchemaEngine.new(
      { datamodels: [['schema.prisma', await readSchema()]] },
      silent,
      bindMigrationAwareSqlAdapterFactory(adapter.factory),
    );
    return await work(engine);
  } finally {
    await adapter.close();
  }
}

async function load(): Promise<void> {
  const engine = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm');
  const file = join(dirname(engine), 'schema_engine_bg.wasm');
  const { instance } = await WebAssembly.instantiate(await readFile(file), { './schema_engine_bg.js': imports() });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
}

/** The engine leaves a timer of ten seconds behind; a command must not wait for it. */
function imports(): object {
  const timers = Object.entries(bindings).filter(([name]) => name.startsWith('__wbg_setTimeout'));
  const start = (callback: () => void, milliseconds: number): NodeJS.Timeout =>
    setTimeout(callback, milliseconds).unref();
  return { ...bindings, ...Object.fromEntries(timers.map(([name]) => [name, start])) };
}
