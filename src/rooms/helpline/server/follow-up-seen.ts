import type { NotNull } from 'kysely';
import { localDay } from '#platform/days.ts';
import { found, NotFound } from '#platform/errors.ts';
import { isId } from '#platform/ids.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { markSeen } from '#rooms/notifications/server/index.ts';
import {
  canAgree,
  canDecline,
  canFinish,
  canWithdraw,
  type FollowUpSeen,
  type FollowUpState,
} from '../follow-up.ts';

/**
 * What is agreed or waits, the nearest day first. The colleague keeps seeing one until its day is over, also when it is
 * off; the coach until it is done or withdrawn.
 */
export const followUpsForMe = verb('followUpsForMe', async (tx) => {
  const rows = await followUpsAround(tx).execute();
  return { followUps: rows.map((row) => seenBy(found(tx.actor.personId), row)), today: localDay(tx.now) };
});

/** The same, as part of a larger question. */
export function followUpsAround(tx: Tx) {
  const [me, today] = [found(tx.actor.personId), localDay(tx.now)];
  return followUps(tx)
    .where((eb) =>
      eb.or([
        eb.and([eb('coach_id', '=', me), eb('state', 'in', ['proposed', 'agreed'])]),
        eb.and([eb('coach_id', '=', me), eb('state', '=', 'declined'), eb('come_on', '>=', today)]),
        eb.and([
          eb('person_id', '=', me),
          eb('state', 'in', ['proposed', 'agreed', 'withdrawn']),
          eb('come_on', '>=', today),
        ]),
      ]),
    )
    .orderBy('come_on')
    .orderBy('follow_up.id');
}

/** Those with the colleagues of one begeleiding, the latest first. */
export const followUpsIn = verb('followUpsIn', async (tx, guidanceId: string) => {
  if (!isId(guidanceId)) throw new NotFound();
  const me = found(tx.actor.personId);
  const rows = await followUps(tx)
    .where('coach_id', '=', me)
    .where('guidance_id', '=', guidanceId)
    .orderBy('come_on', 'desc')
    .orderBy('follow_up.id', 'desc')
    .execute();
  return rows.map((row) => seenBy(me, row));
});

/** One of them, for its two people; what was new about it is seen now. */
export const followUpHere = verb('followUpHere', async (tx, id: string) => {
  if (!isId(id)) throw new NotFound();
  const [me, today] = [found(tx.actor.personId), localDay(tx.now)];
  const row = found(
    await followUps(tx)
      .where('follow_up.id', '=', id)
      .where((eb) => eb.or([eb('coach_id', '=', me), eb('person_id', '=', me)]))
      .executeTakeFirst(),
  );
  await markSeen(tx, id);
  const followUp = seenBy(me, row);
  return {
    followUp,
    questionId: row.questionId,
    /** The notebook is the coach's own: to the colleague it is not even named. */
    guidanceId: followUp.iAmCoach ? row.guidanceId : null,
    can: {
      agree: canAgree(tx.actor, followUp, today),
      decline: canDecline(tx.actor, followUp, today),
      withdraw: canWithdraw(tx.actor, followUp),
      finish: canFinish(tx.actor, followUp),
    },
    today,
  };
});

const followUps = (tx: Tx) =>
  tx
    .selectFrom('follow_up')
    .innerJoin('named as coach', 'coach.id', 'follow_up.coach_id')
    .innerJoin('named as colleague', 'colleague.id', 'follow_up.person_id')
    .select(['follow_up.id', 'coach_id as coachId', 'person_id as personId', 'come_on as comeOn', 'state'])
    .select(['question_id as questionId', 'guidance_id as guidanceId'])
    .select(['coach.first_name as coachFirst', 'coach.last_name as coachLast'])
    .select(['colleague.first_name as colleagueFirst', 'colleague.last_name as colleagueLast'])
    .$narrowType<{
      coachFirst: NotNull;
      coachLast: NotNull;
      colleagueFirst: NotNull;
      colleagueLast: NotNull;
    }>()
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('notification')
            .whereRef('notification.subject_id', '=', 'follow_up.id')
            .where('notification.person_id', '=', tx.actor.personId)
            .where('notification.seen_at', 'is', null)
            .select('notification.id'),
        )
        .as('isNew'),
    );

type Row = Awaited<ReturnType<ReturnType<typeof followUps>['execute']>>[number];

export function seenBy(me: string, row: Row): FollowUpSeen {
  const { id, coachId, personId, comeOn } = row;
  const iAmCoach = coachId === me;
  return {
    ...{ id, coachId, personId, comeOn, iAmCoach },
    state: row.state as FollowUpState,
    other: iAmCoach
      ? { firstName: row.colleagueFirst, lastName: row.colleagueLast }
      : { firstName: row.coachFirst, lastName: row.coachLast },
    isNew: Boolean(row.isNew),
  };
}
