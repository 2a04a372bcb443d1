import type { News } from '../live.ts';
import { patiently } from './live-patience.ts';

/** What came together is asked for together; and not by everybody who heard it in the same tenth of a second. */
const gatherMs = () => 150 + Math.random() * 350;

/**
 * Gathers what came and then refreshes the page, once: soon when it can be seen, else as soon as it is looked at.
 *
 * @param refresh asks for the page anew; null when anything may have changed
 */
export function refreshLater(refresh: (news: readonly News[] | null) => Promise<void>) {
  let gathered: News[] = [];
  let anything = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function now(): Promise<void> {
    if (document.visibilityState === 'visible') {
      const news = anything ? null : gathered;
      [gathered, anything] = [[], false];
      await patiently(() => refresh(news));
    }
    timer = undefined;
    if (document.visibilityState === 'visible') wait();
  }

  function wait(): void {
    if (anything || gathered.length > 0) timer ??= setTimeout(() => void now(), gatherMs());
  }

  document.addEventListener('visibilitychange', wait);
  return {
    about(news: News | null): void {
      if (news) gathered.push(news);
      else anything = true;
      wait();
    },
    stop(): void {
      document.removeEventListener('visibilitychange', wait);
      clearTimeout(timer);
    },
  };
}
