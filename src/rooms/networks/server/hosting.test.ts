import { describe, expect, it } from 'vitest';
import { Conflict, Forbidden, Invalid, NotFound } from '#platform/errors.ts';
import { travelTo } from '../../../../tests/support/database.ts';
import { runNetworkJobs } from '../../../../tests/support/network-jobs.ts';
import { mondayMorning, useWorld } from '../../../../tests/support/world.ts';
import {
  addNetworkMember,
  endNetworkMember,
  invitationOpen,
  inviteMember,
  isInNetwork,
  makeNetwork,
  networkHere,
  networkMemberHere,
  networksHere,
  removeNetworkMember,
  renameNetwork,
  resumeNetworkMember,
  withdrawInvitation,
} from './index.ts';
import { bruges, membershipsOf, useSecondNetwork } from './networks.world.ts';

const world = useWorld();
const shift = useSecondNetwork(world);

describe('a network', () => {
  it('is kept by the network coordinator and the administrator of its host, and read by the coordinator', async () => {
    const { veurne, koksijde } = world;
    const place = await shift.added();
    await renameNetwork(await veurne.as('ada'), shift.networkId, 'SHIFT 2027');
    await renameNetwork(await veurne.as('nele'), shift.networkId, 'SHIFT');
    for (const name of ['nele', 'ada', 'cora'] as const) {
      const { hosted } = await networksHere(await veurne.as(name));
      expect(hosted.map((network) => network.name)).toEqual(['E-WIN', 'SHIFT']);
      expect((await networkHere(await veurne.as(name), shift.networkId)).members).toMatchObject([
        { ...{ name: 'Brugge', nis: '31005', stands: 'now', joined: false }, coaches: 0, invitedUntil: null },
      ]);
      expect(await networkMemberHere(await veurne.as(name), shift.networkId, place.id)).toMatchObject({
        ...{ network: { name: 'SHIFT' }, member: { name: 'Brugge' } },
      });
    }
    const cora = await veurne.as('cora');
    await expect(makeNetwork(cora, 'X')).rejects.toThrow(Forbidden);
    await expect(renameNetwork(cora, shift.networkId, 'X')).rejects.toThrow(Forbidden);
    await expect(addNetworkMember(cora, shift.networkId, bruges)).rejects.toThrow(Forbidden);
    await expect(inviteMember(cora, place)).rejects.toThrow(Forbidden);
    await expect(invitationOpen(cora, place)).rejects.toThrow(Forbidden);
    await expect(endNetworkMember(cora, place, '2026-12-31')).rejects.toThrow(Forbidden);
    await expect(networksHere(await veurne.as('ann'))).rejects.toThrow(Forbidden);
    expect((await networksHere(await koksijde.as('nele'))).hosted).toEqual([]);
  });

  it('is nowhere to be found from another organisation, member or not', async () => {
    const place = await shift.added();
    for (const town of [world.koksijde, world.brugge]) {
      const nele = await town.as('nele');
      const tries = [
        networkHere(nele, shift.networkId),
        networkMemberHere(nele, shift.networkId, place.id),
        renameNetwork(nele, shift.networkId, 'X'),
        addNetworkMember(nele, shift.networkId, bruges),
        endNetworkMember(nele, place, '2026-12-31'),
        resumeNetworkMember(nele, place),
        removeNetworkMember(nele, place),
        inviteMember(nele, place),
        invitationOpen(nele, place),
        withdrawInvitation(nele, place),
      ];
      for (const one of await Promise.allSettled(tries))
        expect(one).toMatchObject({ status: 'rejected', reason: { name: 'NotFound' } });
    }
    await expect(networkHere(await world.veurne.as('nele'), 'x')).rejects.toThrow(NotFound);
    await expect(
      endNetworkMember(await world.veurne.as('nele'), { networkId: shift.networkId, id: 'x' }, '2026-12-31'),
    ).rejects.toThrow(NotFound);
  });

  it('has dated members: one at a time, ended by a last day that can be taken back', async () => {
    const nele = await world.veurne.as('nele');
    const place = await shift.added();
    await expect(addNetworkMember(nele, shift.networkId, bruges)).rejects.toThrow(Conflict);
    await expect(
      addNetworkMember(nele, shift.networkId, { ...bruges, name: 'Gent', startsOn: '2099-01-01' }),
    ).rejects.toThrow(Invalid);
    await expect(endNetworkMember(nele, place, '2026-10-01')).rejects.toThrow(Invalid);
    await endNetworkMember(nele, place, '2026-11-22');
    expect((await networkHere(nele, shift.networkId)).members[0]).toMatchObject({ stands: 'over' });
    await resumeNetworkMember(nele, place);
    expect((await networkHere(nele, shift.networkId)).members[0]).toMatchObject({
      stands: 'now',
      endsOn: null,
    });
    await endNetworkMember(nele, place, '2026-11-22');
    await addNetworkMember(nele, shift.networkId, { ...bruges, startsOn: '2027-01-01' });
    expect((await networkHere(nele, shift.networkId)).members.map(({ stands }) => stands)).toEqual([
      'over',
      'coming',
    ]);
  });

  it('loses a member that was added by mistake, today only and as long as it did not say yes', async () => {
    const nele = await world.veurne.as('nele');
    await removeNetworkMember(nele, await shift.added());
    expect((await networkHere(nele, shift.networkId)).members).toEqual([]);
    const place = await shift.added();
    await travelTo('2026-11-24 10:00');
    await expect(removeNetworkMember(nele, place)).rejects.toThrow(Conflict);
    await travelTo(mondayMorning);
    await removeNetworkMember(nele, place);
    await expect(removeNetworkMember(nele, await shift.joined())).rejects.toThrow(Conflict);
  });

  it('has its host as a member by one act, on both sides of the same wall', async () => {
    const { veurne } = world;
    const own = { ...bruges, name: '', isHost: true };
    await addNetworkMember(await veurne.as('nele'), shift.networkId, own);
    await runNetworkJobs();
    expect((await membershipsOf(veurne)).find((one) => one.networkName === 'SHIFT')).toMatchObject({
      ...{ state: 'member', stands: 'now', isHost: true, hostName: 'veurne' },
    });
    await expect(addNetworkMember(await veurne.as('nele'), shift.networkId, own)).rejects.toThrow(Conflict);
    expect(await isInNetwork(await veurne.as('ann'))).toBe(true);
    expect(await isInNetwork(await world.brugge.as('ann'))).toBe(false);
  });
});
