import { describe, expect, it } from 'vitest';
import { markAway } from '#rooms/people/server/index.ts';
import { asOwner, travelTo } from '../../../../tests/support/database.ts';
import { useWorld } from '../../../../tests/support/world.ts';
import { chainOf, statusFor } from '../shown.ts';
import { askedIn, holderOf, startsAfresh } from './asking.world.ts';
import { answerQuestion, passOn, questionThread } from './index.ts';
import { moveFromGone, moveSilentQuestions } from './move.ts';

const world = useWorld();
const asked = askedIn(world);
startsAfresh();

describe('who comes next', () => {
  it('is reckoned anew: whoever is away since is not named, and the sweep goes to whom the page names', async () => {
    const { veurne } = world;
    const id = await asked();
    const before = await questionThread(await veurne.as('mia'), id);
    expect(before.next?.firstName).toBe('Bram');
    await markAway(await veurne.as('bram'), veurne.personId('bram'), { until: null });
    for (const who of ['mia', 'ann'] as const) {
      const now = await questionThread(await veurne.as(who), id);
      expect(now.next).not.toBeNull();
      expect([...statusFor(now), ...chainOf(now).map(({ text }) => text)].join(' ')).not.toContain('Bram');
    }
    const { next, question } = await questionThread(await veurne.as('ann'), id);
    await travelTo(question.waitsUntil!);
    await moveSilentQuestions(veurne.system);
    expect((await questionThread(await veurne.as('mia'), id)).holder).toEqual(next);
  });

  it('is to whom its helper passes it on, said before it goes', async () => {
    const { veurne } = world;
    const id = await asked();
    const ann = await veurne.as('ann');
    const { passesTo } = await questionThread(ann, id);
    expect(passesTo).not.toBeNull();
    expect((await questionThread(await veurne.as('mia'), id)).passesTo).toBeNull();
    await passOn(ann, id);
    expect((await questionThread(await veurne.as('mia'), id)).holder).toEqual(passesTo);
  });

  it('is said to the asker with what became of the turn before', async () => {
    const { veurne } = world;
    const id = await asked();
    const mia = await veurne.as('mia');
    await markAway(await veurne.as('ann'), veurne.personId('ann'), { until: null });
    await moveFromGone(veurne.system);
    const moved = await questionThread(mia, id);
    expect(statusFor(moved)[0]).toMatch(/^Ann \w+ was er niet\. Daarom ging je vraag naar een collega\.$/);
    expect(chainOf(moved)[0]).toMatchObject({
      state: 'past',
      remark: expect.stringContaining('was er niet'),
    });
    expect(chainOf(moved)[1]).toMatchObject({ state: 'now' });
  });

  it('is nobody when there is nobody else, and when it no longer moves', async () => {
    const { veurne } = world;
    const id = await asked();
    await answerQuestion(await veurne.as('ann'), id, { body: 'Zo.', theme: null });
    expect(await questionThread(await veurne.as('mia'), id)).toMatchObject({ next: null, passesTo: null });
    const under = await asked('mia', { way: 'cover', coachId: veurne.personId('lies') });
    await asOwner(`update question set sealed_asker = 'forged' where id = $1`, [under]);
    expect((await questionThread(await veurne.as('mia'), under)).next).toBeNull();
    expect(await holderOf(under)).toBe(veurne.personId('lies'));
  });
});
