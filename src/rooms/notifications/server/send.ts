import { sql } from 'kysely';
import { newId } from '#platform/ids.ts';
import type { HandedIn, Letter, Occasion } from '#platform/server/handed-in.ts';
import { log } from '#platform/server/log.ts';
import { mailWay, sendMail } from '#platform/server/mail.ts';
import { inOrganisation, type Actor, type Tx } from '#platform/server/scope.ts';
import { organisationOf } from '#rooms/organisations/server/index.ts';
import { fullName } from '#rooms/people/name.ts';
import { asSealed, mailLater } from './under-cover.ts';

type Due = {
  letter: Letter;
  occasion: Occasion;
  to: { name: string; address: string };
  demo: boolean;
  underCover: boolean;
};

/** The letter of every notification under cover, whatever its kind. */
const underCoverMail = 'notifications.under_cover';

const retryAfterMinutes = [1, 2, 5, 15, 60, 240];
const firstAgainAfterMinutes = 10;
const noWayAgainAfterMinutes = 60;

let mails: NonNullable<HandedIn['mails']> = {};

/** The registry hands in what each room knows to write. */
export const supplyMails = (all: NonNullable<HandedIn['mails']>): void => {
  mails = all;
};

/**
 * Sends the mail of one notification, if it still waits. Run twice, it is sent once. One under cover is sent in the
 * name of its person, whom the job carries sealed: no sweep can see it, so that its job puts itself in again.
 */
export async function mailNotification(actor: Actor, id: string, sealedPerson?: string): Promise<void> {
  const entered = sealedPerson ? asSealed(actor, id, sealedPerson) : actor;
  if (!entered) return log.warn({ notificationId: id }, 'the seal of a mail does not open');
  const againAfterMinutes = await mailIfDue(entered, id);
  if (sealedPerson && againAfterMinutes)
    await inOrganisation(entered, (tx) => mailLater(tx, { id, sealedPerson }, againAfterMinutes));
}

/** Returns after how many minutes to try again; null when there is nothing left to do. */
async function mailIfDue(actor: Actor, notificationId: string): Promise<number | null> {
  const due = await inOrganisation(actor, (tx) => take(tx, notificationId));
  if (due === 'no_way') return noWayAgainAfterMinutes;
  if (due === 'not_yet') return firstAgainAfterMinutes;
  if (!due) return null;
  const way = mailWay(due.demo);
  if (way === 'none') return noWayAgainAfterMinutes;
  try {
    if (way.smtp) await sendMail({ id: notificationId, to: due.to, ...due.letter });
    await inOrganisation(actor, (tx) => settle(tx, due, way.keep));
    return null;
  } catch (error) {
    const refused = error instanceof Error && error.name === 'MailRefused';
    log.warn({ notificationId, refused }, 'mail not sent');
    return inOrganisation(actor, (tx) => putOff(tx, notificationId, refused));
  }
}

/** Every mail that is due and was not sent: the mail server was away, or nobody had named one yet. */
export async function sendDue(actor: Actor): Promise<void> {
  const ids = await inOrganisation(actor, (tx) =>
    tx
      .selectFrom('notification')
      .select('id')
      .where('mail', '=', 'waiting')
      .where('mail_due_at', '<=', tx.now)
      .orderBy('mail_due_at')
      .limit(50)
      .execute(),
  );
  for (const { id } of ids) await mailNotification(actor, id);
}

/**
 * Takes a due mail for this process: for some minutes no other will. Should the process die before it
 * could say that the mail went, it goes again under the same Message-ID, which mail systems drop.
 */
async function take(tx: Tx, id: string): Promise<Due | 'no_way' | 'not_yet' | null> {
  const organisation = await organisationOf(tx);
  if (mailWay(organisation.demo) === 'none') return 'no_way';
  const row = await tx
    .updateTable('notification')
    .set({ mail_due_at: minutesFrom(tx.now, firstAgainAfterMinutes) })
    .where('id', '=', id)
    .where('mail', '=', 'waiting')
    .where('mail_due_at', '<=', tx.now)
    .returning(['kind', 'person_id', 'subject_id', 'particulars', 'under_cover'])
    .executeTakeFirst();
  if (!row) return (await stillWaits(tx, id)) ? 'not_yet' : null;
  const occasion = {
    id,
    personId: row.person_id,
    subjectId: row.subject_id,
    particulars: row.particulars as Record<string, string>,
  };
  // Who left has no address any more in what is named: nothing of this organisation reaches them.
  const person = await tx
    .selectFrom('named')
    .select(['first_name', 'last_name', 'email'])
    .where('id', '=', row.person_id)
    .$narrowType<{ first_name: string; last_name: string }>()
    .executeTakeFirst();
  const letter = (await mails[row.under_cover ? underCoverMail : row.kind]?.(tx, occasion)) ?? null;
  if (!letter || !person?.email) {
    await tx
      .updateTable('notification')
      .set({ mail: 'none', mail_due_at: null })
      .where('id', '=', id)
      .execute();
    return null;
  }
  const to = {
    name: fullName({ firstName: person.first_name, lastName: person.last_name }),
    address: person.email,
  };
  return { letter, occasion, to, demo: organisation.demo, underCover: row.under_cover };
}

async function stillWaits(tx: Tx, id: string): Promise<boolean> {
  const query = tx.selectFrom('notification').select('id').where('id', '=', id).where('mail', '=', 'waiting');
  return (await query.executeTakeFirst()) !== undefined;
}

/** Everybody reads the letter box of a demonstration: what is under cover is not put in it. */
async function settle(tx: Tx, { letter, occasion, to, underCover }: Due, keep: boolean): Promise<void> {
  await tx
    .updateTable('notification')
    .set({ mail: 'sent', mail_due_at: null })
    .where('id', '=', occasion.id)
    .execute();
  if (!keep || underCover) return;
  const copy = { recipient: to.name, address: to.address, subject: letter.subject, body_text: letter.text };
  await tx
    .insertInto('demo_mail')
    .values({ id: newId(), sent_at: tx.now, ...copy })
    .execute();
}

/** Returns after how many minutes it is due again; null when it was refused for good. */
async function putOff(tx: Tx, id: string, refused: boolean): Promise<number | null> {
  if (refused) {
    await tx
      .updateTable('notification')
      .set({ mail: 'refused', mail_due_at: null })
      .where('id', '=', id)
      .execute();
    return null;
  }
  const { mail_tries: tries } = await tx
    .updateTable('notification')
    .set({ mail_tries: sql`mail_tries + 1` })
    .where('id', '=', id)
    .returning('mail_tries')
    .executeTakeFirstOrThrow();
  const wait = retryAfterMinutes[Math.min(tries, retryAfterMinutes.length) - 1]!;
  await tx
    .updateTable('notification')
    .set({ mail_due_at: minutesFrom(tx.now, wait) })
    .where('id', '=', id)
    .execute();
  return wait;
}

const minutesFrom = (moment: Date, minutes: number) => new Date(moment.getTime() + minutes * 60_000);
