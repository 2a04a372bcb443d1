import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Forbidden, Invalid, NotFound } from '#platform/errors.ts';
import { asOwner, travelTo } from '../../../../tests/support/database.ts';
import { runNetworkJobs, sweepNetworks } from '../../../../tests/support/network-jobs.ts';
import { mondayMorning, useWorld } from '../../../../tests/support/world.ts';
import { changeCard, endRole, giveRole, runningRoles } from '#rooms/people/server/index.ts';
import {
  endNetworkMember,
  leaveNetwork,
  myNetworkCards,
  networkCoaches,
  resumeNetworkMember,
  shareCard,
  stayInNetwork,
  unshareCard,
} from './index.ts';
import { copiesIn, namesIn, netOf, placesElsewhere } from './networks.world.ts';

const world = useWorld();
let net: Awaited<ReturnType<typeof netOf>>;

// A name that nobody else has: wherever it stands, it is this coach.
const zelda = 'Zeldaquartz';

beforeAll(async () => {
  net = await netOf(world);
  await asOwner(`update person set first_name = $1 where id = $2`, [zelda, world.koksijde.personId('ann')]);
  await sweepNetworks(world.veurne, world.koksijde, world.brugge);
});

const annSays = async (reach: ('email' | 'phone' | 'teams')[] = ['email']) => {
  await shareCard(await world.koksijde.as('ann'), { membershipId: net.koksijdeId, reach });
  await runNetworkJobs();
};
const nowhere = async () => {
  expect(await placesElsewhere(zelda, world.koksijde)).toEqual([]);
  expect(await namesIn(world.koksijde)).not.toContain(`${zelda} Maes`);
};

afterEach(async () => {
  await travelTo(mondayMorning);
  await asOwner('delete from network_yes');
  await asOwner('update membership set left_on = null, ends_on = null');
  await asOwner('update network_member set left_on = null, ends_on = null');
  await asOwner('update membership set published_on = null');
  await sweepNetworks(world.veurne, world.koksijde);
});

describe('the coach directory', () => {
  it('holds nobody who did not say yes', async () => {
    await nowhere();
    expect((await networkCoaches(await world.veurne.as('ann'))).coaches).toEqual([]);
    expect(await myNetworkCards(await world.koksijde.as('ann'))).toEqual([
      { membershipId: net.koksijdeId, networkName: 'E-WIN', said: null },
    ]);
  });

  it('shows a card to coaches, experts and coordinators of the network, with what was ticked', async () => {
    const { veurne, koksijde } = world;
    await changeCard(koksijde.system, koksijde.personId('ann'), {
      ...{ themes: ['teams'], about: 'Kom gerust langs', phone: '058 11 22 33', place: null },
    });
    await annSays(['phone']);
    for (const town of [veurne, koksijde])
      for (const name of ['ann', 'ernst', 'cora', 'nele'] as const) {
        const { networks, coaches } = await networkCoaches(await town.as(name));
        expect(networks).toEqual([{ id: net.id, name: 'E-WIN' }]);
        expect(coaches).toMatchObject([
          {
            ...{ authority: 'koksijde', name: `${zelda} Maes`, kind: 'coach', themes: ['teams'] },
            ...{ phone: '058 11 22 33', email: null, teams: null, networkName: 'E-WIN' },
          },
        ]);
      }
    for (const name of ['mia', 'ada', 'mara', 'hans'] as const)
      await expect(networkCoaches(await veurne.as(name))).rejects.toThrow(Forbidden);
  });

  it('is nothing to an organisation outside, and names no id of a person', async () => {
    const { veurne, koksijde, brugge } = world;
    await annSays();
    expect(await networkCoaches(await brugge.as('ann'))).toEqual({ networks: [], coaches: [] });
    expect(await copiesIn(brugge)).toEqual([]);
    expect(await placesElsewhere(zelda, koksijde)).toEqual([`network_coach of ${veurne.id}`]);
    expect(await placesElsewhere(koksijde.personId('ann'), koksijde)).toEqual([]);
    for (const name of ['Lies', 'Ernst', 'Cora', 'Mia'])
      expect((await networkCoaches(await veurne.as('ann'))).coaches.map((one) => one.name)).not.toContain(
        `${name} Maes`,
      );
  });

  it('follows the card', async () => {
    const { veurne, koksijde } = world;
    await annSays(['email', 'teams']);
    const before = await copiesIn(veurne);
    expect(before[0]?.email).toContain('ann@');
    await changeCard(await koksijde.as('ann'), koksijde.personId('ann'), {
      ...{ themes: ['printing'], about: null, phone: '058 99', place: null },
    });
    await sweepNetworks(koksijde);
    expect(await copiesIn(veurne)).toMatchObject([{ themes: ['printing'], phone: null }]);
    await annSays(['phone']);
    expect(await copiesIn(veurne)).toMatchObject([{ email: null, teams: null, phone: '058 99' }]);
  });

  it('is one’s own yes alone, and needs a way to be reached', async () => {
    const { veurne, koksijde, brugge } = world;
    const given = { membershipId: net.koksijdeId, reach: ['email'] as const };
    for (const town of [veurne, brugge]) {
      await expect(shareCard(await town.as('ann'), given)).rejects.toThrow(NotFound);
      await expect(unshareCard(await town.as('ann'), net.koksijdeId)).rejects.toThrow(NotFound);
    }
    await expect(shareCard(await koksijde.as('ann'), { ...given, membershipId: 'x' })).rejects.toThrow(
      NotFound,
    );
    await expect(unshareCard(await koksijde.as('ann'), 'x')).rejects.toThrow(NotFound);
    await expect(shareCard(await koksijde.as('ann'), { ...given, reach: [] })).rejects.toThrow(Invalid);
    for (const name of ['mia', 'cora', 'ada'] as const) {
      await expect(shareCard(await koksijde.as(name), given)).rejects.toThrow(Forbidden);
      await expect(unshareCard(await koksijde.as(name), net.koksijdeId)).rejects.toThrow(Forbidden);
      await expect(myNetworkCards(await koksijde.as(name))).rejects.toThrow(Forbidden);
    }
    expect(await myNetworkCards(await brugge.as('ann'))).toEqual([]);
  });
});

