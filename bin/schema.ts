// Writes db/schema.sql and db/types.ts from a database that was migrated from nothing.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { inDatabase, openTestServer } from '../tests/support/cluster.ts';
import { schemaText } from './schema-text.ts';

const root = join(import.meta.dirname, '..');
const generator = join(root, 'node_modules/kysely-codegen/dist/cli/bin.js');

/** The text of db/types.ts: days are texts, as platform/server/db.ts reads them. */
export async function typesText(databaseUrl: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'trekkracht-types-'));
  const file = join(folder, 'types.ts');
  const options = ['--dialect', 'postgres', '--date-parser', 'string', '--default-schema', 'public'];
  const included = ['--include-pattern', 'public.*', '--log-level', 'error'];
  try {
    await promisify(execFile)(process.execPath, [
      generator,
      '--url',
      databaseUrl,
      ...options,
      ...included,
      '--out-file',
      file,
    ]);
    return await readFile(file, 'utf8');
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Both files, as they should be for this database. */
export async function schemaFiles(databaseUrl: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return { 'db/schema.sql': await schemaText(client), 'db/types.ts': await typesText(databaseUrl) };
  } finally {
    await client.end();
  }
}

async function write(): Promise<void> {
  const { server, leave } = await openTestServer();
  const files = await schemaFiles(inDatabase(server.ownerUrl, server.template)).finally(leave);
  for (const [path, text] of Object.entries(files)) {
    await writeFile(join(root, path), text);
    console.log(path);
  }
}

if (import.meta.main) await write();
