import { beforeEach, describe, expect, it } from 'vitest';
import { Forbidden, NotFound } from '#platform/errors.ts';
import { markAway } from '#rooms/people/server/index.ts';
import { asOwner, travelTo } from '../../../../tests/support/database.ts';
import { mondayMorning, useWorld } from '../../../../tests/support/world.ts';
import { asked, askedUnderCover, told } from './helping.world.ts';
import {
  claimQuestion,
  giveQuestion,
  helpersToGive,
  passOn,
  questionThread,
  takeBack,
  writeNote,
} from './index.ts';
import { moveSilentQuestions } from './move.ts';

const world = useWorld();

beforeEach(() => travelTo(mondayMorning));

describe('giving a question to somebody', () => {
  it('offers everybody who helps but oneself and the asker, whoever is away left out', async () => {
    const { veurne, koksijde } = world;
    const id = await asked(world, 'Kan iemand mij helpen?', 'lies');
    await markAway(await veurne.as('cora'), veurne.personId('tom'), { until: null });
    const names = (await helpersToGive(await veurne.as('ann'), id)).map(({ firstName }) => firstName);
    expect(names).toEqual(expect.arrayContaining(['Ernst', 'Cora', 'Ada']));
    for (const left of ['Ann', 'Lies', 'Tom']) expect(names).not.toContain(left);
    await asOwner('delete from absence');
    await expect(helpersToGive(await koksijde.as('ann'), id)).rejects.toBeInstanceOf(NotFound);
    await expect(helpersToGive(await veurne.as('lies'), id)).rejects.toBeInstanceOf(Forbidden);
  });

  it('goes to the one who was picked, who hears why, and moves on from there in silence', async () => {
    const { veurne } = world;
    const id = await asked(world);
    const tom = veurne.personId('tom');
    await giveQuestion(await veurne.as('ann'), id, tom);
    const { question, next, steps } = await questionThread(await veurne.as('tom'), id);
    expect(question).toMatchObject({ state: 'waiting', holderId: tom });
    expect(steps.map(({ ending }) => ending)).toEqual(['given', null]);
    expect(steps.at(-1)).toMatchObject({
      reason: { kind: 'given', byId: veurne.personId('ann') },
      about: 'Ann Maes',
    });
    expect(await told(world, id)).toEqual(
      expect.arrayContaining(['tom question.given', 'mia question.moved_on']),
    );
    await travelTo(question.waitsUntil!);
    await moveSilentQuestions(veurne.system);
    expect((await questionThread(await veurne.as('tom'), id)).holder).toEqual(next);
  });

  it('is for the holder alone, and never to somebody who does not help here', async () => {
    const { veurne, koksijde } = world;
    const id = await asked(world);
    const tom = veurne.personId('tom');
    await expect(giveQuestion(await veurne.as('mia'), id, tom)).rejects.toBeInstanceOf(Forbidden);
    await expect(giveQuestion(await koksijde.as('ann'), id, tom)).rejects.toBeInstanceOf(NotFound);
    for (const to of [veurne.personId('karel'), koksijde.personId('tom'), veurne.personId('mia')])
      await expect(giveQuestion(await veurne.as('ann'), id, to)).rejects.toBeInstanceOf(NotFound);
  });

  it('under cover never goes to the unit of the asker', async () => {
    const { veurne } = world;
    const id = await askedUnderCover(world);
    const names = (await helpersToGive(await veurne.as('lies'), id)).map(({ firstName }) => firstName);
    expect(names).toContain('Tom');
    for (const near of ['Ann', 'Bram', 'Mia']) expect(names).not.toContain(near);
    await asOwner('update question_asker set coach_id = null where question_id = $1', [id]);
    await expect(helpersToGive(await veurne.as('lies'), id)).rejects.toBeInstanceOf(Forbidden);
  });
});

describe('taking it back', () => {
  it('undoes giving and passing on: the other never had it', async () => {
    const { veurne } = world;
    const ann = await veurne.as('ann');
    const id = await asked(world);
    for (const away of [() => giveQuestion(ann, id, veurne.personId('tom')), () => passOn(ann, id)]) {
      await away();
      const { question } = await questionThread(ann, id);
      expect(question.holderId).not.toBe(ann.personId);
      await takeBack(ann, id);
      const back = await questionThread(ann, id);
      expect(back.question).toMatchObject({ state: 'waiting', holderId: ann.personId });
      expect(back.steps.map(({ ending }) => ending)).toEqual([null]);
    }
    await expect(questionThread(await veurne.as('tom'), id)).rejects.toBeInstanceOf(NotFound);
    const waiting = await asOwner(
      "select from notification where subject_id = $1 and kind = 'question.given' and (seen_at is null or mail = 'waiting')",
      [id],
    );
    expect(waiting).toHaveLength(0);
  });

  it('is no longer possible once the new one claims, or notes something', async () => {
    const { veurne, koksijde } = world;
    const [ann, tom] = [await veurne.as('ann'), await veurne.as('tom')];
    const acts = [
      (id: string) => claimQuestion(tom, id),
      (id: string) => writeNote(tom, id, { body: 'Ik kijk ernaar.' }),
    ];
    for (const act of acts) {
      const id = await asked(world);
      await expect(takeBack(ann, id)).rejects.toBeInstanceOf(Forbidden);
      await giveQuestion(ann, id, veurne.personId('tom'));
      await expect(takeBack(await koksijde.as('ann'), id)).rejects.toBeInstanceOf(NotFound);
      await act(id);
      expect((await questionThread(ann, id)).can.takeBack).toBe(false);
      await expect(takeBack(ann, id)).rejects.toBeInstanceOf(Forbidden);
    }
  });
});
