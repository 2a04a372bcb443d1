import { describe, expect, it } from 'vitest';
import { Conflict, Forbidden, Invalid, NotFound } from '#platform/errors.ts';
import { asOwner, travelTo } from '../../../../tests/support/database.ts';
import { runNetworkJobs } from '../../../../tests/support/network-jobs.ts';
import { mondayMorning, useWorld } from '../../../../tests/support/world.ts';
import {
  acceptMembership,
  addNetworkMember,
  invitationOpen,
  invitationWith,
  inviteMember,
  leaveNetwork,
  membershipHere,
  networkCoaches,
  networkHere,
  refuseMembership,
  resumeNetworkMember,
  shareCard,
  stayInNetwork,
  takeInvitation,
  withdrawInvitation,
} from './index.ts';
import { bruges, membershipsOf, namesIn, useSecondNetwork } from './networks.world.ts';

const world = useWorld();
const shift = useSecondNetwork(world);

describe('an invitation', () => {
  it('makes a member of an authority whose own people say yes', async () => {
    const { veurne, brugge: town } = world;
    const { place, code } = await shift.invited();
    expect(code).toMatch(/^([0-9A-Z]{4}-){6}[0-9A-Z]{2}$/);
    const id = await shift.taken(` ${code.toLowerCase().replaceAll('-', ' ')} `);
    expect(await membershipHere(await town.as('cora'), id)).toMatchObject({
      ...{ networkName: 'SHIFT', hostName: 'veurne', state: 'asked', startsOn: '2026-11-01' },
    });
    // Until then the host knows nothing of it, and nothing can be shared.
    expect((await networkHere(await veurne.as('nele'), shift.networkId)).members[0]?.joined).toBe(false);
    await expect(shareCard(await town.as('ann'), { membershipId: id, reach: ['email'] })).rejects.toThrow(
      NotFound,
    );
    await acceptMembership(await town.as('cora'), id);
    await acceptMembership(await town.as('ada'), id);
    await runNetworkJobs();
    expect(await membershipHere(await town.as('ada'), id)).toMatchObject({ state: 'member', stands: 'now' });
    expect((await networkHere(await veurne.as('nele'), shift.networkId)).members[0]).toMatchObject({
      ...{ joined: true, invitedUntil: null },
    });
    await expect(inviteMember(await veurne.as('nele'), place)).rejects.toThrow(Conflict);
    await shareCard(await town.as('ann'), { membershipId: id, reach: ['email'] });
    await runNetworkJobs();
    expect(await namesIn(veurne)).toEqual(['Ann Maes']);
    expect(await namesIn(world.koksijde)).toEqual([]);
  });

  it('brings who joined what was in the directory already', async () => {
    const { veurne, brugge: town } = world;
    const own = await addNetworkMember(await veurne.as('nele'), shift.networkId, { ...bruges, isHost: true });
    await shareCard(await veurne.as('ernst'), { membershipId: own, reach: ['email'] });
    await runNetworkJobs();
    await shift.joined();
    expect((await networkCoaches(await town.as('ann'))).coaches).toMatchObject([{ name: 'Ernst Maes' }]);
  });

  it('is a code that opens nothing when it is wrong, late, withdrawn or used', async () => {
    const nele = await world.veurne.as('nele');
    const ada = await world.brugge.as('ada');
    const { place, code } = await shift.invited();
    expect(await invitationWith(`${code.slice(0, -1)}!`)).toBeNull();
    await expect(takeInvitation(ada, null)).rejects.toThrow(Invalid);
    await travelTo('2026-12-24 10:00');
    expect(await invitationWith(code)).toBeNull();
    await travelTo(mondayMorning);
    await inviteMember(nele, place);
    expect(await invitationWith(code)).toBeNull();
    const second = (await invitationOpen(nele, place)).open!.code;
    await withdrawInvitation(nele, place);
    expect(await invitationWith(second)).toBeNull();
    expect((await invitationOpen(nele, place)).open).toBeNull();
    await asOwner('delete from network_member where network_id = $1', [shift.networkId]);
    const used = await shift.invited();
    await shift.taken(used.code);
    await acceptMembership(ada, used.place.id);
    await runNetworkJobs();
    expect(await invitationWith(used.code)).toBeNull();
    expect(JSON.stringify(await asOwner('select * from address'))).not.toContain(code.replaceAll('-', ''));
  });

  it('lapses when it was withdrawn before the host heard the yes', async () => {
    const { veurne, brugge: town } = world;
    const { place, code } = await shift.invited();
    const id = await shift.taken(code);
    await withdrawInvitation(await veurne.as('nele'), place);
    await acceptMembership(await town.as('ada'), id);
    await runNetworkJobs();
    expect(await membershipHere(await town.as('ada'), id)).toMatchObject({ state: 'lapsed' });
    expect((await networkHere(await veurne.as('nele'), shift.networkId)).members[0]?.joined).toBe(false);
    await expect(acceptMembership(await town.as('ada'), id)).rejects.toThrow(Conflict);
    await refuseMembership(await town.as('ada'), id);
    expect(await membershipsOf(town)).toEqual([]);
  });

  it('goes to whoever takes it first', async () => {
    const { koksijde, brugge: town } = world;
    const { code } = await shift.invited();
    const found = await invitationWith(code);
    for (const each of [town, koksijde])
      await acceptMembership(await each.as('ada'), await takeInvitation(await each.as('ada'), found));
    await runNetworkJobs();
    expect(await membershipsOf(town)).toMatchObject([{ state: 'member' }]);
    expect((await membershipsOf(koksijde)).find((one) => one.networkId === shift.networkId)?.state).toBe(
      'lapsed',
    );
  });

  it('is answered by coordinator and administrator, and may be refused without a trace', async () => {
    const { brugge: town } = world;
    const { code } = await shift.invited();
    const found = await invitationWith(code);
    for (const name of ['nele', 'ann', 'mia'] as const)
      await expect(takeInvitation(await town.as(name), found)).rejects.toThrow(Forbidden);
    const id = await takeInvitation(await town.as('cora'), found);
    for (const each of [world.veurne, world.koksijde]) {
      const ada = await each.as('ada');
      await expect(membershipHere(ada, id)).rejects.toThrow(NotFound);
      await expect(acceptMembership(ada, id)).rejects.toThrow(NotFound);
      await expect(refuseMembership(ada, id)).rejects.toThrow(NotFound);
      await expect(leaveNetwork(ada, id, null)).rejects.toThrow(NotFound);
      await expect(stayInNetwork(ada, id)).rejects.toThrow(NotFound);
    }
    await expect(leaveNetwork(await town.as('ada'), id, null)).rejects.toThrow(Conflict);
    await refuseMembership(await town.as('cora'), id);
    expect(await membershipsOf(town)).toEqual([]);
  });
});

