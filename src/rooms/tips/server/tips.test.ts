import { describe, expect, it } from 'vitest';
import { Forbidden, Invalid, NotFound } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { integration } from '#rooms/people/server/index.ts';
import { search } from '#rooms/search/server/index.ts';
import { rowsOf, useWorld } from '../../../../tests/support/world.ts';
import { changeTip, moveTip, thisTipHelps, thisTipWorks, tipKeepers, tipsHere, writeTip } from './index.ts';
import { formOf, seenBy, text } from './tips.world.ts';

const world = useWorld();
const find = (words: string) => ({ text: words, kinds: [], limit: 5 }) as const;

describe('tips', () => {
  it('of a coach are found at once, by other words, in the own organisation alone', async () => {
    const { veurne, koksijde, brugge } = world;
    const { id } = await writeTip(await veurne.as('ann'), text);
    const hits = await search(await veurne.as('mia'), find('afdrukken op twee kanten'));
    expect(hits.map((hit) => hit.id)).toContain(id);
    expect(hits[0]!.why).toContain('afdrukken');
    const form = formOf(await seenBy(veurne, 'ann', id));
    for (const town of [koksijde, brugge]) {
      const there = await town.as('ann');
      expect(await search(there, find('dubbelzijdig printen'))).toEqual([]);
      await expect(seenBy(town, 'ann', id)).rejects.toBeInstanceOf(NotFound);
      expect(await tipsHere(there, { limit: 9 })).toEqual([]);
      await expect(changeTip(there, id, form)).rejects.toBeInstanceOf(NotFound);
      await expect(tipKeepers(there, id)).rejects.toBeInstanceOf(NotFound);
      await expect(thisTipHelps(there, id)).rejects.toBeInstanceOf(NotFound);
      await expect(thisTipWorks(there, id, { works: true })).rejects.toBeInstanceOf(NotFound);
    }
  });

  it('of a colleague wait for a coach, and only the author and those who check see them', async () => {
    const { veurne } = world;
    const { id } = await writeTip(await veurne.as('mia'), { ...text, title: 'Een scherm delen' });
    const draft = await seenBy(veurne, 'mia', id);
    expect(draft).toMatchObject({ status: 'draft', reviewOn: null, owner: { firstName: 'Mia' } });
    await expect(seenBy(veurne, 'karel', id)).rejects.toBeInstanceOf(NotFound);
    expect(await search(await veurne.as('karel'), find('een scherm delen'))).toEqual([]);
    await moveTip(await veurne.as('ann'), id, { move: 'publish' });
    expect(await seenBy(veurne, 'karel', id)).toMatchObject({ status: 'published', reviewOn: '2027-11-23' });
    expect((await search(await veurne.as('karel'), find('een scherm delen'))).map((hit) => hit.id)).toEqual([
      id,
    ]);
  });

  it('count who was helped, without who', async () => {
    const { veurne } = world;
    const { id } = await writeTip(await veurne.as('ann'), { ...text, title: 'Een wachtwoord onthouden' });
    await thisTipHelps(await veurne.as('mia'), id);
    await thisTipHelps(await veurne.as('karel'), id);
    expect((await seenBy(veurne, 'mia', id)).helped).toBe(2);
    expect(JSON.stringify(await rowsOf('activity'))).not.toContain(veurne.personId('karel'));
  });

  it('with a known external id are the same tip, changed', async () => {
    const { veurne } = world;
    const service = integration(veurne.id, { id: newId(), role: 'service' }, null);
    const { id: first } = await writeTip(service, { ...text, externalId: 'oase-1', status: 'published' });
    const again = { ...text, title: 'Recto verso', externalId: 'oase-1', status: 'expired' } as const;
    expect(await writeTip(service, again)).toEqual({ id: first, isNew: false });
    const changed = await seenBy(veurne, 'ann', first);
    expect(changed).toMatchObject({ title: 'Recto verso', version: 2, status: 'expired' });
    expect(changed.expiredFrom).toBe('published');
  });
});

