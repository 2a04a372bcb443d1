import { beforeEach, describe, expect, it } from 'vitest';
import { Conflict } from '#platform/errors.ts';
import { keepMailInMemory } from '#platform/server/mail.ts';
import { asOwner, travelTo } from '../../../../tests/support/database.ts';
import { sendDue } from '../../../../tests/support/mail-jobs.ts';
import { rowsOf } from '../../../../tests/support/world.ts';
import { actorFor } from './actor.ts';
import { addDropIn, dropInsHere } from './drop-ins.ts';
import { cancelLeaving, myLeaving, planLeaving } from './leaving.ts';
import { go, stop, useLeavingWorld } from './leaving.world.ts';
import { endRole, giveRole } from './roles.ts';

const { world, id, as, lastDays, sweep } = useLeavingWorld();
const sent = keepMailInMemory();

beforeEach(() => {
  sent.length = 0;
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

  it('passes on as well when the last role of a coach is ended, and not when it is given back', async () => {
    const cora = await as('cora');
    await addDropIn(await as('ann'), id('ann'), {
      ...{ firstOn: '2026-12-01', everyWeeks: 2, lastOn: null, startsAt: '09:00', endsAt: '10:00' },
      place: 'Refter',
    });
    const [role] = await rowsOf(
      'role',
      `kind = 'coach' and appointment_id in (select id from appointment where person_id = '${id('ann')}')`,
    );
    await endRole(cora, String(role!.id));
    const again = await giveRole(cora, { personId: id('ann'), kind: 'coach' });
    await sweep();
    expect((await dropInsHere(cora, id('ann'))).dropIns).toHaveLength(1);
    expect(await rowsOf('leaving')).toEqual([]);
    await planLeaving(cora, id('ann'), stop);
    await endRole(cora, again);
    await sweep();
    expect(await rowsOf('drop_in', 'stopped_at is not null')).toHaveLength(1);
    expect(await rowsOf('leaving', 'done_at is not null')).toMatchObject([
      { person_id: id('ann'), kind: 'coach' },
    ]);
  });

  it('goes on with others when one fails, which is tried again', async () => {
    await asOwner(`update appointment set ends_on = '2026-11-20' where person_id = any($1)`, [
      [id('ann'), id('lies')],
    ]);
    await asOwner(`create or replace function crash() returns trigger language plpgsql as
      $$ begin if new.done_at is not null and new.person_id = '${id('ann')}' then raise 'crash'; end if; return new; end $$;
      create trigger crash before update on leaving for each row execute function crash()`);
    await sweep();
    expect(await rowsOf('leaving', 'done_at is not null')).toMatchObject([{ person_id: id('lies') }]);
    await asOwner('drop trigger crash on leaving');
    await sweep();
    expect(await rowsOf('leaving', 'done_at is not null')).toHaveLength(2);
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
