import { birthOf, starterOf } from '#platform/server/cluster-alive.ts';

/**
 * A signal that aborts when we are to stop: at Ctrl-C, when asked, when the terminal closes, and when the npm that
 * started us was killed (it would have passed on anything gentler).
 */
export function haltSignal(): AbortSignal {
  const halt = new AbortController();
  // npm passes on what the terminal sent us already, so the same signal may come twice.
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => halt.abort());
  if (process.env.npm_lifecycle_event !== undefined) watchStarter(() => halt.abort());
  return halt.signal;
}

function watchStarter(onGone: () => void): void {
  const npm = starterOf(process.pid);
  const born = npm === null ? null : birthOf(npm);
  if (npm === null || born === null) return;
  setInterval(() => void (birthOf(npm) === born || onGone()), 500).unref();
}

/** Comes true when the signal aborts. */
export const halted = (signal: AbortSignal): Promise<void> =>
  new Promise((done) =>
    signal.aborted ? done() : signal.addEventListener('abort', () => done(), { once: true }),
  );
