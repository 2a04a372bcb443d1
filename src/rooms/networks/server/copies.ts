import type { Tx } from '#platform/server/scope.ts';
import { isTheme } from '#rooms/organisations/themes.ts';
import { hasCard } from '#rooms/people/card.ts';
import { fullName } from '#rooms/people/name.ts';
import { snapshotOf } from '#rooms/people/server/index.ts';

/** A card as it crosses: what its owner ticked, and nothing by which the person is known inside. */
export type CardCopy = {
  refId: string;
  name: string;
  kind: 'coach' | 'expert';
  themes: string[];
  email: string | null;
  phone: string | null;
  /** The address to chat with. */
  teams: string | null;
  /** YYYY-MM-DD */
  since: string;
};

/** The cards of a membership whose owners said yes. Whoever is no coach or expert any more says yes no longer. */
export async function copiesOf(tx: Tx, membershipId: string): Promise<CardCopy[]> {
  const rows = await tx
    .selectFrom('network_yes as y')
    .innerJoin('person as p', 'p.id', 'y.person_id')
    .leftJoin('helper as h', 'h.person_id', 'p.id')
    .where('y.membership_id', '=', membershipId)
    .select(['y.person_id', 'y.ref_id', 'y.reach', 'y.said_on', 'p.email', 'p.phone', 'h.themes'])
    .execute();
  if (rows.length === 0) return [];
  const helpers = new Map(
    (await snapshotOf(tx)).helpers.filter(hasCard).map((helper) => [helper.personId, helper]),
  );
  const former = rows.filter((row) => !helpers.has(row.person_id)).map((row) => row.person_id);
  if (former.length > 0) await tx.deleteFrom('network_yes').where('person_id', 'in', former).execute();
  return rows.flatMap((row) => {
    const helper = helpers.get(row.person_id);
    if (!helper) return [];
    const has = (reach: string) => row.reach.includes(reach);
    return {
      ...{ refId: row.ref_id, name: fullName(helper), since: row.said_on },
      kind: helper.coachOf.length > 0 ? ('coach' as const) : ('expert' as const),
      themes: [...new Set([...helper.themes, ...(row.themes ?? [])])].filter(isTheme),
      email: has('email') ? row.email : null,
      phone: has('phone') ? row.phone : null,
      teams: has('teams') ? row.email : null,
    };
  });
}

/** Once a membership is over, nobody says yes to it any more: for another one they are asked again. */
export async function forgetPast(tx: Tx, membershipId: string): Promise<void> {
  await tx.deleteFrom('network_yes').where('membership_id', '=', membershipId).execute();
}
