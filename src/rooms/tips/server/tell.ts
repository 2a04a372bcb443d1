import type { Tx } from '#platform/server/scope.ts';
import { notify } from '#rooms/notifications/server/index.ts';
import type { Helper } from '#rooms/people/candidates.ts';
import { chainFor } from '#rooms/people/chain.ts';
import { personAsActor, snapshotOf } from '#rooms/people/server/index.ts';
import type { Tip } from '../tip.ts';
import { worksHere } from './keeping.ts';

/**
 * Tells somebody about a tip, if they still work here. In the app the list
 * of tips itself opens with what waits for them, so that no count stands on another page.
 */
export async function tellAbout(
  tx: Tx,
  tip: Pick<Tip, 'id'>,
  kind: string,
  personId: string | null,
): Promise<void> {
  if (personId === null || !(await worksHere(tx, personId))) return;
  await notify(tx, { personId, kind, subjectId: tip.id, mailOnly: true });
}

const checks = ({ coachOf, isExpert, isCoordinator }: Helper): boolean =>
  coachOf.length > 0 || isExpert || isCoordinator;

/**
 * A colleague's text waits for a check: of all who may, the one hears of it who would help this colleague first. The
 * others find it in their list of tips, and on their start page.
 */
export async function tellChecker(tx: Tx, tip: Pick<Tip, 'id' | 'theme'>): Promise<void> {
  const { personId } = tx.actor;
  const writer = personId ? await personAsActor(tx, personId) : null;
  if (!writer) return;
  const snapshot = await snapshotOf(tx);
  const among = { ...snapshot, helpers: snapshot.helpers.filter(checks) };
  const ask = { theme: tip.theme, moment: tx.now, askerId: personId };
  const [first] = chainFor(among, writer.unitId, ask);
  await tellAbout(tx, tip, 'tip.to_check', first?.personId ?? null);
}
