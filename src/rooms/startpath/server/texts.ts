import { sql } from 'kysely';
import { Conflict } from '#platform/errors.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { record } from '#rooms/activity/server/index.ts';
import { organisationOf } from '#rooms/organisations/server/index.ts';
import { fillIn } from '../document.ts';
import type { WrittenStep } from '../steps.ts';
import { exampleOf } from './examples.ts';
import { knownPlaces } from './places.ts';

export type StepText = {
  /** As it is written, with its places between brackets. */
  body: string;
  /** What is known is filled in. */
  filled: string;
  /** Rises with each change; 0 while it is the example. */
  edition: number;
  isOwn: boolean;
  /** An own text was put aside for the example, and can be put back. */
  isAside: boolean;
};

/** The text of a step: as the organisation adapted it, or the example. */
export const stepTextHere = verb('stepTextHere', textOf);

export async function textOf(tx: Tx, step: WrittenStep): Promise<StepText> {
  const row = await tx
    .selectFrom('start_text')
    .select(['body', 'put_aside', 'edition'])
    .where('step', '=', step)
    .executeTakeFirst();
  const body = row?.body ?? (await exampleOf(step));
  return {
    body,
    filled: fillIn(body, await knownPlaces(tx)),
    edition: row?.edition ?? 0,
    isOwn: (row?.body ?? null) !== null,
    isAside: (row?.body ?? null) === null && (row?.put_aside ?? null) !== null,
  };
}

export type TextChange = { body: string; edition: number };

/** Keeps an own text. Throws Conflict when somebody changed it since this edition was read. */
export const writeStepText = verb(
  'writeStepText',
  async (tx, step: WrittenStep, { body, edition }: TextChange) => {
    await rise(tx, step, edition, { body, put_aside: null });
    await recordText(tx, 'startpath.text_written', step);
  },
);

/** Begins again from the example. The own text is put aside. */
export const restartStepText = verb('restartStepText', async (tx, step: WrittenStep) => {
  await tx
    .updateTable('start_text')
    .set({ put_aside: sql`body`, body: null, edition: sql`edition + 1` })
    .where('step', '=', step)
    .where('body', 'is not', null)
    .execute();
  await recordText(tx, 'startpath.text_restarted', step);
});

/** Puts back what was put aside. */
export const putBackStepText = verb('putBackStepText', async (tx, step: WrittenStep) => {
  await tx
    .updateTable('start_text')
    .set({ body: sql`put_aside`, put_aside: null, edition: sql`edition + 1` })
    .where('step', '=', step)
    .where('body', 'is', null)
    .where('put_aside', 'is not', null)
    .execute();
  await recordText(tx, 'startpath.text_put_back', step);
});

type Row = { body: string | null; put_aside: string | null };

/** The example is edition 0: only after that one a first text is kept. */
async function rise(tx: Tx, step: WrittenStep, edition: number, row: Row): Promise<void> {
  if (edition === 0)
    await tx
      .insertInto('start_text')
      .values({ step, edition: 0 })
      .onConflict((on) => on.doNothing())
      .execute();
  const { numUpdatedRows } = await tx
    .updateTable('start_text')
    .set({ ...row, edition: edition + 1 })
    .where('step', '=', step)
    .where('edition', '=', edition)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new Conflict('startpath_text_changed');
}

async function recordText(tx: Tx, event: string, step: WrittenStep): Promise<void> {
  const { id } = await organisationOf(tx);
  await record(tx, { event, subject: { kind: 'organisation', id }, particulars: { step } });
}
