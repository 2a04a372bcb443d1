import { clock } from './clock.ts';
import { settings } from './config.ts';
import { readAnnouncement } from './live-announce.ts';
import { keepListening } from './live-listen.ts';
import { rememberRecent, type Reader } from './live-recent.ts';
import { makeStream, soonMs, type Stream } from './live-stream.ts';

// The streams of this web process, and its one ear in the database. Nothing here is shared with other processes, and
// nothing is lost with it: browsers come back, to any process, and ask what they missed.

const limits = { keepMs: 10 * 60_000, most: 5_000 };
/** Often enough for a proxy that drops what is silent for half a minute. */
const beatEveryMs = 25_000;
/** Rights are looked at when a stream opens, so none stays open for long. */
const longestMs = 5 * 60_000;
const mostPerPerson = 20;
const crowdedMs = 5 * 60_000;
/** By how much the clocks of two machines may differ. */
const clockMarginMs = 50;

const recent = rememberRecent(limits);
/** Of each person, the oldest first. */
const streams = new Map<string, Set<Stream>>();
let listening: { stop: AbortController; ended: Promise<void>; beat: NodeJS.Timeout } | undefined;
let stopping = false;

const now = (): number => clock.now().getTime();
const keyOf = ({ organisationId, personId }: Reader) => `${organisationId} ${personId}`;

/**
 * Opens a stream of what concerns this person, beginning with what did since that moment (in milliseconds, as an earlier
 * stream or page told it). It ends by itself after some minutes, and when this process stops.
 */
export function openLive(reader: Reader, since: number): ReadableStream<Uint8Array> {
  begin();
  const { stream, body } = makeStream(now(), (gone) => forget(reader, gone));
  if (stopping) stream.end(soonMs());
  else welcome(reader, stream, since - clockMarginMs);
  return body;
}

function welcome(reader: Reader, stream: Stream, since: number): void {
  const own = streams.get(keyOf(reader)) ?? new Set();
  streams.set(keyOf(reader), own.add(stream));
  if (own.size > mostPerPerson) own.values().next().value?.end(crowdedMs);
  // Else it is told of a gap as soon as this process hears again, and until then of nothing.
  if (!recent.isGrowing()) return;
  const missed = recent.since(reader, since);
  const at = now();
  if (!missed) stream.tellGap(at);
  else for (const news of missed) stream.tell(news, at);
  stream.beat(at);
}

function forget(reader: Reader, stream: Stream): void {
  const own = streams.get(keyOf(reader));
  own?.delete(stream);
  if (own?.size === 0) streams.delete(keyOf(reader));
}

const everyStream = (): Stream[] => [...streams.values()].flatMap((own) => [...own]);

/** How many streams are open in this process. */
export const liveCount = (): number => everyStream().length;

function begin(): void {
  if (listening) return;
  const stop = new AbortController();
  listening = {
    stop,
    ended: keepListening(settings().APP_DATABASE_URL, { begun, heard, lost: recent.lost }, stop.signal),
    beat: setInterval(beat, beatEveryMs).unref(),
  };
  process.once('SIGTERM', endAll).once('SIGINT', endAll);
}

function begun(): void {
  recent.begun(now());
  for (const stream of everyStream()) stream.tellGap(now());
}

function heard(payload: string): void {
  const announcement = readAnnouncement(payload);
  if (!announcement) return;
  const { organisationId, kind, id } = announcement;
  const at = now();
  recent.add(announcement, at);
  for (const personId of announcement.personIds)
    for (const stream of streams.get(keyOf({ organisationId, personId })) ?? [])
      stream.tell({ kind, id }, at);
}

function beat(): void {
  const at = now();
  for (const stream of everyStream()) {
    // Each tells the browser that it heard everything until now.
    if (recent.isGrowing()) stream.beat(at);
    if (at - stream.openedAt >= longestMs) stream.end(soonMs());
  }
}

function endAll(): void {
  stopping = true;
  for (const stream of everyStream()) stream.end(soonMs());
}

/** Ends all streams and stops listening, for a process that goes on without them. */
export async function closeLive(): Promise<void> {
  endAll();
  process.off('SIGTERM', endAll).off('SIGINT', endAll);
  clearInterval(listening?.beat);
  listening?.stop.abort();
  await listening?.ended;
  listening = undefined;
  stopping = false;
}
