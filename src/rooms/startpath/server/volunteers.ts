import { localDay } from '#platform/days.ts';
import { found } from '#platform/errors.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { record } from '#rooms/activity/server/index.ts';
import { personAsActor, snapshotOf } from '#rooms/people/server/index.ts';
import { openCallId } from './open-call.ts';

/** "Ik wil digicoach worden". Said twice, the last line stands. Who thought of them has their answer by that. */
export const volunteer = verb('volunteer', async (tx, line: string) => {
  const callId = await openCallId(tx);
  const personId = found(tx.actor.personId);
  await tx
    .insertInto('call_volunteer')
    .values({ call_id: callId, person_id: personId, line, said_on: localDay(tx.now) })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'call_id', 'person_id']).doUpdateSet({ line }),
    )
    .execute();
  await forgetNaming(tx, personId);
  await record(tx, { event: 'call.volunteered', subject: { kind: 'call', id: callId } });
});

/** Rather not after all, also when the call has closed: nothing of it stays. */
export const stepBackFromCall = verb('stepBackFromCall', async (tx) => {
  await tx.deleteFrom('call_volunteer').where('person_id', '=', found(tx.actor.personId)).execute();
});

/** No, to whoever thought of them. Nobody is told, and nothing is kept but that they need not be asked now. */
export const declineNaming = verb('declineNaming', (tx) => forgetNaming(tx, found(tx.actor.personId)));

async function forgetNaming(tx: Tx, personId: string): Promise<void> {
  await tx.deleteFrom('call_named').where('person_id', '=', personId).execute();
}

/** What the one who asks said to this call; null: nothing. */
export async function ownAnswer(tx: Tx, callId: string): Promise<{ line: string } | null> {
  const row = await tx
    .selectFrom('call_volunteer')
    .select('line')
    .where('call_id', '=', callId)
    .where('person_id', '=', found(tx.actor.personId))
    .executeTakeFirst();
  return row ?? null;
}

export type Volunteer = {
  personId: string;
  firstName: string;
  lastName: string;
  unitId: string;
  unitName: string;
  line: string;
  saidOn: string;
  /** The units they coach already. */
  coachOf: { id: string; name: string }[];
};

/** Who said yes to the call, those of the same unit together. Whoever was only named is not among them. */
export const volunteersHere = verb('volunteersHere', async (tx): Promise<Volunteer[]> => {
  const rows = await tx
    .selectFrom('call_volunteer')
    .select(['person_id as personId', 'line', 'said_on as saidOn'])
    .orderBy('said_on')
    .execute();
  const { helpers, units } = await snapshotOf(tx);
  const listed: Volunteer[] = [];
  for (const { personId, ...said } of rows) {
    const person = await personAsActor(tx, personId);
    if (!person) continue;
    const { firstName, lastName, unitId, unitName } = person;
    const coachOf = helpers.find((one) => one.personId === personId)?.coachOf ?? [];
    listed.push({
      ...{ personId, firstName, lastName, unitId, unitName, ...said },
      coachOf: coachOf.flatMap((id) => units.get(id) ?? []).map(({ id, name }) => ({ id, name })),
    });
  }
  return listed.toSorted((a, b) => collator.compare(a.unitName, b.unitName));
});

const collator = new Intl.Collator('nl-BE');
