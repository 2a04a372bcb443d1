/** One event of a stream: its name, the moment up to which everything was heard, and what it says. */
export type LiveEvent = { name: string; at: number; content: { kind?: string; id?: string } };

export type LiveReader = {
  all(): LiveEvent[];
  /** The ids of all news so far. */
  ids(): string[];
  /** Waits for the first event, from those not forgotten on, that fits. */
  heard(fits: (event: LiveEvent) => boolean): Promise<LiveEvent>;
  forget(): void;
  /** The latest word on how long to stay away. */
  retryMs(): number;
  ended: Promise<void>;
  leave(): Promise<void>;
};

const patienceMs = 20_000;

/** Reads a stream of server-sent events as a browser does, so that a test can wait for what it says. */
export function openReader(body: ReadableStream<Uint8Array>): LiveReader {
  const reader = body.getReader();
  const text = new TextDecoder();
  let events: LiveEvent[] = [];
  let unread = '';
  let retryMs = 0;
  let wake = () => {};

  async function read(): Promise<void> {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const blocks = (unread + text.decode(value, { stream: true })).split('\n\n');
      unread = blocks.pop()!;
      for (const block of blocks) take(block);
      wake();
    }
  }
  function take(block: string): void {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
    if (field('retry')) retryMs = Number(field('retry'));
    if (field('data'))
      events.push({
        name: field('event')!,
        at: Number(field('id')),
        content: JSON.parse(field('data')!) as LiveEvent['content'],
      });
  }

  async function heard(fits: (event: LiveEvent) => boolean): Promise<LiveEvent> {
    const last = performance.now() + patienceMs;
    while (performance.now() < last) {
      const found = events.find(fits);
      if (found) return found;
      await new Promise<void>((done) => {
        wake = done;
        setTimeout(done, 500);
      });
    }
    throw new Error(`Not heard. What was: ${JSON.stringify(events)}`);
  }

  return {
    all: () => events,
    ids: () => events.flatMap(({ content }) => content.id ?? []),
    heard,
    forget: () => void (events = []),
    retryMs: () => retryMs,
    ended: read(),
    leave: () => reader.cancel(),
  };
}
