import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { found } from '#platform/errors.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { newestTips, tipsToLookAt } from '#rooms/tips/server/index.ts';
import { followUpsAround, seenBy } from './follow-up-seen.ts';
import { openProblems, solvedProblems } from './known-problems.ts';
import { inOrder, narrowed } from './narrow.ts';
import { rowFrom, rows, type Row } from './list-rows.ts';
import { coachedUnits } from './seeing.ts';
import { unseenHere } from './waiting.ts';
import { isFirstDayBack, movedWhileAway } from './while-away.ts';

const shortList = 3;
const longestForMe = 12;
const dayHours = 24;

/**
 * What waits for the person, for the start page, in one question to the database: what they asked, what is in their
 * hands (urgent first, then by the moment it moves on), how much is open in their unit, what they wanted to look at
 * again today, what went on while they were away, on which days somebody comes back to somebody, what is known to be
 * broken, new tips, and how many tips wait for their look.
 */
export const startHere = verb('startHere', async (tx) => {
  const unseen = await unseenHere(tx);
  const read = await tx
    .selectNoFrom([
      jsonArrayFrom(mineOf(tx)).as('mine'),
      jsonArrayFrom(forMeOf(tx)).as('forMe'),
      ofUnitOf(tx).as('ofUnit'),
      jsonArrayFrom(remindersOf(tx)).as('reminders'),
      jsonArrayFrom(movedWhileAway(tx)).as('whileAway'),
      jsonArrayFrom(followUpsAround(tx)).as('followUps'),
      jsonArrayFrom(openProblems(tx).limit(shortList + 1)).as('problems'),
      jsonArrayFrom(solvedProblems(tx, [...unseen]).limit(shortList)).as('solved'),
      jsonArrayFrom(newestTips(tx, shortList)).as('tips'),
      jsonArrayFrom(tipsToLookAt(tx, longestForMe)).as('tipsToLookAt'),
    ])
    .executeTakeFirstOrThrow();
  const shown = (row: RowRead) => rowFrom(withMoments(row), unseen);
  const backAt = read.whileAway[0]?.back_at;
  const isBack = Boolean(backAt) && (await isFirstDayBack(tx, new Date(backAt!)));
  return {
    mine: read.mine.map(shown),
    forMe: read.forMe.slice(0, longestForMe).map(shown),
    /** More waits than is listed here. */
    isMore: read.forMe.length > longestForMe,
    ofUnit: Number(read.ofUnit),
    reminders: read.reminders.map(({ due_at: at, ...row }) => ({
      ...shown(row),
      dueAt: at === null ? null : new Date(at),
    })),
    /** On the first day back: what went to somebody else meanwhile. */
    whileAway: isBack ? read.whileAway.map(shown) : [],
    followUps: read.followUps.map((row) => seenBy(found(tx.actor.personId), row)),
    problems: read.problems.map(({ id, line, is_followed: followed }) => ({
      ...{ id, line, isFollowed: Boolean(followed) },
    })),
    solved: read.solved.map(({ id, line, outcome }) => ({ id, line, outcome })),
    tips: read.tips,
    tipsToLookAt: read.tipsToLookAt.length,
    now: tx.now,
  };
});

const mineOf = (tx: Tx) =>
  narrowed(tx, { list: 'mine', theme: null })
    .orderBy('question.changed_at', 'desc')
    .orderBy('question.id', 'desc')
    .limit(shortList);

const forMeOf = (tx: Tx) =>
  inOrder(narrowed(tx, { list: 'for_me', theme: null }), 'for_me').limit(longestForMe + 1);

/** How much is open in the units one coaches, in somebody else's hands. */
function ofUnitOf(tx: Tx) {
  if (coachedUnits(tx).length === 0) return sql<number>`0`;
  const ids = narrowed(tx, { list: 'unit', theme: null }).clearSelect().select('question.id');
  return sql<number>`(select count(*) from (${ids}) as listed)`;
}

/** What one asked to be reminded of: it is time, and they did not look yet, or it will be within a day. */
const remindersOf = (tx: Tx) =>
  rows(tx, toldOrToTell(tx))
    .leftJoin('question_reminder as reminder', (join) =>
      join
        .onRef('reminder.question_id', '=', 'question.id')
        .on('reminder.person_id', '=', tx.actor.personId)
        .on('reminder.told_at', 'is', null),
    )
    .where('question.state', 'not in', ['closed', 'merged'])
    .select('reminder.due_at')
    .orderBy('reminder.due_at', (order) => order.asc().nullsFirst())
    .limit(shortList);

const toldOrToTell = (tx: Tx) =>
  tx
    .selectFrom('question_reminder as soon')
    .where('soon.person_id', '=', tx.actor.personId)
    .where('soon.told_at', 'is', null)
    .where('soon.due_at', '<=', new Date(tx.now.getTime() + dayHours * 60 * 60_000))
    .select('soon.question_id')
    .union(
      tx
        .selectFrom('notification as told')
        .where('told.person_id', '=', tx.actor.personId)
        .where('told.kind', '=', 'question.remind')
        .where('told.seen_at', 'is', null)
        .select('told.subject_id as question_id'),
    );

type Moments = 'asked_at' | 'changed_at' | 'waits_until';
/** As it comes back inside JSON: moments are text. */
type RowRead = Omit<Row, Moments> &
  Record<Exclude<Moments, 'waits_until'>, string> & { waits_until: string | null };

const withMoments = ({ asked_at: asked, changed_at: changed, waits_until: until, ...row }: RowRead): Row => ({
  ...row,
  asked_at: new Date(asked),
  changed_at: new Date(changed),
  waits_until: until === null ? null : new Date(until),
});
