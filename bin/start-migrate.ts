import { join } from 'node:path';
import pg from 'pg';
import { codeOf } from '#platform/server/cluster-trouble.ts';
import { runErrand, type Errand } from './child.ts';

/**
 * Migrates when the database has not seen this code yet. To find that out otherwise takes loading every room, which is
 * most of what a start costs. The note stands among the migrations themselves: it is restored with them from a backup.
 */
export async function migrateWhenChanged(
  { ownerUrl, code }: { ownerUrl: string; code: string },
  errand: Pick<Errand, 'signal' | 'onChild' | 'variables'>,
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    if (await hasSeen(client, code)) return;
    await runErrand({ ...errand, script: join('bin', 'migrate.ts'), complaint: 'start_migrate_failed' });
    await client.query(`delete from migration where name like 'code %'`);
    await client.query('insert into migration (name) values ($1)', [`code ${code}`]);
  } finally {
    await client.end();
  }
}

async function hasSeen(client: pg.Client, code: string): Promise<boolean> {
  try {
    const found = await client.query('select from migration where name = $1', [`code ${code}`]);
    return found.rowCount !== 0;
  } catch (error) {
    // 42P01: there is no such table yet.
    if (codeOf(error) === '42P01') return false;
    throw error;
  }
}
