import { Agent, request } from 'node:http';

export type Shot = { method: 'GET' | 'POST'; path: string; cookie: string; body?: string; type?: string };
export type Answer = { status: number; location: string | null; bytes: number; text: string };

/** One request over a connection that stays open. */
function ask(base: URL, shot: Shot, agent: Agent): Promise<Answer> {
  return new Promise((done, fail) => {
    const headers = {
      cookie: shot.cookie,
      accept: 'text/html',
      ...(shot.method === 'POST'
        ? { origin: base.origin, 'content-type': shot.type ?? 'application/x-www-form-urlencoded' }
        : {}),
    };
    const sent = request(new URL(shot.path, base), { method: shot.method, headers, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', fail);
      response.on('end', () => {
        const whole = Buffer.concat(chunks);
        const location = response.headers.location ?? null;
        done({
          status: response.statusCode ?? 0,
          location,
          bytes: whole.length,
          text: whole.toString('utf8'),
        });
      });
    });
    sent.on('error', fail);
    sent.end(shot.body);
  });
}

/**
 * Fires the shots, so many at a time, each as soon as there is room. Milliseconds of each, sorted; and of all together.
 * Throws when one is not answered as `expected`: a number about errors is worth nothing.
 */
export async function fire(
  base: URL,
  shots: readonly Shot[],
  { atATime, expected }: { atATime: number; expected: number },
) {
  const agent = new Agent({ keepAlive: true, maxSockets: atATime });
  const tookMs: number[] = [];
  let next = 0;
  const started = performance.now();
  const one = async () => {
    for (let shot = shots[next++]; shot; shot = shots[next++]) {
      const from = performance.now();
      const answer = await ask(base, shot, agent);
      tookMs.push(performance.now() - from);
      if (answer.status !== expected)
        throw new Error(
          `${shot.method} ${shot.path}: ${answer.status} instead of ${expected}\n${answer.text.slice(0, 600)}`,
        );
    }
  };
  await Promise.all(Array.from({ length: atATime }, one));
  agent.destroy();
  return { tookMs: tookMs.toSorted((a, b) => a - b), allMs: performance.now() - started };
}

/** The p-th part of sorted numbers, by nearest rank. */
export const percentile = (sorted: readonly number[], part: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN;
