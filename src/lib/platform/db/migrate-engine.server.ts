import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type pg from 'pg';

/** Where nothing is left out of a comparison: the engine wants it said. */
export const NO_FILTER = { externalTables: [], externalEnums: [] };

/**
 * Prisma Migrate's own engine as WebAssembly: nothing is downloaded, as the native one would be.
 * It takes 30 ms to load, so load it only where there is something to migrate.
 */
export async function openSchemaEngine(pool: pg.Pool): Promise<{
  engine: SchemaEngine;
  /** What the database said about an error of the engine, which knows it by number only. */
  explain(error: unknown): string;
}> {
  loading ??= load();
  const { SchemaEngine } = await loading;
  const adapter = bindMigrationAwareSqlAdapterFactory(new AtomicScripts(pool));
  return {
    engine: await SchemaEngine.new({ datamodels: undefined }, () => {}, adapter),
    explain(error) {
      const { message } = error as Error;
      const id = Number(/External error id#(\d+)/.exec(message)?.[1] ?? -1);
      const original = adapter.errorRegistry.consumeError(id)?.error;
      return original instanceof Error ? original.message : message;
    },
  };
}

type Bindings = typeof import('@prisma/schema-engine-wasm/schema_engine_bg');
let loading: Promise<Bindings> | undefined;

// Once in a process: the bindings remember one WebAssembly memory, and break with a second one.
async function load(): Promise<Bindings> {
  const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = await readFile(wasmFile());
  const { instance } = await WebAssembly.instantiate(bytes, {
    './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports,
  });
  const { __wbg_set_wasm } = bindings as unknown as { __wbg_set_wasm(exports: object): void };
  __wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return bindings;
}

/**
 * Runs a migration as one transaction, and notes in the same one that it is done: whenever the
 * program is killed, the migration has happened and is on record, or has not happened at all.
 * (Prisma's adapter would split a script at every semicolon, those inside functions too.)
 */
class AtomicScripts extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      await adapter.underlyingDriver().query(`${script}\n;${MARK_AS_FINISHED}`);
    };
    return adapter;
  }
}

const MARK_AS_FINISHED = `UPDATE _prisma_migrations SET finished_at = now()
  WHERE finished_at IS NULL AND rolled_back_at IS NULL`;

function wasmFile(): string {
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm');
  return join(dirname(entry), 'schema_engine_bg.wasm');
}
