import { newId } from '#platform/ids.ts';
import type { Tx } from '#platform/server/scope.ts';
import { record } from '#rooms/activity/server/index.ts';
import type { WelcomeItem } from '../../welcome/steps.ts';

type Given = {
  personId: string;
  kind: 'newcomer' | 'coach';
  beginsOn: string;
  items: readonly WelcomeItem[];
};

/** Gives somebody a list, once: a copy, for what is running does not change below their eyes. Whether this was the time. */
export async function giveList(tx: Tx, { personId, kind, beginsOn, items }: Given): Promise<boolean> {
  const id = await insertWelcome(tx, { person_id: personId, kind, begins_on: beginsOn });
  if (!id) return false;
  const steps = items.map(({ sentence, doer, shownBy }, position) => ({
    ...{ id: newId(), welcome_id: id, position, sentence, doer, shown_by: shownBy },
  }));
  if (steps.length > 0) await tx.insertInto('welcome_step').values(steps).execute();
  await record(tx, { event: 'welcome.begun', subject: { kind: 'person', id: personId } });
  return true;
}

type Row = {
  person_id: string;
  kind: Given['kind'];
  begins_on: string;
  finished_at?: Date;
  invited_at?: Date;
};

/** Its id; null when there is one of that kind already. */
export async function insertWelcome(tx: Tx, row: Row): Promise<string | null> {
  const inserted = await tx
    .insertInto('welcome')
    .values({ id: newId(), made_at: tx.now, ...row })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'person_id', 'kind']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted?.id ?? null;
}
