import { describe, expect, it } from 'vitest';
import { Conflict, Forbidden, Invalid, NotFound } from '#platform/errors.ts';
import { sweepOnce } from '../../../../tests/support/daily.ts';
import { asOwner, travelTo } from '../../../../tests/support/database.ts';
import { rowsOf, type Name } from '../../../../tests/support/world.ts';
import type { LeavingPlan } from '../leaving.ts';
import { markAway } from './away.ts';
import { addDropIn } from './drop-ins.ts';
import { cancelLeaving, leavingHere, myLeaving, planLeaving } from './leaving.ts';
import { friday, go, stop, useLeavingWorld } from './leaving.world.ts';
import { endRole, giveRole } from './roles.ts';

const { world, id, as, lastDays } = useLeavingWorld();

describe('planning', () => {
  it('is done by whoever keeps people right, and by a coach who stops', async () => {
    for (const name of ['cora', 'hans', 'ada'] as const) {
      await planLeaving(await as(name), id('ann'), go);
      expect(await lastDays('ann'), name).toEqual({ appointment: friday, role: null });
      await cancelLeaving(await as(name), id('ann'));
    }
    await planLeaving(await as('ann'), id('ann'), stop);
    expect(await lastDays('ann')).toEqual({ appointment: null, role: friday });
    await expect(planLeaving(await as('ann'), id('ann'), go)).rejects.toThrow(Forbidden);
    for (const name of ['lies', 'mia'] as const) {
      await expect(planLeaving(await as(name), id('ann'), stop), name).rejects.toThrow(Forbidden);
      await expect(cancelLeaving(await as(name), id('ann')), name).rejects.toThrow(Forbidden);
      await expect(leavingHere(await as(name), id('ann')), name).rejects.toThrow(Forbidden);
    }
    expect((await leavingHere(await as('ann'), id('ann'))).plan).toMatchObject({ kind: 'coach' });
  });

  it('is not there for another organisation', async () => {
    const elsewhere = await world.koksijde.as('cora');
    await planLeaving(await as('cora'), id('ann'), stop);
    await expect(planLeaving(elsewhere, id('ann'), stop)).rejects.toThrow(NotFound);
    await expect(cancelLeaving(elsewhere, id('ann'))).rejects.toThrow(NotFound);
    await expect(leavingHere(elsewhere, id('ann'))).rejects.toThrow(NotFound);
    expect(await myLeaving(await world.koksijde.as('ann'))).toBeNull();
    expect(await myLeaving(await as('ann'))).toMatchObject({ kind: 'coach', lastDay: friday });
  });

  it('refuses a day that is past, one far off, who is no coach, and who is not there to take over', async () => {
    const cora = await as('cora');
    const plan = (more: Partial<LeavingPlan>, name: Name = 'ann') =>
      planLeaving(cora, id(name), { ...stop, ...more });
    await expect(plan({ lastDay: '2026-11-22' })).rejects.toThrow(Invalid);
    await expect(plan({ lastDay: '2126-11-22' })).rejects.toThrow(Invalid);
    await expect(plan({}, 'mia')).rejects.toThrow(Invalid);
    await expect(plan({ dropInsTo: id('mia') })).rejects.toThrow(Invalid);
    await expect(plan({ keeperId: world.koksijde.personId('lies') })).rejects.toThrow(Invalid);
    await expect(plan({ standsInId: 'x' })).rejects.toThrow(NotFound);
    expect(await rowsOf('leaving')).toEqual([]);
  });

  it('replaces what was planned, and puts the days back when it is cancelled', async () => {
    const cora = await as('cora');
    await asOwner(`update appointment set ends_on = '2027-06-30' where person_id = $1`, [id('ann')]);
    await planLeaving(cora, id('ann'), go);
    await planLeaving(cora, id('ann'), stop);
    expect(await lastDays('ann')).toEqual({ appointment: '2027-06-30', role: friday });
    await cancelLeaving(cora, id('ann'));
    expect(await lastDays('ann')).toEqual({ appointment: '2027-06-30', role: null });
    await expect(cancelLeaving(cora, id('ann'))).rejects.toThrow(Conflict);
  });

  it('ends no absence before somebody is gone, and none when it is taken back', async () => {
    await markAway(await as('ann'), id('ann'), { until: null });
    await planLeaving(await as('cora'), id('ann'), go);
    await sweepOnce(world.veurne, 'people.leave');
    const absences = () => rowsOf('absence', `person_id = '${id('ann')}'`);
    expect(await absences()).toMatchObject([{ ends_at: null }]);
    await cancelLeaving(await as('cora'), id('ann'));
    await travelTo('2026-11-28 10:00');
    await sweepOnce(world.veurne, 'people.leave');
    expect(await absences()).toMatchObject([{ ends_at: null }]);
    await asOwner('delete from absence');
  });

  it('whoever goes by the word of HR does not stay by saying that they stop as a coach', async () => {
    await planLeaving(await as('hans'), id('ann'), go);
    await expect(planLeaving(await as('ann'), id('ann'), stop)).rejects.toThrow(Forbidden);
    expect(await lastDays('ann')).toEqual({ appointment: friday, role: null });
  });

  it('leaves an administrator also after those who go later', async () => {
    const cora = await as('cora');
    const roleId = await giveRole(await as('ada'), { personId: id('hans'), kind: 'admin' });
    await planLeaving(cora, id('hans'), { ...go, lastDay: '2026-12-18' });
    await expect(planLeaving(cora, id('ada'), go)).rejects.toThrow(Conflict);
    const [own] = await rowsOf(
      'role',
      `kind = 'admin' and id <> '${roleId}'
      and appointment_id in (select id from appointment where person_id = '${id('ada')}')`,
    );
    await expect(endRole(await as('ada'), String(own!.id))).rejects.toThrow(Conflict);
    await planLeaving(cora, id('ann'), go);
  });

  it('never takes the last administrator, and warns of the last coordinator', async () => {
    const cora = await as('cora');
    await expect(planLeaving(cora, id('ada'), go)).rejects.toThrow(Conflict);
    expect(await lastDays('ada')).toMatchObject({ appointment: null });
    await giveRole(await as('ada'), { personId: id('hans'), kind: 'admin' });
    await planLeaving(cora, id('ada'), go);
    expect((await leavingHere(cora, id('cora'), go)).standing?.lastCoordinator).toBe(true);
    expect((await leavingHere(cora, id('lies'), go)).standing?.lastCoordinator).toBe(false);
  });
});

