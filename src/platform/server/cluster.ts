import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { makeFiles, makeRoles } from './cluster-bootstrap.ts';
import { accountOf, choosePlace, findPlace, type Place } from './cluster-place.ts';
import { programsFor } from './cluster-programs.ts';
import { launch, readLivingNote, stopServer } from './cluster-server.ts';
import { isLastOne, isServerOf, openPresence, urlFor } from './cluster-session.ts';
import { ClusterTrouble, codeOf, type ClusterNews } from './cluster-trouble.ts';

/** A PostgreSQL server of our own that runs, and our connection to it: a process lives until it stops or leaves. */
export type Cluster = {
  /** For migrations, backup and restore. */
  ownerUrl: string;
  /** For web and worker: owns nothing, passes no wall. */
  appUrl: string;
  /** For making and dropping whole databases in tests. No code that serves people may use it. */
  superuserUrl: string;
  port: number;
  /** True when it ran already. */
  adopted: boolean;
  /** Comes true when the server is gone, or we left. */
  lost: Promise<void>;
  /** Stops the server, whoever else uses it. */
  stop(): Promise<void>;
  /** Lets go of it. The last one to leave stops it. */
  leave(): Promise<void>;
};

type Options = {
  /** An absolute path. */
  dataFolder: string;
  log?: (news: ClusterNews) => void;
  /** The port it should have if that is free, so that open pools find it again. */
  port?: number;
};

/** Longer than a dying server holds on to its files. */
const patienceMs = 60_000;
const wishMs = 3_000;

/** The server of this data folder if it runs, or null. Starts nothing and changes nothing. */
export async function findCluster({ dataFolder }: Pick<Options, 'dataFolder'>): Promise<Cluster | null> {
  const place = await findPlace(dataFolder);
  const state = place && (await look(place));
  return state instanceof Object ? describe(place!, { ...state, adopted: true }) : null;
}

/**
 * Starts the server of this data folder, and makes it first where there is none; takes over one that runs already.
 * Throws ClusterTrouble.
 */
export async function startCluster(options: Options): Promise<Cluster> {
  const log = options.log ?? (() => {});
  const place = await choosePlace(options.dataFolder, log);
  const started = await connect(place, { log, port: options.port });
  await makeRoles(started.presence, place.passwords);
  return describe(place, started);
}

/** Does the work with the server of this data folder, which is started for it when it does not run. */
export async function withCluster<T>(options: Options, work: (cluster: Cluster) => Promise<T>): Promise<T> {
  const cluster = (await findCluster(options)) ?? (await startCluster(options));
  try {
    return await work(cluster);
  } finally {
    await cluster.leave();
  }
}

type Running = { presence: pg.Client; port: number };

/** 'busy': it starts, stops, or recovers. */
async function look(place: Place): Promise<Running | 'absent' | 'busy'> {
  const note = await readLivingNote(place.folder);
  if (!note) return 'absent';
  if (!note.ready) return 'busy';
  try {
    const presence = await openPresence(place.passwords, note.port);
    if (await isServerOf(presence, place.folder)) return { presence, port: note.port };
    await presence.end();
  } catch (error) {
    // 28P01 and 28000: a server that does not know our passwords will not learn them by waiting.
    if (codeOf(error).startsWith('28')) throw new ClusterTrouble('failed', String(error), error);
  }
  return 'busy';
}

async function connect(
  place: Place,
  { log, port }: { log: (news: ClusterNews) => void; port: number | undefined },
): Promise<Running & { adopted: boolean }> {
  const account = await accountOf(place);
  const begun = performance.now();
  let [adopted, wish, told, said] = [true, port, false, ''];
  while (performance.now() < begun + patienceMs) {
    const state = await look(place);
    if (state instanceof Object) return { ...state, adopted };
    if (state === 'absent') {
      const programs = await programsFor({ account, log });
      await makeFiles(place, programs, account);
      const launched = await launch(place, { postgres: programs.postgres, account, port: wish });
      if (launched.outcome === 'failed') throw new ClusterTrouble('failed', launched.said);
      if (launched.outcome === 'ready') adopted = false;
      else said = launched.said;
      // Whoever has our port may be about to go; if not, another port is better than none.
      if (performance.now() > begun + wishMs) wish = undefined;
    }
    await pause(adopted ? 100 : 5);
    if (!told && performance.now() > begun + 5_000) [told] = [true, log({ kind: 'waiting' })];
  }
  throw new ClusterTrouble('failed', said || 'the server does not become ready');
}

function describe(place: Place, { presence, port, adopted }: Running & { adopted: boolean }): Cluster {
  const url = (role: 'owner' | 'app' | 'superuser') => urlFor({ role, passwords: place.passwords, port });
  const lost = new Promise<void>((gone) => presence.once('end', () => gone()));
  const stop = async () => {
    await presence.end();
    await stopServer(place.folder);
  };
  return {
    ownerUrl: url('owner'),
    appUrl: url('app'),
    superuserUrl: url('superuser'),
    port,
    adopted,
    lost,
    stop,
    leave: async () => ((await isLastOne(presence)) ? stop() : presence.end()),
  };
}
