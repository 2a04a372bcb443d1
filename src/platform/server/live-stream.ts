import type { News } from '../live.ts';

/** One browser that listens: server-sent events (WHATWG HTML, section 9.2). */
export type Stream = {
  readonly openedAt: number;
  /** `at` is the moment up to which the browser has then heard everything; it tells it back when it returns. */
  tell(news: News, at: number): void;
  /** Something may have been missed. */
  tellGap(at: number): void;
  beat(at: number): void;
  /** The browser comes back by itself after this many milliseconds. */
  end(retryMs: number): void;
};

/** Who does not read this many events is ended, and comes back: events of the past are worth little. */
const mostUnread = 64;
/** Spread, so that not everybody comes back in the same second. */
export const soonMs = (): number => 500 + Math.floor(Math.random() * 1_500);

const text = new TextEncoder();
const eventOf = (name: string, at: number, content: object) =>
  `event: ${name}\nid: ${at}\ndata: ${JSON.stringify(content)}\n\n`;

/** A stream and the body of the answer that carries it; `gone` is called once, whoever ends it. */
export function makeStream(
  openedAt: number,
  gone: (stream: Stream) => void,
): { stream: Stream; body: ReadableStream<Uint8Array> } {
  let lines: ReadableStreamDefaultController<Uint8Array> | null = null;
  const body = new ReadableStream<Uint8Array>(
    {
      start: (controller) => void (lines = controller),
      cancel: () => leave(),
    },
    { highWaterMark: mostUnread },
  );

  function leave(): void {
    if (!lines) return;
    lines = null;
    gone(stream);
  }
  function write(words: string): void {
    if (!lines) return;
    if ((lines.desiredSize ?? 0) > 1) lines.enqueue(text.encode(words));
    else stream.end(soonMs());
  }

  const stream: Stream = {
    openedAt,
    tell: (news, at) => write(eventOf('news', at, news)),
    tellGap: (at) => write(eventOf('gap', at, {})),
    beat: (at) => write(eventOf('beat', at, {})),
    end: (retryMs) => {
      lines?.enqueue(text.encode(`retry: ${retryMs}\n\n`));
      lines?.close();
      leave();
    },
  };
  write(`retry: ${soonMs()}\n\n`);
  return { stream, body };
}
