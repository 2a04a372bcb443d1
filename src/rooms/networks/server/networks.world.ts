import { afterEach, beforeAll } from 'vitest';
import { asOwner, travelTo } from '../../../../tests/support/database.ts';
import { runNetworkJobs } from '../../../../tests/support/network-jobs.ts';
import { mondayMorning, type Town, type World } from '../../../../tests/support/world.ts';
import {
  acceptMembership,
  addNetworkMember,
  invitationOpen,
  invitationWith,
  inviteMember,
  makeNetwork,
  networksHere,
  takeInvitation,
} from './index.ts';

/** The network that Veurne hosts, and what it and Koksijde call their memberships. */
export async function netOf({ veurne, koksijde }: World) {
  const { hosted } = await networksHere(await veurne.as('nele'));
  const network = hosted[0]!;
  const idOf = (name: string) => network.members.find((member) => member.name === name)!.id;
  return { id: network.id, veurneId: idOf(veurne.slug), koksijdeId: idOf(koksijde.slug) };
}

/** What lies in the directory of an organisation, past the wall. */
export const copiesIn = (town: Town) =>
  asOwner<{ name: string; authority: string; ref_id: string; email: string | null; phone: string | null }>(
    `select * from network_coach where organisation_id = $1 order by authority, name`,
    [town.id],
  );

export const namesIn = async (town: Town) => (await copiesIn(town)).map(({ name }) => name);

/** Every place, past the wall, where a row of another organisation holds this text: 'table of organisation'. */
export async function placesElsewhere(text: string, home: Town): Promise<string[]> {
  const tables = await asOwner<{ name: string }>(
    `select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'organisation_id'`,
  );
  const places: string[] = [];
  for (const { name } of tables) {
    const rows = await asOwner<{ organisation_id: string }>(
      `select distinct organisation_id from ${name} t where organisation_id <> $1 and to_jsonb(t)::text like $2`,
      [home.id, `%${text}%`],
    );
    places.push(...rows.map((row) => `${name} of ${row.organisation_id}`));
  }
  return places;
}

/** A further network, which Veurne keeps and of which nobody is a member yet; after each test it is so again. */
export function useSecondNetwork(world: World) {
  const shift = { networkId: '' };
  beforeAll(async () => {
    shift.networkId = await makeNetwork(await world.veurne.as('nele'), 'SHIFT');
  });
  afterEach(async () => {
    await travelTo(mondayMorning);
    for (const table of ['network_yes', 'network_coach', 'network_invitation'])
      await asOwner(`delete from ${table}`);
    for (const table of ['membership', 'network_member'])
      await asOwner(`delete from ${table} where network_id = $1`, [shift.networkId]);
  });
  const added = async () => {
    const { networkId } = shift;
    return { networkId, id: await addNetworkMember(await world.veurne.as('nele'), networkId, bruges) };
  };
  const invited = async () => {
    const [place, nele] = [await added(), await world.veurne.as('nele')];
    await inviteMember(nele, place);
    return { place, code: (await invitationOpen(nele, place)).open!.code };
  };
  const taken = async (code: string) =>
    takeInvitation(await world.brugge.as('ada'), await invitationWith(code));
  const joined = async () => {
    const { place, code } = await invited();
    await acceptMembership(await world.brugge.as('ada'), await taken(code));
    await runNetworkJobs();
    return place;
  };
  return Object.assign(shift, { added, invited, taken, joined });
}

export const bruges = {
  ...{ name: 'Brugge', type: 'gemeente', nis: '31005', startsOn: '2026-11-01', isHost: false },
};

export const membershipsOf = async (town: Town) => (await networksHere(await town.as('ada'))).memberships;
