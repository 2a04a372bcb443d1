import { beforeEach, describe, expect, it } from 'vitest';
import { Conflict, Forbidden, Invalid, NotFound } from '#platform/errors.ts';
import { keepMailInMemory } from '#platform/server/mail.ts';
import { asOwner, travelTo } from '../../../../tests/support/database.ts';
import { sendDue } from '../../../../tests/support/mail-jobs.ts';
import { mondayMorning, rowsOf, useWorld, type Name } from '../../../../tests/support/world.ts';
import type { LeavingPlan } from '../leaving.ts';
import { actorFor } from './actor.ts';
import { addDropIn, dropInsHere } from './drop-ins.ts';
import { leaveByThemselves } from './leave.ts';
import { cancelLeaving, leavingHere, myLeaving, planLeaving } from './leaving.ts';
import { giveRole } from './roles.ts';

const world = useWorld();
const sent = keepMailInMemory();
const friday = '2026-11-27';
const stop: LeavingPlan = {
  ...{ kind: 'coach', lastDay: friday, keeperId: null, dropInsTo: null, standsInId: null, word: null },
};
const go: LeavingPlan = { ...stop, kind: 'job' };

const id = (name: Name) => world.veurne.personId(name);
const as = (name: Name) => world.veurne.as(name);
const lastDays = async (name: Name) => {
  const [row] = await asOwner<{ appointment: string | null; role: string | null }>(
    `select a.ends_on::text as appointment, r.ends_on::text as role
       from appointment a left join role r on r.appointment_id = a.id where a.person_id = $1`,
    [id(name)],
  );
  return row;
};
const sweep = () => leaveByThemselves(world.veurne.system);

beforeEach(async () => {
  await travelTo(mondayMorning);
  for (const table of ['leaving', 'drop_in', 'notification', 'hand_edit'])
    await asOwner(`delete from ${table}`);
  await asOwner('update appointment set ends_on = null');
  await asOwner('update role set ends_on = null');
  await asOwner(`delete from role where starts_on > '2026-01-05'`);
  await asOwner('update helper set substitute_id = null');
  sent.length = 0;
});

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
    expect((await leavingHere(await as('hans'), id('ann'), stop)).standing?.kept.questions).toBeNull();
    expect((await leavingHere(cora, id('ernst'), stop)).standing?.themes).toEqual(['outlook']);
    await asOwner('delete from helper where person_id = $1', [id('lies')]);
  });
});

describe('on the day after', () => {
  it('passes on walk-in moments and standing in, and tells each once', async () => {
    const cora = await as('cora');
    await addDropIn(await as('ann'), id('ann'), {
      ...{ firstOn: '2026-12-01', everyWeeks: 2, lastOn: null, startsAt: '09:00', endsAt: '10:00' },
      place: 'Refter',
    });
    await asOwner('insert into helper (organisation_id, person_id, substitute_id) values ($1, $2, $3)', [
      ...[world.veurne.id, id('ernst'), id('ann')],
    ]);
    await planLeaving(cora, id('ann'), { ...stop, dropInsTo: id('lies'), standsInId: id('lies') });
    await sweep();
    expect((await dropInsHere(cora, id('ann'))).dropIns).toHaveLength(1);
    await travelTo('2026-11-28 06:00');
    await Promise.all([sweep(), sweep()]);
    await sweep();
    expect((await dropInsHere(cora, id('lies'))).dropIns).toHaveLength(1);
    expect(await rowsOf('helper', `substitute_id = '${id('lies')}'`)).toHaveLength(1);
    expect(await rowsOf('notification', `kind = 'leaving.passed_to_you'`)).toMatchObject([
      { person_id: id('lies'), particulars: { dropIns: 'yes', standsIn: 'yes' } },
    ]);
    expect(await myLeaving(await as('ann'))).toBeNull();
    await expect(cancelLeaving(cora, id('ann'))).rejects.toThrow(Conflict);
    await asOwner('delete from helper where person_id = $1', [id('ernst')]);
  });

  it('does the same for an end by a list or by hand, and not for who stays after all', async () => {
    await asOwner(`update appointment set ends_on = '2026-11-20' where person_id = any($1)`, [
      [id('lies'), world.koksijde.personId('lies')],
    ]);
    await planLeaving(await as('cora'), id('ann'), go);
    await sweep();
    expect(await rowsOf('leaving', 'done_at is not null')).toMatchObject([{ person_id: id('lies') }]);
    await asOwner('update appointment set ends_on = null where person_id = $1', [id('ann')]);
    await travelTo('2026-11-28 06:00');
    await sweep();
    expect(await rowsOf('leaving', `person_id = '${id('ann')}'`)).toEqual([]);
    expect(await actorFor(world.veurne.id, id('ann'))).not.toBeNull();
    // Back on the same appointment, and no coach again by itself.
    await asOwner('update appointment set ends_on = null where person_id = $1', [id('lies')]);
    expect((await actorFor(world.veurne.id, id('lies')))?.actor.roles).toEqual([]);
    expect(await lastDays('lies')).toEqual({ appointment: null, role: '2026-11-20' });
  });

  it('a list that ends somebody wins from a plan to stop later', async () => {
    await planLeaving(await as('cora'), id('ann'), stop);
    await asOwner(`update appointment set ends_on = '2026-11-22' where person_id = $1`, [id('ann')]);
    await sweep();
    expect(await rowsOf('leaving')).toMatchObject([{ kind: 'job', last_day: '2026-11-22' }]);
    expect((await rowsOf('leaving'))[0]?.done_at).not.toBeNull();
  });
});

describe('mails', () => {
  it('tell who leaves before and thank them on the last day, with the line that was added', async () => {
    await planLeaving(await as('cora'), id('ann'), {
      ...stop,
      word: 'Zonder jou was het loket vastgelopen.',
    });
    await sendDue(world.veurne);
    expect(sent.map(({ subject }) => subject).toSorted()).toHaveLength(1);
    sent.length = 0;
    await sweep();
    await travelTo('2026-11-27 07:00');
    await sweep();
    await sendDue(world.veurne);
    expect(sent).toEqual([]);
    await travelTo('2026-11-27 08:00');
    for (const _twice of [1, 2]) await sweep();
    await sendDue(world.veurne);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ to: { name: 'Ann Maes' } });
    expect(sent[0]?.text).toContain('Zonder jou was het loket vastgelopen.');
    expect(sent[0]?.text).not.toMatch(/\d+ (vragen|collega)/);
    await travelTo('2026-11-28 06:00');
    await sweep();
    expect(await rowsOf('leaving')).toMatchObject([{ word: null }]);
  });

  it('tell the coordinator once of a unit without a coach, unless they planned it or it was cancelled', async () => {
    const ann = await as('ann');
    await planLeaving(ann, id('ann'), stop);
    expect(await rowsOf('notification')).toMatchObject([{ person_id: id('cora'), kind: 'leaving.no_coach' }]);
    await sendDue(world.veurne);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.text).toContain('Burgerzaken');
    await asOwner('delete from notification');
    await planLeaving(ann, id('ann'), stop);
    await cancelLeaving(ann, id('ann'));
    sent.length = 0;
    await sendDue(world.veurne);
    expect(sent).toEqual([]);
    await giveRole(await as('cora'), { personId: id('bram'), kind: 'coach' });
    await asOwner('delete from notification');
    await planLeaving(ann, id('ann'), stop);
    expect(await rowsOf('notification')).toEqual([]);
  });
});
