import { describe, expect, it } from 'vitest';
import { formatMoment } from '#platform/dates.ts';
import { travelTo } from '../../../../tests/support/database.ts';
import { useWorld } from '../../../../tests/support/world.ts';
import { askedIn, holderOf, startsAfresh } from './asking.world.ts';
import { answerQuestion, questionThread } from './index.ts';
import { moveSilentQuestions } from './move.ts';

const world = useWorld();
const asked = askedIn(world);
startsAfresh();

describe('silence', () => {
  /** Everybody is silent: it moves at the moment the asker was shown, and not a second before. */
  async function movesExactly(askedAt: string, shown: string, movesAt: string) {
    await travelTo(askedAt);
    const id = await asked();
    const mia = await world.veurne.as('mia');
    const { question, now } = await questionThread(mia, id);
    expect(formatMoment(question.waitsUntil!, now)).toBe(shown);
    expect(question.waitsUntil).toEqual(new Date(movesAt));
    await travelTo(new Date(new Date(movesAt).getTime() - 5_000));
    await moveSilentQuestions(world.veurne.system);
    expect(await holderOf(id)).toBe(world.veurne.personId('ann'));
    await travelTo(new Date(movesAt));
    await moveSilentQuestions(world.veurne.system);
    expect(await holderOf(id)).toBe(world.veurne.personId('bram'));
    const after = await questionThread(mia, id);
    expect(after.steps.map((step) => step.ending)).toEqual(['silent', null]);
    return id;
  }

  it('moves on after four opening hours across a weekend', () =>
    movesExactly('2026-11-20 15:00', 'ma 23 nov. om 11.01 uur', '2026-11-23T10:01:00Z'));

  it('moves on after four opening hours across 11 November', () =>
    movesExactly('2026-11-10 14:30', 'do 12 nov. om 10.31 uur', '2026-11-12T09:31:00Z'));

  it('begins a new round when everybody had a turn, always with a named person', async () => {
    const id = await asked();
    const seen = new Set<string>();
    for (let turn = 0; turn < 14; turn++) {
      seen.add(await holderOf(id));
      const { question } = await questionThread(await world.veurne.as('mia'), id);
      expect(question.holderId).not.toBeNull();
      expect(question.waitsUntil).not.toBeNull();
      await travelTo(question.waitsUntil!);
      await moveSilentQuestions(world.veurne.system);
    }
    expect(seen.size).toBeGreaterThan(4);
  });

  it('stops counting once somebody answered', async () => {
    const id = await asked();
    await answerQuestion(await world.veurne.as('ann'), id, { body: 'Ga naar Opties.', theme: null });
    await travelTo('2026-11-27 16:00');
    await moveSilentQuestions(world.veurne.system);
    expect(await holderOf(id)).toBe(world.veurne.personId('ann'));
  });
});
