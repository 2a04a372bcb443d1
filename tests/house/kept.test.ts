import { expect, test } from 'vitest';
import { everything } from '../../src/routes/[organisation]/wat-we-bijhouden/everything.ts';
import { asOwner, useDatabase } from '../support/database.ts';
import { complain } from './tree.ts';

/** Tables in which nothing stands about anybody, and what does. */
const ofNobody: Record<string, string> = {
  migration: 'which files ran',
  test_clock: 'a shift of the clock',
  worker_beat: 'when the worker was last seen',
  organisation: 'the authority',
  employer: 'its legal bodies',
  unit: 'its units and their hours',
  closing_day: 'days on which it is shut',
  network: 'which networks it keeps',
  network_member: 'which authorities belong to them',
  network_invitation: 'until when an authority may join',
  membership: 'of which networks the organisation is a member',
  address: 'what leads from a slug, a link or a token to whose it is: keyed hashes and ids',
  api_token: 'which programs may knock',
  roster: 'a version number',
  identifier: 'by what numbers its bodies are known elsewhere',
  pinned: 'what hangs on Start, and until when',
  start_path: 'when the management team decides',
  start_step: 'which steps of the Startpad were done',
  start_text: 'texts of the organisation',
  announcement: 'the text with which all were told',
  set_up_step: 'which steps of its set-up were done',
  'identity.set_up_code': 'a keyed hash, until there is an organisation',
  welcome_item: 'what an organisation does for who begins: sentences',
};

const rows = everything.flatMap((group) => group.rows);
const told = rows.flatMap(({ tables }) => tables);

useDatabase();

test('every table is told on the page of what is kept, or holds nothing about anybody', async () => {
  const tables = await asOwner<{ name: string }>(
    `select case when schemaname = 'public' then tablename else schemaname || '.' || tablename end as name
       from pg_tables where schemaname in ('public', 'identity')`,
  );
  expect(tables.length).toBeGreaterThan(40);
  const names = tables.map(({ name }) => name);
  complain(
    names.filter((name) => !told.includes(name) && !(name in ofNobody)),
    'Tell of it in kept.ts of its room, or say here why it is about nobody:',
  );
  complain(
    [...told, ...Object.keys(ofNobody)].filter((name) => !names.includes(name)),
    'No such table any more:',
  );
});

test('no table is told twice', () => {
  expect(new Set(told).size).toBe(told.length);
});
