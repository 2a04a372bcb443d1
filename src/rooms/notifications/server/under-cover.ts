import { later } from '#platform/server/jobs.ts';
import type { Actor, Tx } from '#platform/server/scope.ts';
import { seal, unseal } from '#platform/server/secrets.ts';

// A notification under cover is readable to its person alone. The job that mails it carries that person sealed, and
// enters as them; who reads the queue learns nothing.

const sealFor = (notificationId: string) => ({ purpose: 'sealed mails', about: notificationId });

export const sealPerson = (notificationId: string, personId: string): string =>
  seal(personId, sealFor(notificationId));

/** The job's actor, entered as the person it mails; null when the seal does not open. */
export function asSealed(actor: Actor, notificationId: string, sealedPerson: string): Actor | null {
  const personId = unseal(sealedPerson, sealFor(notificationId));
  return personId === null ? null : { ...actor, personId };
}

export type MailJob = { id: string; sealedPerson?: string | undefined };

/** Puts in the job that mails a notification, after so many minutes if it was tried before. */
export const mailLater = (tx: Tx, { id, sealedPerson }: MailJob, afterMinutes = 0): Promise<void> =>
  later(
    tx,
    'notifications.mail',
    sealedPerson ? { notificationId: id, sealedPerson } : { notificationId: id },
    afterMinutes,
  );
