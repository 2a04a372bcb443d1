import { sql } from 'kysely';
import { localDay } from '#platform/days.ts';
import { verb } from '#platform/server/verb.ts';
import { isTheme, type Theme } from '#rooms/organisations/themes.ts';
import { runningIn } from './memberships.ts';

/** A coach or expert of another authority, or of the own one, as they said yes to. */
export type NetworkCoachRow = {
  id: string;
  networkId: string;
  networkName: string;
  authority: string;
  name: string;
  kind: 'coach' | 'expert';
  themes: Theme[];
  email: string | null;
  phone: string | null;
  teams: string | null;
};

/** The directories of the networks that one's organisation hosts or belongs to today: copies that lie here. */
export const networkCoaches = verb('networkCoaches', async (tx) => {
  const hosted = await tx.selectFrom('network').select(['id', 'name']).execute();
  const joined = (await runningIn(tx)).map(({ networkId: id, networkName: name }) => ({ id, name }));
  const networks = [...new Map([...joined, ...hosted].map((one) => [one.id, one])).values()];
  if (networks.length === 0) return { networks, coaches: [] };
  const rows = await tx
    .selectFrom('network_coach')
    .selectAll()
    .where(
      'network_id',
      'in',
      networks.map(({ id }) => id),
    )
    .orderBy(sql`authority collate "nl-BE-x-icu"`)
    .orderBy(sql`name collate "nl-BE-x-icu"`)
    .execute();
  const coaches = rows.map((row): NetworkCoachRow => {
    const { authority, name, email, phone, teams } = row;
    return {
      ...{ id: row.ref_id, networkId: row.network_id, authority, name, email, phone, teams },
      networkName: networks.find(({ id }) => id === row.network_id)?.name ?? '',
      kind: row.kind === 'expert' ? 'expert' : 'coach',
      themes: row.themes.filter(isTheme),
    };
  });
  return { networks, coaches };
});

/** Whether there is any such directory for one's organisation, so that nobody is led to one that cannot be. */
export const isInNetwork = verb('isInNetwork', async (tx): Promise<boolean> => {
  const { rows } = await sql<{ is: boolean }>`
    select exists (select from network) or exists (select from membership where state = 'member'
      and starts_on <= ${localDay(tx.now)}::date and coalesce(least(ends_on, left_on), ${localDay(tx.now)}::date) >= ${localDay(tx.now)}::date) as is`.execute(
    tx,
  );
  return rows[0]!.is;
});
