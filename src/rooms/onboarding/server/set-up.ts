import { sql } from 'kysely';
import { onceIn, type Tx } from '#platform/server/scope.ts';
import { isLoopback, settings } from '#platform/server/config.ts';
import { verb } from '#platform/server/verb.ts';
import { ownSignInCode } from '#rooms/people/server/index.ts';
import {
  setUpOf,
  type SetUp,
  type SetUpStep,
  type StepFacts,
  type StepMark,
  type StepMarks,
} from '../set-up.ts';

/** How far the set-up of this organisation is. Every page of who may see it asks this, so it is one statement. */
export const setUpHere = verb('setUpHere', (tx) => onceIn(tx, 'onboarding.setUp', () => readSetUp(tx)));

async function readSetUp(tx: Tx): Promise<SetUp> {
  const { rows } = await sql<StepFacts & { marks: StepMarks }>`
    select exists (select from staff_import where state = 'applied') as staff,
           exists (select from unit where hours is not null) as units,
           exists (select from role where kind = 'coach') as coaches,
           exists (select from mail_test where outcome = 'sent') as mail,
           exists (select from question) as question,
           coalesce((select jsonb_object_agg(step, mark) from set_up_step), '{}') as marks`.execute(tx);
  const { marks, ...facts } = rows[0]!;
  return setUpOf(facts, marks);
}

/** Says of a step that it is done, or will not be done now; null: it is still to do. The same again changes nothing. */
export const markSetUpStep = verb('markSetUpStep', async (tx, step: SetUpStep, mark: StepMark | null) => {
  await tx
    .insertInto('set_up_step')
    .values({ step, mark })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'step']).doUpdateSet({ mark }))
    .execute();
});

/** `page`: where the code is typed; `isLocal`: no other machine reaches it yet. Null for somebody without e-mail. */
export type Elsewhere = { address: string; code: string; page: string; isLocal: boolean } | null;

/**
 * A way to go on with the set-up on another device, also before any mail can leave. `identityId`: of the session that
 * asks. Throws NotFound when that is not, or no longer, who works here.
 */
export const continueElsewhere = verb(
  'continueElsewhere',
  async (tx, identityId: string | null): Promise<Elsewhere> => {
    const own = await ownSignInCode(tx, identityId);
    const { PUBLIC_URL: url } = settings();
    return own && { ...own, page: `${url}/aanmelden/code`, isLocal: isLoopback(url) };
  },
);
