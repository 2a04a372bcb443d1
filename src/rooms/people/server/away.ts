import { dayOf, localDay } from '#platform/days.ts';
import { isId, newId } from '#platform/ids.ts';
import { allow, found, Invalid, NotFound } from '#platform/errors.ts';
import { later } from '#platform/server/jobs.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { record } from '#rooms/activity/server/index.ts';
import { canMarkAway } from '../arranging.ts';
import { currentAbsences } from '../presence.ts';
import type { Period } from '../stand-ins.ts';
import { absencesOf, absenteeOf } from './absences.ts';
import { helperSettings, namesOf, somebodyHere } from './helpers.ts';
import { standInsFor } from './stand-ins.ts';

/** `from` absent or past means now; `until` null means that nobody knows yet. */
export type Away = { from?: Date | null; until: Date | null; substituteId?: string | null };

/**
 * Marks somebody away, never why. Who is away already stays so, until the new end; what begins when another one does
 * takes its place, so that the same form sent twice is one absence. Their open questions move on: at once when it begins
 * now (a job of the helpline), by its sweep when it begins later. Returns the absence's id.
 */
export const markAway = verb('markAway', async (tx, personId: string, away: Away) => {
  await mayMarkAway(tx, personId);
  await oneAtATime(tx, personId);
  const row = await checked(tx, personId, away);
  const known = await absenceAt(tx, personId, row.starts_at);
  const id = known?.id ?? newId();
  if (known) {
    const { ends_at, substitute_id } = row;
    await tx.updateTable('absence').set({ ends_at, substitute_id }).where('id', '=', id).execute();
  } else {
    await tx
      .insertInto('absence')
      .values({ id, person_id: personId, ...row })
      .execute();
  }
  await told(tx, personId, 'absence.marked');
  return id;
});

/** Several at once, for the rest of today. Who is away already stays so, until the end that was known. */
export const markAwayToday = verb('markAwayToday', async (tx, personIds: readonly string[]) => {
  if (personIds.length === 0) throw new Invalid({ personIds: 'people_today_choose' });
  const until = new Date(dayOf(localDay(tx.now)).until);
  for (const id of [...new Set(personIds)].toSorted()) {
    await mayMarkAway(tx, id);
    await oneAtATime(tx, id);
    if (!(await absenceAt(tx, id, tx.now))) await markAway(tx, id, { until });
  }
});

/** Another end, another one who stands in and, as long as it has not begun, another beginning. */
export const changeAbsence = verb('changeAbsence', async (tx, id: string, away: Away) => {
  const absence = await absenceHere(tx, id);
  const row = await checked(tx, absence.person_id, away);
  const starts_at = absence.starts_at <= tx.now ? absence.starts_at : row.starts_at;
  await tx
    .updateTable('absence')
    .set({ ...row, starts_at })
    .where('id', '=', id)
    .execute();
  await told(tx, absence.person_id, 'absence.changed');
});

/** It does not go on: one that had begun is over now. */
export const cancelAbsence = verb('cancelAbsence', async (tx, id: string) => {
  const { person_id: personId } = await absenceHere(tx, id);
  await tx.deleteFrom('absence').where('id', '=', id).execute();
  await record(tx, { event: 'absence.cancelled', subject: { kind: 'person', id: personId } });
});

/** Somebody is back: what ran on is over now, and is kept like any other, for what their first day back tells. */
export const endAbsence = verb('endAbsence', async (tx, personId: string) => {
  await mayMarkAway(tx, personId);
  await tx
    .updateTable('absence')
    .set({ ends_at: tx.now })
    .where('person_id', '=', personId)
    .where('starts_at', '<', tx.now)
    .where((eb) => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', tx.now)]))
    .execute();
  await record(tx, { event: 'absence.ended', subject: { kind: 'person', id: personId } });
});

/** A time that somebody filled in and did not keep yet: for an absence that is there already, or for a new one. */
export type Thought = Period & { absenceId: string | null };

/** For the form: the absences that run or come, who usually stands in, and for each of those times who could. */
export const awayHere = verb('awayHere', async (tx, personId: string, thought: Thought | null = null) => {
  await mayMarkAway(tx, personId);
  const { firstName, lastName } = found((await namesOf(tx, [personId])).get(personId));
  const { substituteId } = await helperSettings(tx, personId);
  const absences = await absencesOf(tx, personId);
  const chosenIds = [substituteId, ...absences.map((one) => one.substituteId)].filter((id) => id !== null);
  const standIns = await standInsFor(tx, { personId, chosenIds });
  const during = (kept: Period & { id: string | null }) => {
    const period = notBefore(tx.now, thought?.absenceId === kept.id ? thought : kept);
    return { period, standIns: standIns(period) };
  };
  return {
    ...{ personId, firstName, lastName, substituteId },
    absences: absences.map((one) => ({ ...one, ...during(one) })),
    ...during({ id: null, from: tx.now, until: null }),
    now: tx.now,
  };
});

const notBefore = (now: Date, { from, until }: Period): Period => ({
  from: from > now ? from : now,
  until: until && until > now && until > from ? until : null,
});

export type AwayHere = Awaited<ReturnType<typeof awayHere>>;

/** Forbidden unless whoever acts may say that this colleague is away; NotFound for whoever is none here (any more). */
export async function mayMarkAway(tx: Tx, personId: string): Promise<void> {
  if (!isId(personId)) throw new NotFound();
  const named = tx.selectFrom('named').select('id').where('id', '=', personId);
  found(await named.where('works_here', '=', true).executeTakeFirst());
  allow(canMarkAway(tx.actor, await absenteeOf(tx, personId)));
}

async function absenceHere(tx: Tx, id: string) {
  if (!isId(id)) throw new NotFound();
  const row = found(await tx.selectFrom('absence').selectAll().where('id', '=', id).executeTakeFirst());
  await mayMarkAway(tx, row.person_id);
  return row;
}

/** The columns of what was asked, or Invalid. */
async function checked(tx: Tx, personId: string, { from, until, substituteId }: Away) {
  const startsAt = from && from > tx.now ? from : tx.now;
  if (until && until <= startsAt) throw new Invalid({ until: 'people_away_until_past' });
  if (substituteId === personId) throw new Invalid({ substituteId: 'people_substitute_self' });
  if (substituteId) {
    await somebodyHere(tx, substituteId);
    const theirs = await absencesOf(tx, substituteId);
    if (currentAbsences(theirs, startsAt).length > 0)
      throw new Invalid({ substituteId: 'people_substitute_away' });
  }
  return { starts_at: startsAt, ends_at: until, substitute_id: substituteId ?? null };
}

const minuteMs = 60_000;

/** The one that runs, or that begins at that moment to come. Whoever had to wait here may come after a later now. */
const absenceAt = async (tx: Tx, personId: string, startsAt: Date) =>
  (await absencesOf(tx, personId)).find(({ from }) =>
    startsAt > tx.now ? from.getTime() === startsAt.getTime() : from.getTime() < tx.now.getTime() + minuteMs,
  );

/** Two who mark the same colleague away at the same moment wait for each other. */
const oneAtATime = (tx: Tx, personId: string) =>
  tx.selectFrom('person').select('id').where('id', '=', personId).forNoKeyUpdate().execute();

async function told(tx: Tx, personId: string, event: string): Promise<void> {
  await record(tx, { event, subject: { kind: 'person', id: personId } });
  await later(tx, 'helpline.holderAway', { personId });
}