describe('what stands with who leaves', () => {
  it('is told in numbers, with who is left without a coach and where a sheet hangs', async () => {
    const cora = await as('cora');
    await asOwner(`update appointment set location = 'Loket 2' where person_id = $1`, [id('mia')]);
    await addDropIn(await as('ann'), id('ann'), {
      ...{ firstOn: '2026-12-01', everyWeeks: 2, lastOn: null, startsAt: '09:00', endsAt: '10:00' },
      place: 'Refter',
    });
    await asOwner('insert into helper (organisation_id, person_id, substitute_id) values ($1, $2, $3)', [
      ...[world.veurne.id, id('lies'), id('ann')],
    ]);
    const { standing } = await leavingHere(cora, id('ann'), stop);
    expect(standing).toMatchObject({
      kept: { questions: 0, problems: 0, tips: 0 },
      ...{ dropIns: 1, standsInFor: [{ firstName: 'Lies' }], themes: [] },
      unitsWithout: [{ name: 'Burgerzaken' }],
      posters: [{ unitName: 'Burgerzaken', places: ['Loket 2'] }],
      keeperId: id('cora'),
    });
    expect(standing?.standsInId, 'nobody stands in for themself').not.toBe(id('lies'));
    await expect(leavingHere(cora, id('mia'), stop), 'no coach').rejects.toThrow(Invalid);
    expect((await leavingHere(await as('hans'), id('ann'), stop)).standing?.kept.questions).toBeNull();
    expect((await leavingHere(cora, id('ernst'), stop)).standing?.themes).toEqual(['outlook']);
    await asOwner('delete from helper where person_id = $1', [id('lies')]);
  });
});
