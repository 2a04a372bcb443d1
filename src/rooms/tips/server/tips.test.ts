import { describe, expect, it } from 'vitest';
import { Forbidden, NotFound } from '#platform/errors.ts';
import { search } from '#rooms/search/server/index.ts';
import { integration } from '#rooms/people/server/index.ts';
import { newId } from '#platform/ids.ts';
import { rowsOf, useWorld } from '../../../../tests/support/world.ts';
import { changeTip, thisTipHelps, tipHere, tipsHere, writeTip } from './index.ts';

const world = useWorld();
const tip = {
  title: 'Dubbelzijdig printen',
  body: '1. Kies Eigenschappen.\n2. Kies Beide kanten.',
  theme: 'printing',
} as const;
const find = (text: string) => ({ text, kinds: [], limit: 5 }) as const;

describe('tips', () => {
  it('of a coach are found at once, by other words, in the own organisation alone', async () => {
    const { veurne, koksijde, brugge } = world;
    const id = await writeTip(await veurne.as('ann'), tip);
    const hits = await search(await veurne.as('mia'), find('afdrukken op twee kanten'));
    expect(hits.map((hit) => hit.id)).toContain(id);
    expect(hits[0]!.why).toContain('afdrukken');
    for (const town of [koksijde, brugge]) {
      expect(await search(await town.as('mia'), find('dubbelzijdig printen'))).toEqual([]);
      await expect(tipHere(await town.as('ann'), id)).rejects.toBeInstanceOf(NotFound);
      expect(await tipsHere(await town.as('ann'), { limit: 9 })).toEqual([]);
      await expect(changeTip(await town.as('ann'), id, { ...tip, status: 'expired' })).rejects.toBeInstanceOf(
        NotFound,
      );
      await expect(thisTipHelps(await town.as('mia'), id)).rejects.toBeInstanceOf(NotFound);
    }
  });

  it('of a colleague wait for a coach, and only the author and those who check see them', async () => {
    const { veurne } = world;
    const id = await writeTip(await veurne.as('mia'), { ...tip, title: 'Een scherm delen', theme: 'teams' });
    expect((await tipHere(await veurne.as('mia'), id)).status).toBe('draft');
    await expect(tipHere(await veurne.as('karel'), id)).rejects.toBeInstanceOf(NotFound);
    expect(await search(await veurne.as('karel'), find('een scherm delen'))).toEqual([]);
    const given = {
      title: 'Een scherm delen',
      body: 'Klik op Delen.',
      theme: 'teams',
      status: 'published',
    } as const;
    await expect(changeTip(await veurne.as('mia'), id, given)).rejects.toBeInstanceOf(Forbidden);
    await changeTip(await veurne.as('ann'), id, given);
    expect((await tipHere(await veurne.as('karel'), id)).status).toBe('published');
    expect((await search(await veurne.as('karel'), find('een scherm delen'))).map((hit) => hit.id)).toEqual([
      id,
    ]);
    await changeTip(await veurne.as('ann'), id, { ...given, status: 'expired' });
    expect(await search(await veurne.as('karel'), find('een scherm delen'))).toEqual([]);
  });

  it('count who was helped, without who', async () => {
    const { veurne } = world;
    const id = await writeTip(await veurne.as('ann'), { ...tip, title: 'Een wachtwoord onthouden' });
    await thisTipHelps(await veurne.as('mia'), id);
    await thisTipHelps(await veurne.as('karel'), id);
    expect((await tipHere(await veurne.as('mia'), id)).helped).toBe(2);
    expect(JSON.stringify(await rowsOf('activity'))).not.toContain(veurne.personId('karel'));
  });

  it('with a known external id are the same tip, changed', async () => {
    const { veurne } = world;
    const service = integration(veurne.id, { id: newId(), role: 'service' }, null);
    const first = await writeTip(service, { ...tip, externalId: 'oase-1', status: 'published' });
    const again = await writeTip(service, {
      ...tip,
      title: 'Recto verso',
      externalId: 'oase-1',
      status: 'published',
    });
    expect(again).toBe(first);
    expect((await tipHere(await veurne.as('mia'), first)).title).toBe('Recto verso');
  });
});
