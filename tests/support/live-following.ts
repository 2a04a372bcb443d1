import { afterAll, afterEach, beforeAll } from 'vitest';
import { newId } from '../../src/platform/ids.ts';
import { closeLive, openLive } from '../../src/platform/server/live.ts';
import { followNews } from '../../src/rooms/notifications/server/index.ts';
import { openReader, type LiveReader } from './live-reader.ts';
import type { Name, Town } from './town.ts';

/** Browsers that listen in a room test. To be called after useWorld(), at the top of a test file. */
export function useLive() {
  const open: LiveReader[] = [];

  /** With what this person missed since that moment, in milliseconds. */
  async function followSince(town: Town, name: Name, since: number): Promise<LiveReader> {
    const reader = openReader(await followNews(await town.as(name), since));
    open.push(reader);
    await reader.heard(({ name }) => name === 'beat');
    return reader;
  }

  /** From now on: whatever a test before this one did is behind us. */
  async function follow(town: Town, name: Name): Promise<LiveReader> {
    const reader = await followSince(town, name, Infinity);
    reader.forget();
    return reader;
  }

  beforeAll(listenFirst);
  afterEach(async () => {
    for (const reader of open.splice(0)) await reader.leave();
  });
  afterAll(closeLive);
  return { follow, followSince };

  /** Asking for the first stream makes this process listen; that it does is told as a gap. */
  async function listenFirst(): Promise<void> {
    const nobody = { organisationId: newId(), personId: newId() };
    const first = openReader(openLive(nobody, 0));
    await first.heard(({ name }) => name === 'gap');
    await first.leave();
  }
}