describe('leaving', () => {
  it('is the member’s own, on any day, and told to the host; coming back takes a new invitation', async () => {
    const { veurne, brugge: town } = world;
    const { id } = await shift.joined();
    const [ada, nele] = [await town.as('ada'), await veurne.as('nele')];
    await expect(leaveNetwork(ada, id, '2026-11-22')).rejects.toThrow(Invalid);
    expect(await leaveNetwork(ada, id, '2026-12-31')).toBe(false);
    await runNetworkJobs();
    expect((await networkHere(nele, shift.networkId)).members[0]).toMatchObject({ leftOn: '2026-12-31' });
    await stayInNetwork(ada, id);
    await runNetworkJobs();
    expect((await networkHere(nele, shift.networkId)).members[0]).toMatchObject({ leftOn: null });
    expect(await leaveNetwork(ada, id, null)).toBe(true);
    await runNetworkJobs();
    expect((await networkHere(nele, shift.networkId)).members[0]).toMatchObject({ stands: 'over' });
    await expect(stayInNetwork(ada, id)).rejects.toThrow(Conflict);
    await resumeNetworkMember(nele, { networkId: shift.networkId, id });
    await runNetworkJobs();
    expect(await membershipHere(ada, id)).toMatchObject({ stands: 'over' });
    const again = await addNetworkMember(nele, shift.networkId, { ...bruges, startsOn: '2026-11-23' });
    await inviteMember(nele, { networkId: shift.networkId, id: again });
    const { open } = await invitationOpen(nele, { networkId: shift.networkId, id: again });
    expect(await shift.taken(open!.code)).toBe(again);
    await acceptMembership(ada, again);
    await runNetworkJobs();
    expect((await membershipsOf(town)).map(({ stands }) => stands)).toEqual(['over', 'now']);
  });
});
