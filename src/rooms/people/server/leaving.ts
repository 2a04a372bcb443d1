import { addDays, localDay } from '#platform/days.ts';
import { allow, Conflict, found, Invalid, NotFound } from '#platform/errors.ts';
import { isId, newId } from '#platform/ids.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { record } from '#rooms/activity/server/index.ts';
import {
  canPlanLeaving,
  leavingKinds,
  whoCanStandIn,
  type LeavingHere,
  type LeavingKind,
  type LeavingPlan,
  type LeavingStanding,
} from '../leaving.ts';
import { personAsActor } from './actor.ts';
import { whileAdminStays } from './admin-stays.ts';
import { keptBy } from './left.ts';
import { datesBack, setDates, type DateBefore } from './leaving-dates.ts';
import {
  dropInsOf,
  heirsOf,
  helpsOn,
  isLastCoordinator,
  keeperFor,
  posterPlaces,
  standsInFor,
  themesWithout,
  unitsWithout,
} from './leaving-stands.ts';
import { tellOfLeaving } from './leaving-told.ts';

/** A day further off is a slip of the hand. */
const furthestDays = 3 * 365;

/** What was chosen on the first screen. */
type Leaves = { kind: LeavingKind; lastDay: string };

/**
 * Somebody's leaving, for who may plan it: what is planned and, for that or for what was chosen, all that passes on.
 * Only a number is told of it, and of questions only to the coordinator and to whoever leaves.
 */
export const leavingHere = verb(
  'leavingHere',
  async (tx, personId: string, chosen: Leaves | null = null): Promise<LeavingHere> => {
    const { firstName, lastName } = found(await personAsActor(tx, personId));
    const helps = await helpsOn(tx, personId, localDay(tx.now));
    const kinds = leavingKinds.filter(
      (kind) => canPlanLeaving(tx.actor, { personId, kind }) && (helps || kind === 'job'),
    );
    const plan = await planOf(tx, personId);
    const own = personId === tx.actor.personId;
    allow(kinds.length > 0 || (own && plan !== null));
    const leaves = chosen ?? plan;
    if (chosen) {
      checkDay(tx, chosen.lastDay);
      if (chosen.kind === 'coach' && !helps) throw new Invalid({ kind: 'people_leaving_no_coach' });
    }
    return {
      ...{ personId, firstName, lastName, kinds, plan },
      ...{ helps, own },
      standing: leaves && (await standingOf(tx, personId, leaves)),
      today: localDay(tx.now),
    };
  },
);

async function standingOf(tx: Tx, personId: string, { kind, lastDay }: Leaves): Promise<LeavingStanding> {
  const kept = await keptBy(tx, personId);
  const seesQuestions =
    personId === tx.actor.personId || tx.actor.roles.some((role) => role.kind === 'coordinator');
  const heirs = await heirsOf(tx, personId, lastDay);
  const countOnThem = await standsInFor(tx, personId);
  return {
    kept: seesQuestions ? kept : { ...kept, questions: null },
    dropIns: await dropInsOf(tx, personId),
    standsInFor: countOnThem,
    themes: await themesWithout(tx, personId, lastDay),
    unitsWithout: await unitsWithout(tx, personId, lastDay),
    posters: await posterPlaces(tx, personId, lastDay),
    lastCoordinator: kind === 'job' && (await isLastCoordinator(tx, personId, lastDay)),
    heirs,
    keeperId: await keeperFor(tx, personId, lastDay),
    standsInId: whoCanStandIn(countOnThem, heirs).find(({ near }) => near)?.id ?? null,
  };
}