describe('a card is gone everywhere', () => {
  it('when its owner takes the yes back', async () => {
    await annSays();
    await unshareCard(await world.koksijde.as('ann'), net.koksijdeId);
    await unshareCard(await world.koksijde.as('ann'), net.koksijdeId);
    await runNetworkJobs();
    await nowhere();
  });

  it('when they are no coach any more, and stays so when they are named again', async () => {
    const { koksijde } = world;
    await annSays();
    const [role] = await koksijde.inside((tx) => runningRoles(tx, koksijde.personId('ann')));
    await endRole(await koksijde.as('cora'), role!.id);
    await sweepNetworks(koksijde);
    await nowhere();
    await giveRole(await koksijde.as('cora'), { personId: koksijde.personId('ann'), kind: 'coach' });
    await sweepNetworks(koksijde);
    await nowhere();
  });

  it('when they do not work there any more, on the day itself', async () => {
    const { koksijde } = world;
    await annSays();
    const own = `person_id = '${koksijde.personId('ann')}'`;
    await asOwner(`update appointment set ends_on = '2026-11-25' where ${own}`);
    await travelTo('2026-11-25 10:00');
    await sweepNetworks(koksijde);
    expect(await namesIn(world.veurne)).toEqual([`${zelda} Maes`]);
    await travelTo('2026-11-26 00:05');
    await sweepNetworks(koksijde);
    await nowhere();
    await asOwner(`update appointment set ends_on = null where ${own}`);
  });

  it('when the host ends the membership, on the day after its last one', async () => {
    const { veurne, koksijde } = world;
    await annSays();
    await shareCard(await veurne.as('ann'), { membershipId: net.veurneId, reach: ['email'] });
    const place = { networkId: net.id, id: net.koksijdeId };
    await endNetworkMember(await veurne.as('nele'), place, '2026-11-24');
    await runNetworkJobs();
    expect(await namesIn(koksijde)).toEqual([`${zelda} Maes`, 'Ann Maes']);
    await travelTo('2026-11-25 00:05');
    // Even before anything was swept, nobody reads it there any more.
    expect((await networkCoaches(await koksijde.as('ann'))).coaches).toEqual([]);
    await sweepNetworks(veurne, koksijde);
    await nowhere();
    expect(await copiesIn(koksijde)).toEqual([]);
    expect(await namesIn(veurne)).toEqual(['Ann Maes']);
    expect(await asOwner(`select * from network_yes where organisation_id = $1`, [koksijde.id])).toEqual([]);
  });

  it('not when the host takes the end back', async () => {
    const { veurne } = world;
    await annSays();
    const place = { networkId: net.id, id: net.koksijdeId };
    await endNetworkMember(await veurne.as('nele'), place, '2026-11-24');
    await resumeNetworkMember(await veurne.as('nele'), place);
    await travelTo('2026-11-26 10:00');
    await sweepNetworks(veurne, world.koksijde);
    expect(await namesIn(veurne)).toEqual([`${zelda} Maes`]);
  });

  it('when its organisation leaves: at once, and what it read goes too', async () => {
    const { veurne, koksijde } = world;
    await annSays();
    await shareCard(await veurne.as('ann'), { membershipId: net.veurneId, reach: ['email'] });
    await runNetworkJobs();
    await leaveNetwork(await koksijde.as('ada'), net.koksijdeId, null);
    expect(await copiesIn(koksijde)).toEqual([]);
    await runNetworkJobs();
    await nowhere();
    expect(await namesIn(veurne)).toEqual(['Ann Maes']);
    expect(await copiesIn(koksijde)).toEqual([]);
  });

  it('not before the last day that was said, which can be taken back', async () => {
    const { veurne, koksijde } = world;
    await annSays();
    await leaveNetwork(await koksijde.as('cora'), net.koksijdeId, '2026-11-27');
    await runNetworkJobs();
    expect(await namesIn(veurne)).toEqual([`${zelda} Maes`]);
    await stayInNetwork(await koksijde.as('cora'), net.koksijdeId);
    await runNetworkJobs();
    await travelTo('2026-11-30 10:00');
    await sweepNetworks(veurne, koksijde);
    expect(await namesIn(veurne)).toEqual([`${zelda} Maes`]);
  });

  it('when it lies where it should not: the next word of its organisation takes it away', async () => {
    const { veurne, koksijde } = world;
    await annSays();
    const [late] = await copiesIn(veurne);
    await unshareCard(await koksijde.as('ann'), net.koksijdeId);
    await runNetworkJobs();
    await asOwner(`insert into network_coach select (jsonb_populate_record(null::network_coach, $1)).*`, [
      JSON.stringify(late),
    ]);
    await asOwner('update membership set published_on = null');
    await sweepNetworks(koksijde);
    await nowhere();
  });
});
