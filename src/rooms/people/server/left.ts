import type { HandedIn, Left } from '#platform/server/handed-in.ts';
import type { Tx } from '#platform/server/scope.ts';

type Hooks = Pick<HandedIn, 'whenLeft' | 'keeps'>;

let rooms: readonly Hooks[] = [];

/** What the other rooms do when somebody leaves is handed in through the registry. */
export const supplyLeaving = (given: readonly Hooks[]): void => {
  rooms = given;
};

/** Every room passes on what is its own, in this one transaction. */
export async function passOnEverything(tx: Tx, left: Left): Promise<void> {
  for (const { whenLeft } of rooms) await whenLeft?.(tx, left);
}

/** How much of each somebody keeps, by what it is. */
export async function keptBy(tx: Tx, personId: string): Promise<Record<string, number>> {
  const kept: Record<string, number> = {};
  for (const { keeps } of rooms) Object.assign(kept, await keeps?.(tx, personId));
  return kept;
}
