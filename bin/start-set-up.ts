import { join } from 'node:path';
import pg from 'pg';
import { runErrand, type Errand } from './child.ts';

/**
 * A new code for the set-up in the browser, while there is no organisation; else null, which costs one question. Each
 * start makes its own: nothing is kept from which the last one could be printed again.
 */
export async function setUpCode(
  ownerUrl: string,
  errand: Pick<Errand, 'signal' | 'onChild' | 'variables'>,
): Promise<string | null> {
  if (await hasOrganisation(ownerUrl)) return null;
  const said = await runErrand({
    ...errand,
    script: join('bin', 'organisation.ts'),
    options: ['code'],
    complaint: 'start_set_up_failed',
  });
  return said.trim().split('\n').at(-1) ?? null;
}

async function hasOrganisation(ownerUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return (await client.query('select from organisation limit 1')).rowCount !== 0;
  } finally {
    await client.end();
  }
}
