import { sql } from 'kysely';
import { inOrganisation, type Actor, type Tx } from '#platform/server/scope.ts';
import { snapshotOf } from '#rooms/people/server/index.ts';
import { mustLeave, type Holder } from '../gone.ts';
import type { Question, StepEnding, StepReason } from '../question.ts';
import { tellThoseWhoWatch } from './live.ts';
import { questionFrom, visibleQuestions } from './seeing.ts';
import { moveOn, worldOf } from './steps.ts';

/** Every question whose moment has come moves on. Each in a transaction of its own; any number of workers may do it. */
export async function moveSilentQuestions(actor: Actor): Promise<void> {
  const due = await inOrganisation(actor, (tx) =>
    tx
      .selectFrom('question')
      .select('id')
      .where('waits_until', '<=', tx.now)
      .orderBy('waits_until')
      .limit(200)
      .execute(),
  );
  for (const { id } of due)
    await moveIf(actor, id, async ({ waitsUntil }, tx) =>
      waitsUntil !== null && waitsUntil <= tx.now ? 'silent' : null,
    );
}

/**
 * What stands with somebody who is away, takes a pause, left or lost the role moves on. Of one person as soon as they
 * did something (a job), of everybody for what begins by itself (a sweep): the same for both.
 */
export async function moveFromGone(actor: Actor, personId: string | null = null): Promise<void> {
  const ids = await inOrganisation(actor, async (tx) => {
    const held = await heldQuestions(tx, { personId });
    const gone = await goneFrom(tx, held);
    return [...gone.keys()];
  });
  for (const id of ids) await moveIf(actor, id, leavesFor);
}

type Held = {
  id: string;
  state: Question['state'];
  unitId: string;
  holderId: string;
  reason: StepReason | null;
  worksHere: boolean;
};

/** Open questions with a holder, of one person or of one question or all of them, and why it came to them. */
async function heldQuestions(
  tx: Tx,
  { personId = null, questionId = null }: { personId?: string | null; questionId?: string | null },
): Promise<Held[]> {
  const today = sql`(${tx.now}::timestamptz at time zone 'Europe/Brussels')::date`;
  const { rows } = await sql<Held>`
    select q.id, q.state, q.unit_id as "unitId", q.holder_id as "holderId", turn.reason,
           exists (select from appointment a
                    where a.person_id = q.holder_id and (a.starts_on is null or a.starts_on <= ${today})
                      and (a.ends_on is null or a.ends_on >= ${today})) as "worksHere"
      from question q
      left join lateral (select reason from question_step where question_id = q.id and ended_at is null
                          order by started_at desc, id desc limit 1) turn on true
     where q.state in ('waiting', 'claimed') and q.holder_id is not null
       and (${personId}::uuid is null or q.holder_id = ${personId})
       and (${questionId}::uuid is null or q.id = ${questionId})
     order by q.id`.execute(tx);
  return rows;
}

/** By question, how the turn of its holder ends. */
async function goneFrom(tx: Tx, held: readonly Held[]): Promise<Map<string, 'away' | 'left'>> {
  if (held.length === 0) return new Map();
  const helpers = new Map((await snapshotOf(tx)).helpers.map((one) => [one.personId, one]));
  return new Map(
    held.flatMap(({ id, holderId, ...question }) => {
      const holder: Holder = { ...question, helper: helpers.get(holderId) ?? null };
      const ending = mustLeave(question, holder, tx.now);
      return ending ? [[id, ending] as const] : [];
    }),
  );
}

/**
 * Who is away and yet the first to be back keeps what they have: with nobody sooner, going round would only make the
 * clock begin anew each time.
 */
async function leavesFor(question: Question, tx: Tx): Promise<StepEnding | null> {
  const gone = await goneFrom(tx, await heldQuestions(tx, { questionId: question.id }));
  const ending = gone.get(question.id);
  if (!ending) return null;
  const [first] = (await worldOf(tx, question)).chainAt(tx.now);
  return first && first.personId !== question.holderId ? ending : null;
}

type Look = (question: Question, tx: Tx) => Promise<StepEnding | null>;

/** Looks again under the lock: another worker, or the helper, may have been first. */
function moveIf(actor: Actor, id: string, look: Look): Promise<void> {
  return inOrganisation(actor, async (tx) => {
    const row = await visibleQuestions(tx)
      .where('question.id', '=', id)
      .where('question.state', 'in', ['waiting', 'claimed'])
      .forUpdate('question')
      .skipLocked()
      .executeTakeFirst();
    if (!row) return;
    const question = questionFrom(row);
    const ending = await look(question, tx);
    if (!ending) return;
    await tellThoseWhoWatch(tx, question);
    await moveOn(tx, question, ending);
  });
}
