import type { News } from '../live.ts';

/** What comes over a line: each with the moment up to which everything was heard. */
export type Heard =
  | { say: 'news'; at: number; news: News }
  /** Something may have been missed. */
  | { say: 'gap'; at: number }
  | { say: 'beat'; at: number };

const againMs = { first: 2_000, most: 120_000 };
/** More than twice the time between two beats: the connection is gone, though nobody said so. */
const silentMs = 60_000;

/**
 * Keeps a stream of server-sent events open until the function that it gives back is called. EventSource comes back by
 * itself when a connection breaks; here is what it does not do: come back after an answer that was no stream, and notice
 * silence.
 *
 * @param address asked anew each time the line is opened from scratch
 */
export function openLine(address: () => string, hear: (heard: Heard) => void): () => void {
  let source: EventSource;
  let waitMs = againMs.first;
  let timer: ReturnType<typeof setTimeout>;

  function open(): void {
    source = new EventSource(address());
    source.addEventListener('news', (event) =>
      pass(event, (at) => ({ say: 'news', at, news: JSON.parse(event.data) })),
    );
    source.addEventListener('gap', (event) => pass(event, (at) => ({ say: 'gap', at })));
    source.addEventListener('beat', (event) => pass(event, (at) => ({ say: 'beat', at })));
    source.addEventListener('error', () => {
      if (source.readyState === EventSource.CLOSED) openLater();
    });
    watchSilence();
  }

  function pass(event: MessageEvent<string>, read: (at: number) => Heard): void {
    waitMs = againMs.first;
    watchSilence();
    hear(read(Number(event.lastEventId)));
  }

  function openLater(): void {
    source.close();
    clearTimeout(timer);
    timer = setTimeout(open, waitMs * (0.5 + Math.random()));
    waitMs = Math.min(waitMs * 2, againMs.most);
  }

  function watchSilence(): void {
    clearTimeout(timer);
    timer = setTimeout(openLater, silentMs);
  }

  open();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
