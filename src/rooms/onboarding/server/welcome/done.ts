import { sql } from 'kysely';
import type { Tx } from '#platform/server/scope.ts';

/** Whether step `s` of welcome `w` is done: somebody ticked it, or what it asks for is there. */
export const isDone = sql<boolean>`(s.ticked_at is not null or case s.shown_by
  when 'card' then exists (
    select from helper h where h.person_id = w.person_id and (h.about is not null or h.themes <> '{}'))
  when 'hours' then exists (select from helper h where h.person_id = w.person_id and h.hours is not null)
  when 'drop_in' then exists (
    select from drop_in d where d.person_id = w.person_id and d.stopped_at is null)
  else false end)`;

/** A list is finished once nothing of it is open, and runs again when somebody takes back a tick. All of them, or one. */
export async function settleWelcomes(tx: Tx, only: string | null = null): Promise<void> {
  const hasOpen = sql`exists (select from welcome_step s where s.welcome_id = w.id and not ${isDone})`;
  await sql`
    update welcome w set finished_at = case when ${hasOpen} then null else ${tx.now}::timestamptz end
     where (${only}::uuid is null or w.id = ${only})
       and exists (select from welcome_step s where s.welcome_id = w.id)
       and (w.finished_at is null) <> ${hasOpen}`.execute(tx);
}
