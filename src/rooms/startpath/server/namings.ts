import { localDay } from '#platform/days.ts';
import { Conflict, found, Invalid, NotFound } from '#platform/errors.ts';
import { isId, newId } from '#platform/ids.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { notify } from '#rooms/notifications/server/index.ts';
import { fullName, type Name } from '#rooms/people/name.ts';
import { personAsActor } from '#rooms/people/server/index.ts';
import { foldSpelling } from '#rooms/people/staff/fold.ts';
import { mostNamings, mostNamingsEver } from '../call.ts';
import { openCallId } from './open-call.ts';

/**
 * Thinks of a colleague, by full name or work address as it is written. Whoever is called so is asked; nobody is told
 * whether there is somebody, nor what they said. Of two with one name the one of the own unit is meant, else nobody.
 */
export const nameColleague = verb('nameColleague', async (tx, typed: string) => {
  const callId = await openCallId(tx);
  const me = found(tx.actor.personId);
  // One after the other, or many at once would all find room.
  await tx.selectFrom('person').select('id').where('id', '=', me).forNoKeyUpdate().execute();
  const before = await ownNamings(tx, callId);
  const standing = before.filter(stands);
  if (standing.some((one) => foldSpelling(one.typed) === foldSpelling(typed))) return;
  if (before.length >= mostNamingsEver) throw new Conflict('startpath_named_often');
  if (standing.length >= mostNamings) throw new Conflict('startpath_named_enough');
  const personId = await personMeant(tx, typed);
  if (personId === me) throw new Invalid({ typed: 'startpath_named_oneself' });
  const id = newId();
  await tx.insertInto('call_naming').values({ id, call_id: callId, named_by: me, typed }).execute();
  if (personId !== null) await ask(tx, { namingId: id, callId, personId });
});

/** Whoever said yes already need not be asked. */
async function ask(
  tx: Tx,
  { namingId, callId, personId }: Record<'namingId' | 'callId' | 'personId', string>,
) {
  const said = await tx
    .selectFrom('call_volunteer')
    .select('person_id')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (said) return;
  await tx.insertInto('call_named').values({ naming_id: namingId, person_id: personId }).execute();
  if (!(await wasTold(tx, callId, personId)))
    await notify(tx, { personId, kind: 'call.named', subjectId: callId });
}

/** By mail once in a call: nobody can make the post come again by taking a name back and giving it anew. */
async function wasTold(tx: Tx, callId: string, personId: string): Promise<boolean> {
  const told = await tx
    .selectFrom('notification')
    .select('id')
    .where('person_id', '=', personId)
    .where('subject_id', '=', callId)
    .where('mail', '!=', 'none')
    .executeTakeFirst();
  return told !== undefined;
}

/** Of whom one thought, as one wrote it; never what became of it. */
export const myNamings = verb('myNamings', async (tx) =>
  (await ownNamings(tx, await openCallId(tx))).filter(stands),
);

/** Of what was taken back a row without a name stays, so that it still counts. */
const stands = ({ typed }: { typed: string }): boolean => typed !== '';

const ownNamings = (tx: Tx, callId: string) =>
  tx
    .selectFrom('call_naming')
    .select(['id', 'typed'])
    .where('call_id', '=', callId)
    .where('named_by', '=', found(tx.actor.personId))
    .orderBy('id')
    .execute();

/** Takes it back: it is no longer asked, and whom it was about is kept nowhere. */
export const withdrawNaming = verb('withdrawNaming', async (tx, id: string) => {
  if (!isId(id)) throw new NotFound();
  const me = found(tx.actor.personId);
  const naming = await tx
    .deleteFrom('call_naming')
    .where('id', '=', id)
    .where('named_by', '=', me)
    .where('typed', '!=', '')
    .returning('call_id')
    .executeTakeFirst();
  const { call_id: callId } = found(naming);
  await tx
    .insertInto('call_naming')
    .values({ id: newId(), call_id: callId, named_by: me, typed: '' })
    .execute();
});

/** Who thought of the one who asks, and waits for no answer. */
export const namedBy = (tx: Tx, callId: string): Promise<Name[]> =>
  namersOf(tx, callId, found(tx.actor.personId));

export const namersOf = (tx: Tx, callId: string, personId: string): Promise<Name[]> =>
  tx
    .selectFrom('call_named')
    .innerJoin('call_naming', 'call_naming.id', 'call_named.naming_id')
    .innerJoin('named', 'named.id', 'call_naming.named_by')
    .select(['named.first_name as firstName', 'named.last_name as lastName'])
    .$narrowType<Name>()
    .where('call_named.person_id', '=', personId)
    .where('call_naming.call_id', '=', callId)
    .orderBy('call_naming.id')
    .execute();

/** The colleagues of the own unit, whom one knows anyway: to choose from while typing. */
export const colleaguesBeside = verb('colleaguesBeside', async (tx): Promise<Name[]> => {
  const { unitId, actor } = found(await personAsActor(tx, found(tx.actor.personId)));
  const rows = await workingHere(tx)
    .where('unit_id', '=', unitId)
    .where('person.id', '!=', actor.personId)
    .execute();
  const once = new Map(rows.map(({ id, firstName, lastName }) => [id, { firstName, lastName }]));
  return [...once.values()].toSorted((a, b) => collator.compare(fullName(a), fullName(b)));
});

const collator = new Intl.Collator('nl-BE');

/** Read whole: a few hundred lines, now and then, and names are compared as people spell them. */
async function personMeant(tx: Tx, typed: string): Promise<string | null> {
  const { unitId } = found(await personAsActor(tx, found(tx.actor.personId)));
  const wanted = wordsOf(typed);
  const named = (await workingHere(tx).execute()).filter((one) =>
    [fullName(one), one.email ?? ''].some((text) => wordsOf(text) === wanted),
  );
  const idsOf = (rows: typeof named) => [...new Set(rows.map(({ id }) => id))];
  const beside = idsOf(named.filter((row) => row.unitId === unitId));
  const meant = beside.length > 0 ? beside : idsOf(named);
  return meant.length === 1 ? meant[0]! : null;
}

/** First or last name first is the same. */
const wordsOf = (text: string): string => foldSpelling(text).split(' ').toSorted().join(' ');

/** Everybody of today, once for each appointment. */
const workingHere = (tx: Tx) =>
  tx
    .selectFrom('person')
    .innerJoin('appointment', 'appointment.person_id', 'person.id')
    .select(['person.id', 'first_name as firstName', 'last_name as lastName', 'email', 'unit_id as unitId'])
    .where((eb) => eb.or([eb('starts_on', 'is', null), eb('starts_on', '<=', localDay(tx.now))]))
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', localDay(tx.now))]));
