import { describe, expect, it } from 'vitest';
import { markAway, whoHelpsMe } from '#rooms/people/server/index.ts';
import { useWorld } from '../../../../tests/support/world.ts';
import { statusFor } from '../shown.ts';
import { ask, askedIn, holderOf, startsAfresh } from './asking.world.ts';
import { askQuestion, questionThread } from './index.ts';
import { moveFromGone } from './move.ts';

const world = useWorld();
const asked = askedIn(world);
startsAfresh();

describe('asking', () => {
  it('brings a question to the coach of the unit, says why, and tells both who comes next and when', async () => {
    const id = await asked();
    const thread = await questionThread(await world.veurne.as('ann'), id);
    expect(thread.holder?.firstName).toBe('Ann');
    expect(thread.steps.at(-1)?.reason).toEqual({ kind: 'own_coach' });
    expect(thread.next?.firstName).toBe('Bram');
    expect(thread.asker?.firstName).toBe('Mia');
    const own = await questionThread(await world.veurne.as('mia'), id);
    expect(own.question.waitsUntil).toEqual(new Date('2026-11-23T14:01:00Z'));
    expect(statusFor(own).join(' ')).toContain('vandaag om 15.01 uur');
  });

  it('makes one question of a form that is sent twice', async () => {
    const mia = await world.veurne.as('mia');
    const first = await askQuestion(mia, { ...ask, key: 'once' });
    expect(await askQuestion(mia, { ...ask, key: 'once' })).toBe(first);
    const karel = await world.veurne.as('karel');
    expect(await askQuestion(karel, { ...ask, key: 'once' })).not.toBe(first);
  });

  it('card and queue name the same person', async () => {
    const card = await whoHelpsMe(await world.veurne.as('mia'));
    expect(await holderOf(await asked())).toBe(card.first.personId);
  });

  it('goes to the substitute at once when the coach is away', async () => {
    const { veurne } = world;
    await markAway(await veurne.as('ann'), veurne.personId('ann'), { until: null });
    const id = await asked();
    expect(await holderOf(id)).toBe(veurne.personId('bram'));
    const thread = await questionThread(await veurne.as('bram'), id);
    expect(thread.steps.at(-1)?.reason).toEqual({ kind: 'substitute', forId: veurne.personId('ann') });
  });

  it('moves what was waiting with somebody who goes away', async () => {
    const { veurne } = world;
    const id = await asked();
    await markAway(await veurne.as('ann'), veurne.personId('ann'), { until: null });
    await moveFromGone(veurne.system, veurne.personId('ann'));
    expect(await holderOf(id)).toBe(veurne.personId('bram'));
  });

  it('never lets a coach get the own question', async () => {
    const id = await asked('ann');
    expect(await holderOf(id)).toBe(world.veurne.personId('bram'));
  });
});
