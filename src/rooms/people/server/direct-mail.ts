import { log } from '#platform/server/log.ts';
import { MailRefused, mailWay, sendMail, type Mail } from '#platform/server/mail.ts';
import { inOrganisation, type Actor } from '#platform/server/scope.ts';
import { organisationOf } from '#rooms/organisations/server/index.ts';

/**
 * A mail that is no notification: to an address instead of to a colleague. From a job, outside any transaction; the same
 * mail again is the same mail. Where mail cannot go yet, nothing happens.
 */
export async function sendAtOnce(actor: Actor, mail: Mail): Promise<void> {
  const { demo } = await inOrganisation(actor, organisationOf);
  const way = mailWay(demo);
  if (way === 'none') return;
  if (way.smtp) await sendOrGiveUp(mail);
  if (!way.keep) return;
  const copy = {
    ...{ recipient: mail.to.name, address: mail.to.address },
    ...{ subject: mail.subject, body_text: mail.text },
  };
  await inOrganisation(actor, (tx) =>
    tx
      .insertInto('demo_mail')
      .values({ id: mail.id, sent_at: tx.now, ...copy })
      .onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doNothing())
      .execute(),
  );
}

/** What is refused for good is not tried again; anything else is thrown, and the queue tries later. */
async function sendOrGiveUp(mail: Mail): Promise<void> {
  try {
    await sendMail(mail);
  } catch (error) {
    if (!(error instanceof MailRefused)) throw error;
    log.warn({ mailId: mail.id }, 'mail refused');
  }
}
