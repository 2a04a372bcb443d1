import { describe, expect, it } from 'vitest';
import { Forbidden, Invalid, NotFound } from '#platform/errors.ts';
import { mondayMorning, rowsOf, useWorld } from '../../../../tests/support/world.ts';
import { travelTo } from '../../../../tests/support/database.ts';
import { iAmHere, myPresence, pauseHelp, resumeHelp, tellNotFound, whoHelpsMe } from './index.ts';

const world = useWorld();
const eleven = new Date('2026-11-23T10:00:00Z');

describe('"even niet"', () => {
  it('is for an hour unless said otherwise, and over when the coach says so', async () => {
    const { veurne } = world;
    const [ann, mia] = [await veurne.as('ann'), await veurne.as('mia')];
    await pauseHelp(ann);
    expect(await myPresence(ann)).toMatchObject({
      pausedUntil: eleven,
      when: { thereNow: false, from: eleven },
    });
    expect((await whoHelpsMe(mia)).first.firstName).toBe('Bram');
    await resumeHelp(ann);
    expect(await myPresence(ann)).toMatchObject({ pausedUntil: null, when: { thereNow: true } });
    expect((await whoHelpsMe(mia)).first.firstName).toBe('Ann');
  });

  it('is nothing for who does not help, nor for days', async () => {
    const { veurne } = world;
    await expect(pauseHelp(await veurne.as('mia'))).rejects.toBeInstanceOf(Forbidden);
    expect(await myPresence(await veurne.as('mia'))).toBeNull();
    for (const minutes of [0, 1.5, 10_000])
      await expect(pauseHelp(await veurne.as('ann'), minutes)).rejects.toBeInstanceOf(Invalid);
  });

  it('of one organisation changes nothing in another', async () => {
    const { veurne, koksijde } = world;
    await pauseHelp(await koksijde.as('ann'), 30);
    await resumeHelp(await koksijde.as('bram'));
    expect(await myPresence(await veurne.as('ann'))).toMatchObject({ pausedUntil: null });
    await resumeHelp(await koksijde.as('ann'));
  });
});

describe('"niet gevonden"', () => {
  it('leads the unit on to the next for an hour, tells the helper and keeps nobody who looked', async () => {
    const { veurne } = world;
    const [mia, ann] = [await veurne.as('mia'), await veurne.as('ann')];
    expect((await tellNotFound(mia, veurne.personId('ann'))).first.firstName).toBe('Bram');
    expect((await whoHelpsMe(await veurne.as('karel'))).first.firstName).toBe('Bram');
    expect(await rowsOf('not_found')).toMatchObject([{ until: eleven }]);
    expect(await rowsOf('notification', `kind = 'helper.not_found'`)).toMatchObject([
      { person_id: veurne.personId('ann'), particulars: {} },
    ]);
    expect(await rowsOf('activity', `event = 'helper.not_found'`)).toMatchObject([
      { actor_kind: 'asker', actor_id: null },
    ]);
    expect(await myPresence(ann)).toMatchObject({ notFound: true });
    await iAmHere(ann);
    expect(await rowsOf('not_found')).toEqual([]);
    expect((await whoHelpsMe(mia)).first.firstName).toBe('Ann');
  });

  it('lasts no longer than the helper would have been there', async () => {
    const { veurne } = world;
    await travelTo('2026-11-23 11:20');
    await tellNotFound(await veurne.as('mia'), veurne.personId('ann'));
    expect(await rowsOf('not_found')).toMatchObject([{ until: new Date('2026-11-23T11:00:00Z') }]);
    await iAmHere(await veurne.as('ann'));
    await travelTo(mondayMorning);
  });

  it('is for who helps the own unit now, in the own organisation', async () => {
    const { veurne, koksijde } = world;
    const annOf = (town: typeof veurne) => town.personId('ann');
    await expect(tellNotFound(await koksijde.as('mia'), annOf(veurne))).rejects.toBeInstanceOf(NotFound);
    await expect(tellNotFound(await veurne.as('mia'), veurne.personId('karel'))).rejects.toBeInstanceOf(
      NotFound,
    );
    await expect(tellNotFound(await veurne.as('ann'), annOf(veurne))).rejects.toBeInstanceOf(NotFound);
    await tellNotFound(await veurne.as('mia'), annOf(veurne));
    await iAmHere(await koksijde.as('ann'));
    expect(await rowsOf('not_found')).toHaveLength(1);
    await iAmHere(await veurne.as('ann'));
  });
});
