import { sql } from 'kysely';
import type { Tx } from '#platform/server/scope.ts';

/**
 * What happened in the past was read in the past: those notifications are seen, and their mail does not go.
 * New is what still waits for somebody: a question for whoever has it, an answer for whoever asked.
 */
export async function settlePast(tx: Tx): Promise<void> {
  await sql`
    update notification n set seen_at = coalesce(seen_at, made_at), mail = 'none', mail_due_at = null
     where not exists (
       select from question q
        where q.id = n.subject_id
          and ((q.state = 'waiting' and q.holder_id = n.person_id and n.made_at >= q.round_started_at)
            or (q.state = 'answered' and n.kind = 'question.answered')))`.execute(tx);
  // Else the worker would spend its first minute on finding out that there is nothing to send.
  await sql`
    delete from pgboss.job
     where name = 'notifications.mail'
       and data -> 'payload' ->> 'notificationId' in (select id::text from notification where mail = 'none')`.execute(
    tx,
  );
}
