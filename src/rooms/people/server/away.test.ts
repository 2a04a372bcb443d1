import { describe, expect, it } from 'vitest';
import { Forbidden, Invalid, NotFound } from '#platform/errors.ts';
import { asOwner } from '../../../../tests/support/database.ts';
import { rowsOf, useWorld, type Town } from '../../../../tests/support/world.ts';
import { ownBack } from '../helper-shown.ts';
import {
  awayHere,
  cancelAbsence,
  changeAbsence,
  endAbsence,
  markAway,
  snapshotOf,
  whoHelpsMe,
} from './index.ts';

const world = useWorld();
/** What is over stays in the table for a while, for who is back. */
const runs = `(ends_at is null or ends_at > now() + (select shift from test_clock))`;
const friday = new Date('2026-11-26T23:00:00Z');
const nextWeek = new Date('2026-11-30T23:00:00Z');

const absencesOfAnn = async (town: Town) =>
  (await town.inside(snapshotOf)).helpers.find(({ personId }) => personId === town.personId('ann'))?.away;

describe('away', () => {
  it('is said by the coach, who stands in, the manager and the coordinator, and by nobody else', async () => {
    const { veurne, koksijde } = world;
    const ann = veurne.personId('ann');
    for (const name of ['ann', 'bram', 'mara', 'cora', 'ada'] as const) {
      const id = await markAway(await veurne.as(name), ann, { until: null });
      expect((await awayHere(await veurne.as(name), ann)).absences).toMatchObject([{ id }]);
      await endAbsence(await veurne.as(name), ann);
    }
    for (const name of ['lies', 'karel', 'hans', 'dirk'] as const) {
      await expect(markAway(await veurne.as(name), ann, { until: null })).rejects.toBeInstanceOf(Forbidden);
      await expect(awayHere(await veurne.as(name), ann)).rejects.toBeInstanceOf(Forbidden);
    }
    await expect(awayHere(await koksijde.as('cora'), ann)).rejects.toBeInstanceOf(NotFound);
    // The manager of Burgerzaken is not the one of the library.
    const lies = veurne.personId('lies');
    await expect(markAway(await veurne.as('mara'), lies, { until: null })).rejects.toBeInstanceOf(Forbidden);
  });

  it('names for this time another one who stands in, and said twice it is one absence', async () => {
    const { veurne } = world;
    const ann = veurne.personId('ann');
    const id = await markAway(await veurne.as('ann'), ann, { until: nextWeek });
    const again = { until: friday, substituteId: veurne.personId('lies') };
    expect(await markAway(await veurne.as('cora'), ann, again)).toBe(id);
    const helps = await whoHelpsMe(await veurne.as('mia'));
    expect(helps.first).toMatchObject({ firstName: 'Lies', reason: { kind: 'substitute', forId: ann } });
    // The page says when the own coach is there again, and says it only then.
    expect(helps.own).toMatchObject({ personId: ann, thereNow: false });
    expect(ownBack(helps.own, helps.now)).toMatch(/^Jouw digicoach Ann \w+ is er weer .+ uur\.$/);
    expect(await absencesOfAnn(veurne)).toMatchObject([{ until: friday }]);
    await endAbsence(await veurne.as('lies'), ann);
    expect((await whoHelpsMe(await veurne.as('mia'))).own).toBeNull();
  });

  it('is one absence when it is sent twice, now or for later, also at the same moment', async () => {
    const { veurne } = world;
    const [ann, cora] = [veurne.personId('ann'), await veurne.as('cora')];
    for (const away of [{ until: null }, { from: friday, until: nextWeek }]) {
      const ids = await Promise.all([1, 2, 3].map(() => markAway(cora, ann, away)));
      expect(new Set([...ids, await markAway(cora, ann, away)]).size).toBe(1);
      await cancelAbsence(cora, ids[0]!);
    }
    expect((await awayHere(cora, ann)).absences).toEqual([]);
  });

  it('may begin later, be changed and be called off', async () => {
    const { veurne, koksijde } = world;
    const ann = veurne.personId('ann');
    const me = await veurne.as('ann');
    const id = await markAway(me, ann, { from: friday, until: nextWeek });
    expect((await whoHelpsMe(await veurne.as('mia'))).first.firstName).toBe('Ann');
    expect(await absencesOfAnn(veurne)).toMatchObject([{ from: friday, until: nextWeek }]);
    await changeAbsence(me, id, { from: friday, until: null, substituteId: veurne.personId('karel') });
    expect((await awayHere(me, ann)).absences).toMatchObject([
      { id, from: friday, until: null, substitute: { firstName: 'Karel' } },
    ]);
    const elsewhere = await koksijde.as('ann');
    await expect(changeAbsence(elsewhere, id, { until: null })).rejects.toBeInstanceOf(NotFound);
    await expect(cancelAbsence(elsewhere, id)).rejects.toBeInstanceOf(NotFound);
    const omer = await veurne.as('omer');
    await expect(changeAbsence(omer, id, { until: null })).rejects.toBeInstanceOf(Forbidden);
    await expect(cancelAbsence(omer, id)).rejects.toBeInstanceOf(Forbidden);
    await cancelAbsence(me, id);
    expect(await rowsOf('absence', runs)).toEqual([]);
  });

  it('refuses an end before the beginning and oneself as the one who stands in', async () => {
    const { veurne, koksijde } = world;
    const [me, ann] = [await veurne.as('ann'), veurne.personId('ann')];
    const past = markAway(me, ann, { from: nextWeek, until: friday });
    await expect(past).rejects.toBeInstanceOf(Invalid);
    await expect(markAway(me, ann, { until: null, substituteId: ann })).rejects.toBeInstanceOf(Invalid);
    const stranger = markAway(me, ann, { until: null, substituteId: koksijde.personId('bram') });
    await expect(stranger).rejects.toBeInstanceOf(NotFound);
    await expect(cancelAbsence(me, 'no id')).rejects.toBeInstanceOf(NotFound);
    expect(await rowsOf('absence', runs)).toEqual([]);
  });

  it('refuses one who is away then as the one who stands in, and not one who is back', async () => {
    const { veurne } = world;
    const cora = await veurne.as('cora');
    const [ann, bram] = [veurne.personId('ann'), veurne.personId('bram')];
    const absence = await markAway(cora, bram, { until: friday });
    await expect(markAway(cora, ann, { until: null, substituteId: bram })).rejects.toBeInstanceOf(Invalid);
    const later = await markAway(cora, ann, { from: nextWeek, until: null, substituteId: bram });
    await cancelAbsence(cora, later);
    await cancelAbsence(cora, absence);
  });
});

describe('what the snapshot knows of later', () => {
  it('a coach counts until the last day of the role, a colleague until that of the appointment', async () => {
    const { veurne } = world;
    const ann = veurne.personId('ann');
    const held = `appointment_id in (select id from appointment where person_id = $1)`;
    await asOwner(`update role set ends_on = '2026-11-25' where ${held}`, [ann]);
    await asOwner(`update appointment set ends_on = '2026-11-27' where person_id = $1`, [ann]);
    const burgerzaken = veurne.unitId('Burgerzaken');
    expect((await veurne.inside(snapshotOf)).helpers.find(({ personId }) => personId === ann)).toMatchObject({
      coachOf: [burgerzaken],
      coachUntil: { [burgerzaken]: new Date('2026-11-25T23:00:00Z') },
      until: new Date('2026-11-27T23:00:00Z'),
    });
    await asOwner(`update role set ends_on = null where ${held}`, [ann]);
    await asOwner(`update appointment set ends_on = null where person_id = $1`, [ann]);
  });
});
