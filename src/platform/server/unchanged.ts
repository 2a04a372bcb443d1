import { isReading, type Tx } from './scope.ts';

type Kept = { version: string; result: unknown };

/** By organisation and name; the one used longest ago comes first. */
const kept = new Map<string, Kept>();
const mostKept = 200;

/**
 * What an organisation seldom changes is read anew only when it changed, and is the same for everybody in it. `version`
 * was read in this same transaction, before: so what is kept is never older than what the page shows beside it. Only
 * for pages; a transaction that changes something reads what it changed itself. Nobody may change the result.
 */
export async function whileUnchanged<Result>(
  tx: Tx,
  { name, version }: { name: string; version: string },
  read: () => Promise<Result>,
): Promise<Result> {
  if (!isReading(tx)) return read();
  const key = `${tx.actor.organisationId} ${name}`;
  const known = kept.get(key);
  kept.delete(key);
  const result = known?.version === version ? (known.result as Result) : await read();
  kept.set(key, { version, result });
  if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
  return result;
}
