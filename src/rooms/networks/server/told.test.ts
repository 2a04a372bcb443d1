import { beforeEach, describe, expect, it } from 'vitest';
import { keepMailInMemory } from '#platform/server/mail.ts';
import { asOwner, travelTo } from '../../../../tests/support/database.ts';
import { sendDue } from '../../../../tests/support/mail-jobs.ts';
import { runNetworkJobs, sweepNetworks } from '../../../../tests/support/network-jobs.ts';
import { rowsOf, useWorld } from '../../../../tests/support/world.ts';
import {
  addNetworkMember,
  endNetworkMember,
  leaveNetwork,
  resumeNetworkMember,
  stayInNetwork,
} from './index.ts';
import { bruges, useSecondNetwork } from './networks.world.ts';

const world = useWorld();
const shift = useSecondNetwork(world);
const sent = keepMailInMemory();

beforeEach(async () => {
  await asOwner('delete from notification');
  await asOwner('update role set ends_on = null');
  sent.length = 0;
});

const towns = () => [world.veurne, world.koksijde, world.brugge];

/** What was sent by now, as 'name of town: first paragraph'; nothing twice. */
async function mailed(): Promise<string[]> {
  sent.length = 0;
  await runNetworkJobs();
  for (const town of towns()) await sendDue(town);
  return sent.map(({ to, text, subject }) => {
    expect(subject).toBe('Nieuws over een samenwerkingsverband');
    const town = towns().find(({ id }) => to.address.includes(id.slice(-12)))!;
    return `${to.name.split(' ')[0]} of ${town.slug}: ${text.split('\n\n')[1]}`;
  });
}

describe('the host hears', () => {
  it('that a member joined, once, and nobody else does', async () => {
    const { id } = await shift.joined();
    expect(await mailed()).toEqual(['Nele of veurne: Brugge is nu lid van SHIFT.']);
    expect(sent[0]!.text).toContain(`/veurne/netwerk/${shift.networkId}/leden/${id}`);
    await asOwner('update membership set published_on = null');
    await sweepNetworks(...towns());
    expect(await mailed()).toEqual([]);
  });

  it('when a member leaves, and nothing when it stays after all before the mail left', async () => {
    const { id } = await shift.joined();
    await mailed();
    const ada = await world.brugge.as('ada');
    await leaveNetwork(ada, id, '2026-12-31');
    expect(await mailed()).toEqual([
      'Nele of veurne: Brugge verlaat SHIFT. De laatste dag is do 31 dec. 2026.',
    ]);
    await stayInNetwork(ada, id);
    expect(await mailed()).toEqual([]);
    await leaveNetwork(ada, id, '2026-12-30');
    await runNetworkJobs();
    await stayInNetwork(ada, id);
    expect(await mailed()).toEqual([]);
    await leaveNetwork(ada, id, null);
    expect(await mailed()).toEqual([
      'Nele of veurne: Brugge verlaat SHIFT. De laatste dag is zo 22 nov. 2026.',
    ]);
  });

  it('by its administrators when nobody keeps its networks', async () => {
    await shift.joined();
    await asOwner('delete from notification');
    await asOwner(`update role set ends_on = '2026-11-01' where kind = 'network_coordinator'`);
    await leaveNetwork(
      await world.brugge.as('ada'),
      String((await rowsOf('membership', `network_id = '${shift.networkId}'`))[0]!.id),
      '2026-12-31',
    );
    expect((await mailed()).map((line) => line.split(':')[0])).toEqual(['Ada of veurne']);
  });

  it('nothing of its own membership', async () => {
    const nele = await world.veurne.as('nele');
    const id = await addNetworkMember(nele, shift.networkId, { ...bruges, isHost: true });
    await sweepNetworks(world.veurne);
    await leaveNetwork(await world.veurne.as('ada'), id, '2026-12-31');
    await endNetworkMember(nele, { networkId: shift.networkId, id }, '2026-12-30');
    expect(await mailed()).toEqual([]);
  });
});

describe('a member hears', () => {
  it('when the host ends it, and nothing when it goes on after all before the mail left', async () => {
    const place = await shift.joined();
    await mailed();
    const nele = await world.veurne.as('nele');
    await endNetworkMember(nele, place, '2026-12-31');
    const line = 'jullie lidmaatschap van SHIFT: do 31 dec. 2026 is de laatste dag.';
    expect(await mailed()).toEqual([`Cora of brugge: Veurne heeft een einddatum gezet op ${line}`]);
    expect(sent[0]!.text).toContain(`/brugge/netwerk/lid/${place.id}`);
    await resumeNetworkMember(nele, place);
    expect(await mailed()).toEqual([]);
    await endNetworkMember(nele, place, '2026-12-30');
    await runNetworkJobs();
    await resumeNetworkMember(nele, place);
    expect(await mailed()).toEqual([]);
    await endNetworkMember(nele, place, '2026-11-20');
    expect((await mailed())[0]).toMatch(
      /^Cora of brugge: Veurne heeft .* stopgezet\. De laatste dag was vr 20 nov/,
    );
    await travelTo('2026-11-24 10:00');
    await sweepNetworks(...towns());
    expect(await mailed()).toEqual([]);
  });
});