describe('what a tip is about', () => {
  it('is kept with it, and what it points at must be there', async () => {
    const { veurne, koksijde } = world;
    const ann = await veurne.as('ann');
    const about = {
      application: 'Word',
      applicationVersion: '2021',
      level: 'with_help',
      unitId: veurne.unitId('Burgerzaken'),
      links: [{ title: 'Handleiding', address: 'https://oase.example/word' }],
    } as const;
    const { id } = await writeTip(ann, { ...text, ...about, links: [...about.links] });
    const tip = await seenBy(veurne, 'mia', id);
    expect(tip).toMatchObject({ ...about, unitName: 'Burgerzaken' });
    const refused = [
      { unitId: koksijde.unitId('Burgerzaken') },
      { ownerId: koksijde.personId('ann') },
      { reviewOn: '2026-11-23' },
    ];
    for (const wrong of refused)
      await expect(changeTip(ann, id, formOf(tip, wrong))).rejects.toMatchObject({
        problems: { [Object.keys(wrong)[0]!]: expect.stringMatching(/^tips_/) },
      });
    await expect(writeTip(ann, { ...text, unitId: newId() })).rejects.toBeInstanceOf(Invalid);
  });

  it('and who keeps it is for those who check and for whoever keeps it now', async () => {
    const { veurne } = world;
    const { id } = await writeTip(await veurne.as('mia'), { ...text, title: 'Mailen naar een groep' });
    const keepers = await tipKeepers(await veurne.as('ann'), id);
    expect(keepers.map(({ firstName }) => firstName)).toEqual(['Ann', 'Cora', 'Ernst', 'Lies', 'Mia']);
    const given = { ownerId: veurne.personId('lies'), reviewOn: '2027-03-01' };
    await changeTip(await veurne.as('ann'), id, formOf(await seenBy(veurne, 'ann', id), given));
    expect(await seenBy(veurne, 'mia', id)).toMatchObject(given);
    // Mia wrote it and does not keep it any more: she mends her draft, and leaves that as it is.
    expect(await tipKeepers(await veurne.as('mia'), id)).toEqual([]);
    const mine = formOf(await seenBy(veurne, 'mia', id), { ownerId: veurne.personId('mia'), body: 'Kort.' });
    await changeTip(await veurne.as('mia'), id, mine);
    expect(await seenBy(veurne, 'mia', id)).toMatchObject({ ...given, body: 'Kort.' });
  });
});

describe('“werkt ook bij mij”', () => {
  it('is said once a person, can be taken back, and is known to that person alone', async () => {
    const { veurne } = world;
    const { id } = await writeTip(await veurne.as('ann'), { ...text, title: 'Je agenda delen' });
    const say = async (name: 'mia' | 'karel', works: boolean) =>
      thisTipWorks(await veurne.as(name), id, { works });
    await Promise.all([say('mia', true), say('mia', true), say('karel', true)]);
    expect(await seenBy(veurne, 'mia', id)).toMatchObject({ worksFor: 2, worksForMe: true });
    expect(await seenBy(veurne, 'omer', id)).toMatchObject({ worksFor: 2, worksForMe: false });
    await say('mia', false);
    await say('mia', false);
    expect(await seenBy(veurne, 'mia', id)).toMatchObject({ worksFor: 1, worksForMe: false });
    const seen = await veurne.inside((tx) => tx.selectFrom('tip_vote').selectAll().execute());
    expect(seen).toEqual([]);
  });

  it('is not for the author, nor for what others cannot read', async () => {
    const { veurne } = world;
    const { id } = await writeTip(await veurne.as('mia'), { ...text, title: 'Een map delen' });
    for (const name of ['mia', 'ann'] as const)
      await expect(thisTipWorks(await veurne.as(name), id, { works: true })).rejects.toBeInstanceOf(
        Forbidden,
      );
    await expect(thisTipWorks(await veurne.as('karel'), id, { works: true })).rejects.toBeInstanceOf(
      NotFound,
    );
    await expect(thisTipWorks(veurne.system, id, { works: true })).rejects.toBeInstanceOf(Forbidden);
  });
});
