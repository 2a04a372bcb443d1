import type { Tx } from '#platform/server/scope.ts';
import { notify } from '#rooms/notifications/server/index.ts';
import { bindAddress } from '#rooms/organisations/server/index.ts';
import type { Tip } from '../tip.ts';
import { worksHere } from './keeping.ts';

/**
 * Tells somebody about a tip, if they still work here: the link in the mail finds it without a slug. In the app the list
 * of tips itself opens with what waits for them, so that no count stands on another page.
 */
export async function tellAbout(tx: Tx, tip: Tip, kind: string, personId: string | null): Promise<void> {
  if (personId === null || !(await worksHere(tx, personId))) return;
  await bindAddress(tx, { kind: 'tip', lookup: tip.id, subjectId: tip.id });
  await notify(tx, { personId, kind, subjectId: tip.id, mailOnly: true });
}