/** What is planned for them, if anything. */
async function planOf(tx: Tx, personId: string): Promise<LeavingHere['plan']> {
  const row = await tx
    .selectFrom('leaving')
    .selectAll()
    .where('person_id', '=', personId)
    .where('done_at', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  return {
    ...{ kind: row.kind as LeavingKind, lastDay: row.last_day, word: row.word },
    ...{ keeperId: row.keeper_id, dropInsTo: row.drop_ins_to, standsInId: row.stands_in_id },
    cancellable: (row.before as DateBefore[]).length > 0,
  };
}

/** One's own leaving, planned or of today, for the own page. */
export const myLeaving = verb('myLeaving', async (tx) => {
  const plan = await planOf(tx, found(tx.actor.personId));
  return plan && { kind: plan.kind, lastDay: plan.lastDay, word: plan.word, today: localDay(tx.now) };
});

/**
 * Plans it: the last day stands from now on, so that who helps where knows; on the day after all passes on by itself
 * (leave.ts). What was planned before is replaced, by
 * who may plan that too. The last administrator stays.
 */
export const planLeaving = verb('planLeaving', async (tx, personId: string, plan: LeavingPlan) => {
  const { kind, lastDay } = plan;
  found(await personAsActor(tx, personId));
  allow(canPlanLeaving(tx.actor, { personId, kind }));
  checkDay(tx, lastDay);
  if (kind === 'coach' && !(await helpsOn(tx, personId, localDay(tx.now))))
    throw new Invalid({ kind: 'people_leaving_no_coach' });
  await checkHeirs(tx, personId, plan);
  const id = newId(tx.now.getTime());
  await whileAdminStays(tx, lastDay, async () => {
    const before = await planToChange(tx, personId);
    allow(before === null || canPlanLeaving(tx.actor, { personId, kind: before.kind }));
    await dropPlan(tx, personId);
    const dates = await setDates(tx, { personId, kind, lastDay });
    await tx
      .insertInto('leaving')
      .values({
        ...{ id, person_id: personId, kind, last_day: lastDay, before: JSON.stringify(dates) },
        ...{ keeper_id: plan.keeperId, drop_ins_to: plan.dropInsTo, stands_in_id: plan.standsInId },
        // Nobody thanks themself.
        ...{ word: personId === tx.actor.personId ? null : plan.word, made_at: tx.now },
      })
      .execute();
  });
  await tellOfLeaving(tx, { id, personId, lastDay });
  await note(tx, 'leaving.planned', { personId, kind });
  return id;
});

/** It does not go on. Conflict when all was passed on meanwhile: then a role or appointment is given again. */
export const cancelLeaving = verb('cancelLeaving', async (tx, personId: string) => {
  found(await personAsActor(tx, personId));
  allow(leavingKinds.some((kind) => canPlanLeaving(tx.actor, { personId, kind })));
  const plan = await planToChange(tx, personId);
  if (!plan) throw new Conflict('people_leaving_none');
  allow(canPlanLeaving(tx.actor, { personId, kind: plan.kind }));
  if (!plan.cancellable) throw new Conflict('people_leaving_from_list');
  await dropPlan(tx, personId);
  await note(tx, 'leaving.cancelled', { personId, kind: plan.kind });
});

/** The plan as it stands; who plans something else for them meanwhile waits. */
async function planToChange(tx: Tx, personId: string): Promise<LeavingHere['plan']> {
  await tx.selectFrom('person').select('id').where('id', '=', personId).forNoKeyUpdate().execute();
  return planOf(tx, personId);
}

/** Takes a plan back, with the days it set. */
async function dropPlan(tx: Tx, personId: string): Promise<void> {
  const row = await tx
    .deleteFrom('leaving')
    .where('person_id', '=', personId)
    .where('done_at', 'is', null)
    .returning(['before', 'last_day'])
    .executeTakeFirst();
  if (row) await datesBack(tx, { personId, lastDay: row.last_day, before: row.before as DateBefore[] });
}

function checkDay(tx: Tx, lastDay: string): void {
  const today = localDay(tx.now);
  if (lastDay < today) throw new Invalid({ lastDay: 'people_leaving_day_past' });
  if (lastDay > addDays(today, furthestDays)) throw new Invalid({ lastDay: 'people_leaving_day_far' });
}

/** Whoever takes something over helps here, and is there when they leave. */
async function checkHeirs(tx: Tx, personId: string, plan: LeavingPlan): Promise<void> {
  const heirs = new Map((await heirsOf(tx, personId, plan.lastDay)).map((heir) => [heir.id, heir]));
  const keeps = plan.keeperId === (await keeperFor(tx, personId, plan.lastDay));
  const staysThemself = plan.keeperId === personId && plan.kind === 'coach';
  for (const id of [plan.keeperId, plan.dropInsTo, plan.standsInId])
    if (id !== null && !isId(id)) throw new NotFound();
  if (plan.keeperId && !heirs.has(plan.keeperId) && !keeps && !staysThemself)
    throw new Invalid({ keeperId: 'people_leaving_not_there' });
  if (plan.dropInsTo && !heirs.get(plan.dropInsTo)?.isCoach)
    throw new Invalid({ dropInsTo: 'people_leaving_not_there' });
  if (plan.standsInId && !heirs.has(plan.standsInId))
    throw new Invalid({ standsInId: 'people_leaving_not_there' });
}

const note = (tx: Tx, event: string, { personId, kind }: { personId: string; kind: LeavingKind }) =>
  record(tx, { event, subject: { kind: 'person', id: personId }, particulars: { kind } });
