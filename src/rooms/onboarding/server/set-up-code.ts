import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import { Conflict, Invalid } from '#platform/errors.ts';
import { database } from '#platform/server/db.ts';
import { hashShort, keyFor } from '#platform/server/secrets.ts';
import type { Tx } from '#platform/server/scope.ts';
import { cleanCode, codeBytes, codeFrom } from '../set-up-code.ts';
import { firstStep } from './demo.ts';

/**
 * The code that opens the set-up of an empty installation; whoever reads the terminal may begin. A new one ends the
 * one before: only its keyed hash is kept, so that it cannot be printed twice. Null: there are organisations already.
 */
export async function newSetUpCode(): Promise<string | null> {
  if ((await firstStep()) !== 'nothing') return null;
  const code = codeFrom(randomBytes(codeBytes));
  const lookup = hashShort(cleanCode(code));
  await sql`
    insert into identity.set_up_code (lookup) values (${lookup})
    on conflict (only_row) do update set lookup = excluded.lookup`.execute(database().db);
  return code;
}

/**
 * Tries a code. Returns a pass that beginWithPass() takes, for this browser to keep. Throws Invalid for a wrong code,
 * Conflict when there are organisations already. Tries are not counted: fifty random bits cannot be guessed in the days
 * that a code lives, and a limit would let anybody on the network keep out whoever has the right one.
 */
export async function openSetUp(typed: string): Promise<string> {
  if ((await firstStep()) !== 'nothing') throw new Conflict('onboarding_closed');
  const lookup = await lookupNow();
  if (!lookup || !same(hashShort(cleanCode(typed)), lookup))
    throw new Invalid({ code: 'onboarding_code_wrong' });
  return passFor(lookup);
}

/** Whether this pass came from the code of now. */
export async function isPass(pass: string): Promise<boolean> {
  const lookup = await lookupNow();
  return lookup !== null && same(pass, passFor(lookup)) && (await firstStep()) === 'nothing';
}

/** An organisation is here: the code has done its work. */
export const endSetUpCode = (tx: Tx) => sql`delete from identity.set_up_code`.execute(tx);

async function lookupNow(): Promise<string | null> {
  const { rows } = await sql<{ lookup: string }>`select lookup from identity.set_up_code`.execute(
    database().db,
  );
  return rows[0]?.lookup ?? null;
}

const passFor = (lookup: string): string =>
  createHmac('sha256', keyFor('set-up pass')).update(lookup).digest('hex');

/** Anything may stand in a cookie, also what is longer in bytes than in letters. */
function same(one: string, other: string): boolean {
  const [given, own] = [Buffer.from(one), Buffer.from(other)];
  return given.length === own.length && timingSafeEqual(given, own);
}
