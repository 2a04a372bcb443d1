import { sql } from 'kysely';
import { newId } from '#platform/ids.ts';
import type { Tx } from '#platform/server/scope.ts';
import { recordEach } from '#rooms/activity/server/index.ts';
import type { WelcomeItem } from '../../welcome/steps.ts';

type Given = {
  personId: string;
  kind: 'newcomer' | 'coach';
  beginsOn: string;
  items: readonly WelcomeItem[];
};

/** So many go in with one statement: a merger brings thousands. */
const atOnce = 500;

/**
 * Gives people a list, each once: a copy, for what is running does not change below their eyes. Returns those for whom
 * this was the time.
 */
export async function giveLists(tx: Tx, lists: readonly Given[]): Promise<Set<string>> {
  const begun = new Set<string>();
  for (let first = 0; first < lists.length; first += atOnce)
    for (const { personId } of await giveSome(tx, lists.slice(first, first + atOnce))) begun.add(personId);
  return begun;
}

async function giveSome(tx: Tx, lists: readonly Given[]): Promise<Given[]> {
  const rows = lists.map(({ personId, kind, beginsOn }) => ({
    person_id: personId,
    kind,
    begins_on: beginsOn,
  }));
  const idOf = await insertWelcomes(tx, rows);
  const begun = lists.filter(({ personId }) => idOf.has(personId));
  const steps = begun.flatMap(({ personId, items }) =>
    items.map(({ sentence, doer, shownBy }, position) => ({
      ...{ id: newId(), welcomeId: idOf.get(personId), position, sentence, doer, shownBy },
    })),
  );
  await sql`
    insert into welcome_step (id, welcome_id, position, sentence, doer, shown_by)
    select id, "welcomeId", position, sentence, doer, "shownBy"
      from jsonb_to_recordset(${JSON.stringify(steps)}::jsonb)
        as r (id uuid, "welcomeId" uuid, position int, sentence text, doer text, "shownBy" text)`.execute(tx);
  await recordEach(
    tx,
    begun.map(({ personId }) => ({ event: 'welcome.begun', subject: { kind: 'person', id: personId } })),
  );
  return begun;
}

type Row = {
  person_id: string;
  kind: Given['kind'];
  begins_on: string;
  finished_at?: Date;
  invited_at?: Date;
};

/** Their ids by person; not of who has one of that kind already. */
export async function insertWelcomes(tx: Tx, rows: readonly Row[]): Promise<Map<string, string>> {
  const inserted = await tx
    .insertInto('welcome')
    .values(rows.map((row) => ({ id: newId(), made_at: tx.now, ...row })))
    .onConflict((conflict) => conflict.columns(['organisation_id', 'person_id', 'kind']).doNothing())
    .returning(['id', 'person_id'])
    .execute();
  return new Map(inserted.map(({ id, person_id }) => [person_id, id]));
}
