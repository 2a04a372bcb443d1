import type { News } from '../live.ts';
import { openLine, type Heard } from './live-line.ts';

export type Following = {
  /** Where the stream is. */
  address: string;
  /** Whose page this is: tabs of one browser share a stream when they have the same reader. */
  reader: string;
  /** The moment of which the page is true, in milliseconds of the server. */
  asOf: () => number;
  hear: (news: News) => void;
  /** Something may have been missed. */
  missed: () => void;
};

/** What tabs say to one another. */
type Said =
  | Heard
  /** The line is open, from that moment on: whoever heard less has missed something. */
  | { say: 'opened'; at: number }
  /** A tab joined, with a page of that moment. */
  | { say: 'joined'; at: number };

/**
 * Hears what is new while the page can be seen, until the function that it gives back is called. One tab of the browser
 * leads and has the stream, for a browser has six connections to a site and no more; it tells the others. A browser
 * without locks or channels has a stream for each tab.
 */
export function followLive(following: Following): () => void {
  const { address, reader, asOf, hear, missed } = following;
  const name = `live ${address} ${reader}`;
  const tabs = 'locks' in navigator && 'BroadcastChannel' in window ? new BroadcastChannel(name) : null;
  let heardUntil = 0;
  let newestAt = 0;
  let leave: (() => void) | null = null;
  let closeLine: (() => void) | null = null;

  const known = () => Math.max(heardUntil, asOf());
  const tell = (said: Said) => tabs?.postMessage(said);
  const addressNow = () => `${address}?as=${encodeURIComponent(reader)}&since=${known()}`;

  function take(said: Said): void {
    if (said.say === 'joined') {
      if (closeLine && newestAt > said.at) tell({ say: 'opened', at: newestAt });
      return;
    }
    const lacks = said.say === 'gap' || (said.say === 'opened' && known() < said.at);
    if (said.say === 'news' || said.say === 'gap') newestAt = said.at;
    heardUntil = Math.max(heardUntil, said.at);
    if (said.say === 'news') hear(said.news);
    else if (lacks) missed();
  }

  function lead(): void {
    tell({ say: 'opened', at: known() });
    closeLine = openLine(addressNow, (heard) => {
      tell(heard);
      take(heard);
    });
  }

  function stopLeading(): void {
    closeLine?.();
    closeLine = null;
  }

  /** Waits its turn to lead; the turn is over when `waiting` is aborted. */
  function waitToLead(waiting: AbortSignal): void {
    const turn = () =>
      new Promise<void>((done) => {
        lead();
        waiting.addEventListener('abort', () => {
          stopLeading();
          done();
        });
      });
    if (!tabs) void turn();
    else navigator.locks.request(name, { signal: waiting }, turn).catch(() => {});
  }

  function join(): void {
    const waiting = new AbortController();
    leave = () => waiting.abort();
    tell({ say: 'joined', at: known() });
    waitToLead(waiting.signal);
  }

  function look(): void {
    const visible = document.visibilityState === 'visible';
    if (visible && !leave) join();
    if (visible || !leave) return;
    leave();
    leave = null;
  }

  tabs?.addEventListener('message', (event: MessageEvent<Said>) => take(event.data));
  document.addEventListener('visibilitychange', look);
  look();
  return () => {
    document.removeEventListener('visibilitychange', look);
    leave?.();
    tabs?.close();
  };
}
