import { expect, it } from 'vitest';
import { makeStream } from './live-stream.ts';

const wordsOf = async (body: ReadableStream<Uint8Array>) => new Response(body).text();

it('says what came in events that carry their moment, and how soon to come back', async () => {
  const gone: unknown[] = [];
  const { stream, body } = makeStream(0, (one) => gone.push(one));
  stream.tell({ kind: 'question', id: 'q' }, 12);
  stream.tellGap(13);
  stream.end(1_500);
  stream.beat(14);
  expect(await wordsOf(body)).toMatch(
    /^retry: \d+\n\nevent: news\nid: 12\ndata: {"kind":"question","id":"q"}\n\nevent: gap\nid: 13\ndata: {}\n\nretry: 1500\n\n$/,
  );
  expect(gone).toEqual([stream]);
});

it('ends for who does not read, and keeps no more than it promised', async () => {
  const gone: unknown[] = [];
  const { stream, body } = makeStream(0, (one) => gone.push(one));
  for (let at = 0; at < 1_000; at++) stream.tell({ kind: 'question', id: 'q' }, at);
  expect(gone).toEqual([stream]);
  expect((await wordsOf(body)).match(/event: news/g)!.length).toBeLessThan(64);
});

it('is gone once when the browser leaves', async () => {
  const gone: unknown[] = [];
  const { stream, body } = makeStream(0, (one) => gone.push(one));
  await body.cancel();
  stream.tell({ kind: 'question', id: 'q' }, 1);
  stream.end(1);
  expect(gone).toEqual([stream]);
});
