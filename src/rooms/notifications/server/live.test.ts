import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Forbidden } from '#platform/errors.ts';
import { clock } from '#platform/server/clock.ts';
import { database } from '#platform/server/db.ts';
import { announce } from '#platform/server/live-announce.ts';
import { closeLive, liveCount } from '#platform/server/live.ts';
import { answerQuestion, askQuestion, claimQuestion } from '#rooms/helpline/server/index.ts';
import { useLive } from '../../../../tests/support/live-following.ts';
import type { LiveReader } from '../../../../tests/support/live-reader.ts';
import type { Name, Town } from '../../../../tests/support/town.ts';
import { useWorld } from '../../../../tests/support/world.ts';
import { followNews } from './index.ts';

const world = useWorld();
const { follow, followSince } = useLive();
const ask = { body: 'Waar vind ik mijn loonbrief?', theme: null, key: '' };
const now = () => clock.now().getTime();

const tell = (town: Town, names: Name[], id: string) =>
  town.inside((tx) => announce(tx, names.map(town.personId), { kind: 'test', id }));

describe('a stream', () => {
  it('carries what concerns this person, and nothing of anybody else or another organisation', async () => {
    const { veurne, koksijde } = world;
    const mia = await follow(veurne, 'mia');
    const others = [await follow(veurne, 'ann'), await follow(koksijde, 'mia')];
    await tell(veurne, ['mia', 'karel'], 'first');
    await mia.heard(({ content }) => content.id === 'first');
    await tell(veurne, ['mia', 'ann'], 'last');
    await tell(koksijde, ['mia'], 'last');
    for (const other of others) await other.heard(({ content }) => content.id === 'last');
    for (const other of others) expect(other.ids()).toEqual(['last']);
    expect(mia.all().find(({ name }) => name === 'news')!.content).toEqual({ kind: 'test', id: 'first' });
  });

  it('cannot be reached from another organisation, even by the id of a person', async () => {
    const { veurne, koksijde } = world;
    const mia = await follow(veurne, 'mia');
    const stranger = { kind: 'test', id: 'from elsewhere' };
    await koksijde.inside((tx) => announce(tx, [veurne.personId('mia')], stranger));
    await tell(veurne, ['mia'], 'last');
    await mia.heard(({ content }) => content.id === 'last');
    expect(mia.ids()).toEqual(['last']);
  });

  it('tells of a notification and of a change, with ids alone', async () => {
    const { veurne } = world;
    const [mia, ann] = [await follow(veurne, 'mia'), await follow(veurne, 'ann')];
    const id = await askQuestion(await veurne.as('mia'), ask);
    await ann.heard(({ content }) => content.id === id);
    mia.forget();
    await claimQuestion(await veurne.as('ann'), id);
    await mia.heard(({ content }) => content.id === id && content.kind === 'question');
    await answerQuestion(await veurne.as('ann'), id, { body: 'In je kluis.', theme: null });
    await mia.heard(({ content }) => content.id === id && content.kind === 'notification');
    expect(JSON.stringify([...mia.all(), ...ann.all()])).not.toMatch(/loonbrief|kluis|Mia|Ann/);
  });

  it('says nothing of what did not happen after all', async () => {
    const { veurne } = world;
    const mia = await follow(veurne, 'mia');
    const failing = veurne.inside(async (tx) => {
      await announce(tx, [veurne.personId('mia')], { kind: 'test', id: 'undone' });
      throw new Error('undone');
    });
    await expect(failing).rejects.toThrow('undone');
    await tell(veurne, ['mia'], 'done');
    await mia.heard(({ content }) => content.id === 'done');
    expect(mia.ids()).toEqual(['done']);
  });

  it('begins with what was missed since the moment given, once', async () => {
    const { veurne } = world;
    const since = now() + 60;
    await pause(120);
    const mia = await follow(veurne, 'mia');
    await tell(veurne, ['mia'], 'missed');
    await mia.heard(({ content }) => content.id === 'missed');
    const again = await followSince(veurne, 'mia', since);
    expect(again.ids()).toEqual(['missed']);
    const later = await followSince(veurne, 'mia', again.all().at(-1)!.at + 100);
    expect(later.ids()).toEqual([]);
    const longGone = await followSince(veurne, 'mia', 0);
    expect(longGone.all()[0]!.name).toBe('gap');
  });

  it('reaches everybody of a large group, in pieces that PostgreSQL takes', async () => {
    const { veurne } = world;
    const mia = await follow(veurne, 'mia');
    const crowd = Array.from({ length: 1_000 }, () => crypto.randomUUID());
    await veurne.inside((tx) =>
      announce(tx, [...crowd, veurne.personId('mia')], { kind: 'test', id: 'all' }),
    );
    await mia.heard(({ content }) => content.id === 'all');
  });

  it('is for people: a job or a program has none', async () => {
    await expect(followNews(world.veurne.system, now())).rejects.toBeInstanceOf(Forbidden);
  });

  it('is closed when one person has too many: the oldest', async () => {
    const { veurne } = world;
    const many: LiveReader[] = [];
    for (let count = 0; count < 21; count++) many.push(await follow(veurne, 'karel'));
    await many[0]!.ended;
    expect(many[0]!.retryMs()).toBeGreaterThan(60_000);
    expect(liveCount()).toBe(20);
  });

  it('hears again after the database went away, and knows that it may have missed something', async () => {
    const { veurne } = world;
    const mia = await follow(veurne, 'mia');
    await database().pool.query(`select pg_terminate_backend(pid) from pg_stat_activity
                                  where application_name = 'live updates' and datname = current_database()`);
    await mia.heard(({ name }) => name === 'gap');
    await tell(veurne, ['mia'], 'after');
    await mia.heard(({ content }) => content.id === 'after');
  });

  it('ends when its process stops, with when to come back', async () => {
    const { veurne } = world;
    const mia = await follow(veurne, 'mia');
    await closeLive();
    await mia.ended;
    expect(mia.retryMs()).toBeLessThan(5_000);
  });
});
