import { beforeEach, describe, expect, it } from 'vitest';
import { Forbidden, Invalid, NotFound } from '#platform/errors.ts';
import { addClosingDay, changeUnitClosing, removeClosingDay } from '#rooms/organisations/server/index.ts';
import { asOwner } from '../../../../tests/support/database.ts';
import { useWorld } from '../../../../tests/support/world.ts';
import {
  addDropIn,
  changeDropIn,
  coachCard,
  dropInsHere,
  endDropIn,
  endRole,
  giveRole,
  markAway,
  nextDropIns,
  resumeDropIn,
} from './index.ts';

const world = useWorld();
const tuesdays = {
  ...{ firstOn: '2026-11-24', everyWeeks: 1, lastOn: null },
  ...{ startsAt: '10:00', endsAt: '11:30', place: 'loket 3' },
};

beforeEach(async () => {
  await asOwner('delete from drop_in');
  await asOwner('delete from absence');
});

const annAdds = async (own: Partial<typeof tuesdays> = {}) =>
  addDropIn(await world.veurne.as('ann'), world.veurne.personId('ann'), { ...tuesdays, ...own });

/** The local days of what Mia can walk in on, or of another unit. */
const days = async (limit = 3, unitId?: string) =>
  (await nextDropIns(await world.veurne.as('mia'), { limit, unitId })).moments.map(({ from }) =>
    from.toISOString().slice(0, 10),
  );

describe('the coming walk-in moments of a unit', () => {
  it('are those of its coaches, soonest first', async () => {
    const { veurne } = world;
    await annAdds();
    await annAdds({ firstOn: '2026-11-27', everyWeeks: 0 });
    expect(await days()).toEqual(['2026-11-24', '2026-11-27', '2026-12-01']);
    expect(await days(3, veurne.unitId('Bibliotheek'))).toEqual([]);
    expect(await days(3, world.koksijde.unitId('Burgerzaken'))).toEqual([]);
    expect((await nextDropIns(await world.koksijde.as('mia'), { limit: 3 })).moments).toEqual([]);
    const { dropIns } = await coachCard(await veurne.as('omer'), veurne.personId('ann'));
    expect(dropIns[0]).toMatchObject({
      ...{ firstName: 'Ann', place: 'loket 3' },
      ...{ from: new Date('2026-11-24T09:00:00Z'), until: new Date('2026-11-24T10:30:00Z') },
    });
  });

  it('skip holidays, own closing days and the days the coach is away', async () => {
    const { veurne } = world;
    await annAdds({ firstOn: '2026-12-18' });
    expect(await days()).toEqual(['2026-12-18', '2027-01-08', '2027-01-15']);
    await addClosingDay(await veurne.as('cora'), { day: '2026-12-18', name: 'Brugdag' });
    await markAway(await veurne.as('ann'), veurne.personId('ann'), {
      until: new Date('2027-01-14T23:00:00Z'),
    });
    expect(await days(1)).toEqual(['2027-01-15']);
    await removeClosingDay(await veurne.as('cora'), '2026-12-18');
  });

  it('go on where the unit is open on closing days', async () => {
    const { veurne } = world;
    const [cora, unitId] = [await veurne.as('cora'), veurne.unitId('Burgerzaken')];
    await annAdds({ firstOn: '2026-12-18' });
    await changeUnitClosing(cora, unitId, true);
    expect(await days()).toEqual(['2026-12-18', '2026-12-25', '2027-01-01']);
    await changeUnitClosing(cora, unitId, false);
  });

  it('end with the role', async () => {
    const { veurne } = world;
    const cora = await veurne.as('cora');
    const karel = veurne.personId('karel');
    const role = await giveRole(cora, { personId: karel, kind: 'coach' });
    await addDropIn(await veurne.as('karel'), karel, tuesdays);
    expect(await days(1)).toEqual(['2026-11-24']);
    await endRole(cora, role);
    expect(await days(1)).toEqual([]);
  });
});

describe('a coach', () => {
  it('adds, changes, stops and takes up again; so does the coordinator', async () => {
    const { veurne } = world;
    const ann = veurne.personId('ann');
    const id = await annAdds();
    const cora = await veurne.as('cora');
    await changeDropIn(cora, id, { ...tuesdays, everyWeeks: 2, place: 'onthaal' });
    const { dropIns } = await dropInsHere(await veurne.as('ann'), ann);
    expect(dropIns).toMatchObject([{ id, everyWeeks: 2, place: 'onthaal', startsAt: '10:00' }]);
    expect(dropIns[0]?.next).toEqual(new Date('2026-11-24T09:00:00Z'));
    await endDropIn(await veurne.as('ann'), id);
    expect((await dropInsHere(cora, ann)).dropIns).toEqual([]);
    expect(await days()).toEqual([]);
    await resumeDropIn(cora, id);
    expect(await days(1)).toEqual(['2026-11-24']);
  });

  it('no longer sees what is over', async () => {
    const { veurne } = world;
    const id = await annAdds({ everyWeeks: 0 });
    await asOwner(`update drop_in set first_on = '2026-11-20' where id = $1`, [id]);
    expect((await dropInsHere(await veurne.as('ann'), veurne.personId('ann'))).dropIns).toEqual([]);
  });

  it('gives times and days that can be', async () => {
    await expect(annAdds({ firstOn: '2026-11-22' })).rejects.toThrow(Invalid);
    await expect(annAdds({ endsAt: '10:00' })).rejects.toThrow(Invalid);
    const id = await annAdds();
    const change = { ...tuesdays, lastOn: '2026-11-23' };
    await expect(changeDropIn(await world.veurne.as('ann'), id, change)).rejects.toThrow(Invalid);
  });

  it('is the only one beside coordinator and administrator, in the own organisation', async () => {
    const { veurne, koksijde } = world;
    const ann = veurne.personId('ann');
    const id = await annAdds();
    const [lies, cora] = [await veurne.as('lies'), await koksijde.as('cora')];
    for (const [who, refusal] of [[lies, Forbidden] as const, [cora, NotFound] as const]) {
      await expect(addDropIn(who, ann, tuesdays)).rejects.toThrow(refusal);
      await expect(changeDropIn(who, id, tuesdays)).rejects.toThrow(refusal);
      await expect(endDropIn(who, id)).rejects.toThrow(refusal);
      await expect(resumeDropIn(who, id)).rejects.toThrow(refusal);
      await expect(dropInsHere(who, ann)).rejects.toThrow(refusal);
    }
    await expect(endDropIn(lies, 'x')).rejects.toThrow(NotFound);
    await expect(addDropIn(await veurne.as('mia'), veurne.personId('mia'), tuesdays)).rejects.toThrow(
      Forbidden,
    );
  });
});
