import { beforeEach, describe, expect, it } from 'vitest';
import { Conflict, Forbidden, Invalid, NotFound } from '#platform/errors.ts';
import { travelTo } from '../../../../tests/support/database.ts';
import { mondayMorning, useWorld } from '../../../../tests/support/world.ts';
import { asked, told } from './helping.world.ts';
import {
  callIn,
  cancelReminder,
  closeAsHelper,
  giveQuestion,
  helperSide,
  remindMe,
  reminderMoments,
  takeBack,
  withdrawCallIn,
} from './index.ts';
import { tellReminders } from './remind.ts';

const world = useWorld();
const tomorrow = { when: 'tomorrow', day: null } as const;

beforeEach(() => travelTo(mondayMorning));

describe('remind me', () => {
  it('tells the helper at that moment, once, and nobody else', async () => {
    const { veurne } = world;
    const ann = await veurne.as('ann');
    const id = await asked(world);
    await remindMe(ann, id, { when: 'in_a_week', day: null });
    const at = await remindMe(ann, id, tomorrow);
    expect(at).toEqual(new Date('2026-11-24T07:30:00Z'));
    expect((await helperSide(ann, id)).reminderAt).toEqual(at);
    await travelTo(new Date(at.getTime() - 1_000));
    await tellReminders(veurne.system);
    expect(await told(world, id)).not.toContain('ann question.remind');
    await travelTo(at);
    await tellReminders(veurne.system);
    await tellReminders(veurne.system);
    expect((await told(world, id)).filter((line) => line.includes('remind'))).toEqual([
      'ann question.remind',
    ]);
    expect((await helperSide(ann, id)).reminderAt).toBeNull();
  });

  it('can be cancelled, and leaves a closed question in peace', async () => {
    const { veurne, koksijde } = world;
    const ann = await veurne.as('ann');
    const [cancelled, closed] = [await asked(world), await asked(world)];
    for (const id of [cancelled, closed]) await remindMe(ann, id, tomorrow);
    await expect(cancelReminder(await koksijde.as('ann'), cancelled)).rejects.toBeInstanceOf(NotFound);
    await cancelReminder(ann, cancelled);
    await closeAsHelper(ann, closed);
    await travelTo('2026-11-25 10:00');
    await tellReminders(veurne.system);
    for (const id of [cancelled, closed]) expect((await told(world, id)).join()).not.toContain('remind');
  });

  it('leaves in peace whoever was asked for nothing after all, and reads the question no more', async () => {
    const { veurne } = world;
    const [ann, ernst, lies] = [await veurne.as('ann'), await veurne.as('ernst'), await veurne.as('lies')];
    const [advice, given] = [await asked(world), await asked(world)];
    await callIn(ann, advice, { personId: ernst.personId, note: '' });
    await remindMe(ernst, advice, tomorrow);
    await withdrawCallIn(ann, advice, ernst.personId!);
    await giveQuestion(ann, given, lies.personId!);
    await remindMe(lies, given, tomorrow);
    await takeBack(ann, given);
    for (const id of [advice, given]) await remindMe(ann, id, tomorrow);
    await travelTo('2026-11-25 10:00');
    await tellReminders(veurne.system);
    for (const id of [advice, given])
      expect((await told(world, id)).filter((line) => line.includes('remind'))).toEqual([
        'ann question.remind',
      ]);
  });

  it('is for whoever helps, on a day that is still to come', async () => {
    const { veurne, koksijde } = world;
    const ann = await veurne.as('ann');
    const id = await asked(world);
    expect((await reminderMoments(ann, id)).choices).toHaveLength(3);
    for (const call of [reminderMoments, (who: typeof ann) => remindMe(who, id, tomorrow)]) {
      await expect(call(await veurne.as('mia'), id)).rejects.toBeInstanceOf(Forbidden);
      await expect(call(await koksijde.as('ann'), id)).rejects.toBeInstanceOf(NotFound);
    }
    await expect(remindMe(ann, id, { when: 'on_day', day: '2026-11-23' })).rejects.toBeInstanceOf(Invalid);
    await travelTo('2026-11-23 15:00');
    await expect(remindMe(ann, id, { when: 'this_afternoon', day: null })).rejects.toBeInstanceOf(Conflict);
  });
});
