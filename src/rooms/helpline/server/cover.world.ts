import { sql } from 'kysely';
import { database } from '#platform/server/db.ts';
import { inOrganisation } from '#platform/server/scope.ts';
import { asOwner, travelTo } from '../../../../tests/support/database.ts';
import { runMailJobs } from '../../../../tests/support/mail-jobs.ts';
import type { Town } from '../../../../tests/support/world.ts';
import { hire, holderOf } from './asking.world.ts';
import { moveSilentQuestions } from './move.ts';

// What the tests about questions under cover share. Nothing but tests imports it.

/** One with a name like no other, in a unit like no other, with a coach, an ICT contact and a leader too near to help. */
export async function plant(town: Town) {
  const unit = 'Kattenasiel';
  const asker = await hire(town, { first: 'Wilhelmina', last: 'Zonderling', unit });
  const near = [
    await hire(town, { first: 'Olga', last: 'Nabij', unit, roles: [{ kind: 'coach' }] }),
    await hire(town, { first: 'Ivo', last: 'Nabij', unit, roles: [{ kind: 'ict' }] }),
    await hire(town, { first: 'Karim', last: 'Elders', unit: 'Archief', roles: [{ kind: 'coach', unit }] }),
  ];
  const leads = [{ kind: 'manager' as const }, { kind: 'coach' as const }];
  const leader = await hire(town, { first: 'Magda', last: 'Leidt', unit: 'Archief', roles: leads });
  return {
    ...asker,
    words: ['Wilhelmina', 'Zonderling', unit, asker.personId, asker.unitId],
    keptOff: [asker.personId, leader.personId, ...near.map(({ personId }) => personId)],
    coach: near[0]!.personId,
    leader: leader.personId,
  };
}

export type Planted = Awaited<ReturnType<typeof plant>>;

/** Nobody reacts, for so many turns, and each mail leaves at once. Returns who had it, in order. */
export async function silentFor(town: Town, id: string, turns: number): Promise<string[]> {
  const had = [await holderOf(id)];
  for (let turn = 0; turn < turns; turn++) {
    const [row] = await asOwner<{ waits_until: Date }>('select waits_until from question where id = $1', [
      id,
    ]);
    await travelTo(row!.waits_until);
    await moveSilentQuestions(town.system);
    await runMailJobs(town);
    had.push(await holderOf(id));
  }
  return had;
}

export type Row = { table: string; text: string };

/** Every row of every table that web and worker can read, entered as this person or as nobody. */
export const everyRow = (town: Town, personId: string | null): Promise<Row[]> =>
  inOrganisation({ ...town.system, personId }, async (tx) => {
    const tables = await sql<{ name: string }>`
      select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
         and has_table_privilege(format('%I.%I', table_schema, table_name), 'select')`.execute(tx);
    const all: Row[] = [];
    for (const { name } of tables.rows) {
      const { rows } = await sql<{ text: string }>`
        select to_jsonb(one)::text as text from ${sql.raw(name)} as one`.execute(tx);
      all.push(...rows.map(({ text }) => ({ table: name, text })));
    }
    return all;
  });

/** A connection that hears all that the database announces. */
export async function listen(): Promise<{ heard: string[]; stop: () => void }> {
  const client = await database().pool.connect();
  const heard: string[] = [];
  client.on('notification', ({ payload }) => heard.push(payload ?? ''));
  await client.query('listen live');
  return { heard, stop: () => client.release(true) };
}
