import { localDay } from '#platform/days.ts';
import type { Tx } from '#platform/server/scope.ts';
import { holdersOf } from './holders.ts';
import { unitsWithout } from './leaving-stands.ts';
import { tell } from './tell.ts';

type Leaving = { id: string; personId: string; lastDay: string };

/** Whoever coordinates hears once which units are left without a coach; who leaves hears what will happen. */
export async function tellOfLeaving(tx: Tx, { id, personId, lastDay }: Leaving): Promise<void> {
  if (lastDay >= localDay(tx.now))
    await tell(tx, { personId, kind: 'leaving.planned', subjectId: id, mailOnly: true });
  if ((await unitsWithout(tx, personId, lastDay)).length === 0) return;
  for (const coordinatorId of await holdersOf(tx, 'coordinator'))
    if (coordinatorId !== personId)
      await tell(tx, { personId: coordinatorId, kind: 'leaving.no_coach', subjectId: id, mailOnly: true });
}

/** Whoever takes something over hears once what. */
export async function tellHeirs(
  tx: Tx,
  { id, dropInsTo, standsInId }: { id: string; dropInsTo: string | null; standsInId: string | null },
): Promise<void> {
  for (const personId of new Set([dropInsTo, standsInId])) {
    if (personId === null) continue;
    const particulars = {
      ...(personId === dropInsTo ? { dropIns: 'yes' } : {}),
      ...(personId === standsInId ? { standsIn: 'yes' } : {}),
    };
    await tell(tx, {
      ...{ personId, kind: 'leaving.passed_to_you', subjectId: id, particulars, mailOnly: true },
    });
  }
}
