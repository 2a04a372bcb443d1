import { sql } from 'kysely';
import { localDay } from '#platform/days.ts';
import { later } from '#platform/server/jobs.ts';
import { inOrganisation, type Actor } from '#platform/server/scope.ts';

/** How long after its end a membership is still told of: days. */
const afterDays = 7;

/**
 * Once a day, and whenever something about who helps changed here: what was published is told again. A role that
 * ended, somebody who left, a new number, a membership that begins or ends: all of it comes by here.
 */
export const keepPublished = (actor: Actor): Promise<void> =>
  inOrganisation(actor, async (tx) => {
    const today = localDay(tx.now);
    const { rows } = await sql<{ id: string }>`
      update membership set published_on = ${today}::date, published_roster = r.version
        from (select coalesce((select version from roster), 0) as version) r
       where state in ('joining', 'member')
         and coalesce(least(left_on, ends_on), ${today}::date) >= ${today}::date - ${afterDays}::integer
         and (published_on is distinct from ${today}::date or published_roster is distinct from r.version)
      returning id`.execute(tx);
    for (const { id } of rows) await later(tx, 'networks.publish', { membershipId: id });
    const networks = await tx
      .updateTable('network')
      .set({ delivered_on: today })
      .where((eb) => eb.or([eb('delivered_on', 'is', null), eb('delivered_on', '!=', today)]))
      .returning('id')
      .execute();
    for (const { id } of networks) await later(tx, 'networks.deliver', { networkId: id });
  });
