import { sql } from 'kysely';
import { localDay } from '#platform/days.ts';
import { Conflict, found, Invalid, NotFound } from '#platform/errors.ts';
import { idFrom, isId, newId } from '#platform/ids.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { fullName, type Name } from '#rooms/people/name.ts';
import { personAsActor } from '#rooms/people/server/index.ts';
import {
  mostColleagues,
  type Colleague,
  type Guidance,
  type GuidanceMoment,
  type GuidanceRow,
  type GuidanceStart,
} from '../guidance.ts';

// The policy own_notebook shows these rows to their coach alone. What another one asks for is simply not there.

/** What this coach has going, and what is over; the one with the latest moment first. */
export const guidancesHere = verb('guidancesHere', async (tx) => {
  const rows = await tx
    .selectFrom('guidance')
    .select(['id', 'goal', 'started_on as startedOn', 'ended_on as endedOn'])
    .select((eb) => [
      eb
        .selectFrom('guidance_member as member')
        .innerJoin('named as person', 'person.id', 'member.person_id')
        .whereRef('member.guidance_id', '=', 'guidance.id')
        .select(
          sql<Name[]>`json_agg(json_build_object('firstName', first_name, 'lastName', last_name)
            order by first_name, last_name, person.id)`.as('names'),
        )
        .as('names'),
      eb
        .selectFrom('guidance_moment as moment')
        .whereRef('moment.guidance_id', '=', 'guidance.id')
        .select(({ fn }) => fn.countAll<string>().as('moments'))
        .as('moments'),
      eb
        .selectFrom('guidance_moment as moment')
        .whereRef('moment.guidance_id', '=', 'guidance.id')
        .select(({ fn }) => fn.max('moment.held_on').as('last'))
        .as('lastHeldOn'),
    ])
    .where('coach_id', '=', tx.actor.personId)
    .orderBy('id', 'desc')
    .execute();
  const all = rows
    .map((row): GuidanceRow => ({
      ...row,
      names: (row.names ?? []).map((one) => fullName(one)),
      moments: Number(row.moments),
    }))
    .toSorted((one, other) => latestOf(other).localeCompare(latestOf(one)));
  return {
    open: all.filter(({ endedOn }) => endedOn === null),
    ended: all.filter(({ endedOn }) => endedOn !== null),
  };
});

const latestOf = ({ lastHeldOn, startedOn }: GuidanceRow): string => lastHeldOn ?? startedOn;

/** One of them, with who takes part and every moment, the latest first. */
export const guidanceHere = verb('guidanceHere', async (tx, id: string) => ({
  guidance: await ownGuidance(tx, id),
  members: await membersOf(tx, id),
  moments: await momentsOf(tx, id),
  today: localDay(tx.now),
}));

/** Begins one. The same key gives the same one. Returns its id. */
export const startGuidance = verb('startGuidance', async (tx, { personIds, goal, key }: GuidanceStart) => {
  const coachId = found(tx.actor.personId);
  const id = key ? await idFrom('guidance', coachId, key) : newId(tx.now.getTime());
  const isNew = await tx
    .insertInto('guidance')
    .values({ id, coach_id: coachId, goal, started_on: localDay(tx.now) })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (isNew) for (const personId of new Set(personIds)) await putIn(tx, id, personId);
  return id;
});

export const changeGuidance = verb('changeGuidance', async (tx, id: string, { goal }: { goal: string }) => {
  await openGuidance(tx, id);
  await tx.updateTable('guidance').set({ goal }).where('id', '=', id).execute();
});

/** Somebody takes part too. Twice is once. */
export const addToGuidance = verb('addToGuidance', async (tx, id: string, personId: string) => {
  await openGuidance(tx, id);
  if ((await membersOf(tx, id)).length >= mostColleagues) throw new Conflict('helpline_guidance_too_many');
  await putIn(tx, id, personId);
});

/** Somebody takes part no more; the last one stays. */
export const takeFromGuidance = verb('takeFromGuidance', async (tx, id: string, personId: string) => {
  await openGuidance(tx, id);
  const members = await membersOf(tx, id);
  if (!members.some((one) => one.personId === personId)) return;
  if (members.length === 1) throw new Conflict('helpline_guidance_last');
  await tx
    .deleteFrom('guidance_member')
    .where('guidance_id', '=', id)
    .where('person_id', '=', personId)
    .execute();
});

/** It is over. Its notes stay where they are. */
export const endGuidance = verb('endGuidance', async (tx, id: string) => {
  await openGuidance(tx, id);
  await tx
    .updateTable('guidance')
    .set({ ended_on: localDay(tx.now) })
    .where('id', '=', id)
    .execute();
});

/** After all it goes on. */
export const resumeGuidance = verb('resumeGuidance', async (tx, id: string) => {
  await ownGuidance(tx, id);
  await tx.updateTable('guidance').set({ ended_on: null }).where('id', '=', id).execute();
});

async function putIn(tx: Tx, guidanceId: string, personId: string): Promise<void> {
  if (!isId(personId)) throw new NotFound();
  if (personId === tx.actor.personId) throw new Invalid({ personIds: 'helpline_guidance_self' });
  found(await personAsActor(tx, personId));
  await tx
    .insertInto('guidance_member')
    .values({ guidance_id: guidanceId, person_id: personId })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'guidance_id', 'person_id']).doNothing())
    .execute();
}

const guidance = (tx: Tx, id: string) =>
  tx
    .selectFrom('guidance')
    .select(['id', 'goal', 'started_on as startedOn', 'ended_on as endedOn'])
    .where('id', '=', id)
    .where('coach_id', '=', tx.actor.personId);

async function ownGuidance(tx: Tx, id: string): Promise<Guidance> {
  if (!isId(id)) throw new NotFound();
  return found(await guidance(tx, id).executeTakeFirst());
}

/** The same, locked, and not over: Conflict otherwise. */
export async function openGuidance(tx: Tx, id: string): Promise<Guidance> {
  if (!isId(id)) throw new NotFound();
  const row = found(await guidance(tx, id).forUpdate().executeTakeFirst());
  if (row.endedOn) throw new Conflict('helpline_guidance_over');
  return row;
}

export const membersOf = (tx: Tx, id: string): Promise<Colleague[]> =>
  tx
    .selectFrom('guidance_member as member')
    .innerJoin('named as person', 'person.id', 'member.person_id')
    .where('member.guidance_id', '=', id)
    .select(['person.id as personId', 'first_name as firstName', 'last_name as lastName'])
    .$narrowType<Colleague>()
    .orderBy('first_name')
    .orderBy('person.id')
    .execute();

const momentsOf = (tx: Tx, id: string): Promise<GuidanceMoment[]> =>
  tx
    .selectFrom('guidance_moment')
    .select(['id', 'held_on as heldOn', 'note'])
    .where('guidance_id', '=', id)
    .orderBy('held_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
