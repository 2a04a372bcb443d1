import { onceIn, type Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { organisationOf } from '#rooms/organisations/server/index.ts';
import { settings } from '#platform/server/config.ts';
import { NotFound } from '#platform/errors.ts';

const once = 'notifications.unseen';

/** The subjects about which the person has something new to read. */
export function unseenSubjects(tx: Tx): Promise<ReadonlySet<string>> {
  return onceIn(tx, once, async () => {
    const rows = await unseenOf(tx).execute();
    return new Set(rows.map((row) => row.subject_id));
  });
}

/** The same for whoever read them along with something else: in one page they are read once. */
export const knowUnseen = (tx: Tx, read: ReadonlySet<string>): Promise<ReadonlySet<string>> =>
  onceIn(tx, once, async () => read);

export const unseenOf = (tx: Tx) =>
  tx
    .selectFrom('notification')
    .select('subject_id')
    .distinct()
    .where('person_id', '=', tx.actor.personId)
    .where('seen_at', 'is', null);

/** How much waits for the person, and whether mail of this organisation is waiting for want of a mail server. */
export const waitingForMe = verb('waitingForMe', async (tx) => {
  const unseen = await unseenSubjects(tx);
  return { unseen: unseen.size, mailWaits: await mailWaits(tx) };
});

/** Only the administrator is told, and only when there is something to tell. */
async function mailWaits(tx: Tx): Promise<boolean> {
  if (settings().SMTP_URL || !tx.actor.roles.some((role) => role.kind === 'admin')) return false;
  return !(await organisationOf(tx)).demo;
}

/** The letter box of a demo organisation, newest first. Anywhere else there is none. */
export const demoMails = verb('demoMails', async (tx) => {
  if (!(await organisationOf(tx)).demo) throw new NotFound();
  const mails = await tx
    .selectFrom('demo_mail')
    .select(['id', 'sent_at as sentAt', 'recipient', 'address', 'subject', 'body_text as text'])
    .orderBy('sent_at', 'desc')
    .orderBy('id', 'desc')
    .limit(60)
    .execute();
  return { mails, now: tx.now };
});
