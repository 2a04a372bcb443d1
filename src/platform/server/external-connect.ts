import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { codeOf, type ClusterNews } from './cluster-trouble.ts';
import { placeOf } from './external-settings.ts';
import { ExternalTrouble } from './external-trouble.ts';

/** A server that is being started beside us may take a moment; an address with a mistake in it must be told soon. */
const usualPatienceMs = 15_000;
const oneTryMs = 5_000;
const pauseMs = 500;

/** Not there, not there yet (57P03), full for now (53300); without a code it took too long, or a socket is missing. */
const passing = /^(ECONN(REFUSED|RESET)|E(HOST|NET)UNREACH|ETIMEDOUT|EAI_AGAIN|ENOTFOUND|57P03|53300)$/;
const isPassing = (error: unknown) =>
  passing.test(codeOf(error)) || /timeout|connect ENOENT/.test(String(error));

export type Patience = { log: (news: ClusterNews) => void; patienceMs?: number };

/** Connects to the server of somebody else, trying again for a while. Throws ExternalTrouble. */
export async function connectExternal(
  { name, url }: { name: string; url: string },
  { log, patienceMs = usualPatienceMs }: Patience,
): Promise<pg.Client> {
  const begun = performance.now();
  let told = false;
  for (;;) {
    try {
      return await connectOnce(url);
    } catch (error) {
      const words = { name, place: placeOf(url), code: codeOf(error) };
      const said = (error instanceof Error && error.message) || codeOf(error) || String(error);
      if (!isPassing(error)) throw new ExternalTrouble('external_refused', words, said);
      if (performance.now() > begun + patienceMs)
        throw new ExternalTrouble('external_unreachable', words, said);
      if (!told && performance.now() > begun + patienceMs / 5) [told] = [true, log({ kind: 'waiting' })];
      await pause(pauseMs);
    }
  }
}

async function connectOnce(connectionString: string): Promise<pg.Client> {
  // As web and worker begin theirs: a pooler in between that knows no options says so now.
  const options = '-c timezone=UTC';
  const client = new pg.Client({ connectionString, options, connectionTimeoutMillis: oneTryMs });
  // A server that goes away meanwhile fails the query that is asked; nobody else needs to hear it.
  client.on('error', () => {});
  await client.connect();
  return client;
}
