import { localDay } from '#platform/days.ts';
import { Conflict, Invalid } from '#platform/errors.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { record } from '#rooms/activity/server/index.ts';
import { organisationOf } from '#rooms/organisations/server/index.ts';
import { planSteps, type Path, type PlannedStep } from '../plan.ts';
import { startSteps, type StartStep } from '../steps.ts';
import { calendarOf, isFar } from './calendar.ts';

export type StartPath = { decidesOn: string | null; steps: PlannedStep[]; today: string };

/** The path as it stands today. Before the day of the decision is known the steps have no days: there are none. */
export const startPathHere = verb('startPathHere', pathOf);

export async function pathOf(tx: Tx): Promise<StartPath> {
  const path = await readPath(tx);
  if (!path) return { decidesOn: null, steps: [], today: localDay(tx.now) };
  const calendar = await calendarOf(tx, path.decidesOn);
  return { decidesOn: path.decidesOn, steps: planSteps(path, calendar), today: calendar.today };
}

async function readPath(tx: Tx): Promise<Path | null> {
  const start = await tx.selectFrom('start_path').select('decides_on').executeTakeFirst();
  if (!start) return null;
  const rows = await tx.selectFrom('start_step').select(['step', 'done_on', 'moved_to']).execute();
  const known = new Map(rows.map((row) => [row.step, row]));
  const done = new Map<StartStep, string>();
  const moved = new Map<StartStep, string>();
  for (const step of startSteps) {
    const row = known.get(step);
    if (row?.done_on) done.set(step, row.done_on);
    if (row?.moved_to) moved.set(step, row.moved_to);
  }
  return { decidesOn: start.decides_on, done, moved };
}

/**
 * The day on which the management team decides. All other days are reckoned from it. On a day that is past it decided
 * already: the first step is done on that day, and on no other.
 */
export const planStart = verb('planStart', async (tx, decidesOn: string) => {
  const today = localDay(tx.now);
  if (isFar(decidesOn, today)) throw new Invalid({ day: 'startpath_day_far' });
  await tx
    .insertInto('start_path')
    .values({ decides_on: decidesOn })
    .onConflict((conflict) => conflict.columns(['organisation_id']).doUpdateSet({ decides_on: decidesOn }))
    .execute();
  await recordPath(tx, 'startpath.planned');
  await tx
    .updateTable('start_step')
    .set({ done_on: null })
    .where('step', '=', 'decision')
    .where('done_on', '<>', decidesOn)
    .execute();
  if (decidesOn < today) await markDone(tx, 'decision', decidesOn);
});

/** A step is done, today or on the day before that was given. Done twice keeps the first day. */
export const tickStep = verb('tickStep', async (tx, step: StartStep, day?: string) => {
  const today = localDay(tx.now);
  const doneOn = day ?? today;
  if (doneOn > today) throw new Invalid({ day: 'startpath_day_to_come' });
  if (isFar(doneOn, today)) throw new Invalid({ day: 'startpath_day_far' });
  await markDone(tx, step, doneOn);
});

/** The same for who does a step by its button, once the path is planned. */
export async function markDone(tx: Tx, step: StartStep, doneOn = localDay(tx.now)): Promise<void> {
  if (!(await readPath(tx))) throw new Conflict('startpath_day_first');
  await tx
    .insertInto('start_step')
    .values({ step, done_on: doneOn })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'step'])
        .doUpdateSet({ done_on: doneOn })
        .where('start_step.done_on', 'is', null),
    )
    .execute();
  await recordPath(tx, 'startpath.step_done', step);
}

/** It is not done after all. */
export const untickStep = verb('untickStep', async (tx, step: StartStep) => {
  await tx.updateTable('start_step').set({ done_on: null }).where('step', '=', step).execute();
  await recordPath(tx, 'startpath.step_open', step);
});

/** Sets the day of a step by hand; null: where it is reckoned to stand. Those after it follow. */
export const moveStep = verb('moveStep', async (tx, step: StartStep, day: string | null) => {
  const today = localDay(tx.now);
  if (day !== null && day < today) throw new Invalid({ day: 'startpath_day_past' });
  if (day !== null && isFar(day, today)) throw new Invalid({ day: 'startpath_day_far' });
  if (!(await readPath(tx))) throw new Conflict('startpath_day_first');
  await tx
    .insertInto('start_step')
    .values({ step, moved_to: day })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'step']).doUpdateSet({ moved_to: day }))
    .execute();
  await recordPath(tx, 'startpath.step_moved', step);
});

async function recordPath(tx: Tx, event: string, step?: StartStep): Promise<void> {
  const { id } = await organisationOf(tx);
  const particulars = step && { step };
  await record(tx, { event, subject: { kind: 'organisation', id }, particulars });
}
