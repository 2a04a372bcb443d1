import { newId } from '../ids.ts';
import { Problem, problemFor as knownProblemFor } from '../problem.ts';
import { log } from './log.ts';

/** The answer of the API to anything that was thrown. A surprise is written in the log, by a reference. */
export function problemFor(error: unknown, pathname: string): Response {
  const known = knownProblemFor(error, pathname);
  if (known) return known;
  const reference = newId().slice(-8);
  log.error({ reference, error: error instanceof Error ? error.stack : 'unknown' }, 'surprise');
  const surprise = new Problem(500, 'Something went wrong here; it is in our log.', {
    members: { reference },
  });
  return knownProblemFor(surprise, pathname)!;
}
