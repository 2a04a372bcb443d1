import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { schemaFiles } from '../../bin/schema.ts';
import { useDatabase } from '../support/database.ts';
import { complain, read, root } from './tree.ts';

const folder = 'db/migrations';
const files = readdirSync(join(root, folder)).toSorted();
const database = useDatabase();

test('migrations are numbered without a gap', () => {
  const strange = files.filter((name) => !/^\d{4}_[a-z0-9_]+\.sql$/.test(name));
  const numbers = files.map((name) => Number(name.slice(0, 4)));
  const misplaced = files.filter((_, index) => numbers[index] !== index + 1);
  complain([...strange, ...misplaced], `Name it ${folder}/NNNN_what.sql with the next free number:`);
});

/** What takes away something that the old version, still serving, may be using. */
const taking =
  /\b(drop\s+(table|column|schema|type|view|function)|truncate|delete\s+from|rename\s+(column|to)|alter\s+column\s+\w+\s+(set\s+data\s+)?type)\b/i;

test('a migration only goes forward', () => {
  const faults = files.flatMap((name) => {
    const lines = read(`${folder}/${name}`).split('\n');
    return lines.flatMap((line, index) => {
      const agreed = /--\s*agreed:\s*\S/.test(`${lines[index - 1] ?? ''}\n${line}`);
      return taking.test(line.replace(/--.*$/, '')) && !agreed
        ? [`${folder}/${name}:${index + 1} ${line.trim()}`]
        : [];
    });
  });
  complain(
    faults,
    'The old version serves while this runs. Add beside and stop using first; if it must go, say why on that line or the one above: -- agreed: …',
  );
});

test('db/schema.sql and db/types.ts are what the migrations make', async () => {
  for (const [path, text] of Object.entries(await schemaFiles(database.ownerUrl)))
    expect(read(path), `Run bin/schema and commit ${path}`).toBe(text);
});
