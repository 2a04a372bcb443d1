import { sql } from 'kysely';
import { database } from '#platform/server/db.ts';
import { hashShort } from '#platform/server/secrets.ts';

/**
 * How often an address may ask for a mail, and try a code. A code dies after three tries, but a new one can be
 * asked for: the limit of a day keeps guessing at one chance in twenty thousand.
 * A token stands for a program, which may bring in a few thousand tips at once: its ceiling is high.
 */
const limits = {
  mail: { times: 5, withinMinutes: 15 },
  code: { times: 50, withinMinutes: 24 * 60 },
  token: { times: 6_000, withinMinutes: 1 },
} as const;

/** Counts one attempt, for an address that exists or not; false when it is one too many. */
export async function attempt(kind: keyof typeof limits, address: string): Promise<boolean> {
  const { times, withinMinutes } = limits[kind];
  const lookup = hashShort(`${kind} ${address}`);
  const fresh = sql`attempt.since > app_now() - make_interval(mins => ${withinMinutes})`;
  const { rows } = await sql<{ times: number }>`
    with forgotten as (
      delete from identity.attempt where since < app_now() - interval '1 day' and lookup <> ${lookup}
    )
    insert into identity.attempt as attempt (lookup, since, times) values (${lookup}, app_now(), 1)
    on conflict (lookup) do update set
      since = case when ${fresh} then attempt.since else app_now() end,
      times = case when ${fresh} then attempt.times + 1 else 1 end
    returning attempt.times`.execute(database().db);
  return rows[0]!.times <= times;
}
