import { sql } from 'kysely';
import * as v from 'valibot';
import { m } from '#messages';
import { found, Invalid } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { settings } from '#platform/server/config.ts';
import type { HandedIn } from '#platform/server/handed-in.ts';
import { job, later } from '#platform/server/jobs.ts';
import { letter } from '#platform/server/letters.ts';
import { mailWay, MailRefused, sendMail, type Mail } from '#platform/server/mail.ts';
import { inOrganisation, type Actor, type Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { organisationOf } from '#rooms/organisations/server/index.ts';
import { fullName } from '#rooms/people/name.ts';
import { isMailOutcome, type MailOutcome, type MailTest } from '../mail-test.ts';

export type MailHere = {
  /** The mail server as 'host:port'; null when none is set. */
  server: string | null;
  from: string;
  /** Whether mail of this organisation goes there: a demonstration's leaves only for this very machine. */
  leaves: boolean;
  /** Of the one who asks. */
  address: string | null;
  test: MailTest | null;
  now: Date;
};

/** How mail leaves this installation, and what came of the last test. */
export const mailHere = verb('mailHere', async (tx): Promise<MailHere> => {
  const { SMTP_URL: url, MAIL_FROM: from } = settings();
  const row = await tx
    .selectFrom('mail_test')
    .select(['asked_at as askedAt', 'outcome', 'answer'])
    .executeTakeFirst();
  return {
    ...{ server: url ? new URL(url).host : null, from, leaves: await leavesHere(tx) },
    address: await ownAddress(tx),
    now: tx.now,
    test: row ? { ...row, outcome: row.outcome && isMailOutcome(row.outcome) ? row.outcome : null } : null,
  };
});

async function leavesHere(tx: Tx): Promise<boolean> {
  const way = mailWay((await organisationOf(tx)).demo);
  return way !== 'none' && way.smtp;
}

async function ownAddress(tx: Tx): Promise<string | null> {
  const personId = found(tx.actor.personId);
  const person = await tx.selectFrom('person').select('email').where('id', '=', personId).executeTakeFirst();
  return person?.email ?? null;
}

/** Sends a mail to the one who asks, and keeps what the server says. Throws Invalid when they have no address. */
export const testMail = verb('testMail', async (tx) => {
  if ((await ownAddress(tx)) === null) throw new Invalid({ '': 'onboarding_mail_no_address' });
  const row = {
    id: newId(),
    person_id: found(tx.actor.personId),
    asked_at: tx.now,
    outcome: null,
    answer: null,
  };
  await tx
    .insertInto('mail_test')
    .values(row)
    .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(row))
    .execute();
  await later(tx, 'onboarding.testMail', { testId: row.id });
});

async function runTest(actor: Actor, { testId }: { testId: string }): Promise<void> {
  const mail = await inOrganisation(actor, (tx) => mailOf(tx, testId));
  if (!mail) return;
  const { outcome, answer } = await trySending(mail);
  await inOrganisation(actor, (tx) =>
    tx.updateTable('mail_test').set({ outcome, answer }).where('id', '=', testId).execute(),
  );
}

/** Null: a newer test took its place, or this one was answered already. 'no_smtp': there is no way out. */
async function mailOf(tx: Tx, testId: string): Promise<Mail | 'no_smtp' | null> {
  const { rows } = await sql<{ firstName: string; lastName: string; email: string | null }>`
    select p.first_name as "firstName", p.last_name as "lastName", p.email
      from mail_test t join person p on p.id = t.person_id
     where t.id = ${testId} and t.outcome is null`.execute(tx);
  const [person] = rows;
  if (!person?.email) return null;
  if (!(await leavesHere(tx))) return 'no_smtp';
  const { name, slug } = await organisationOf(tx);
  const text = letter({
    subject: m.onboarding_mail_subject(),
    greeting: m.signin_mail_hello({ name: person.firstName }),
    paragraphs: [m.onboarding_mail_works({ name })],
    button: { label: m.onboarding_mail_back(), href: `${settings().PUBLIC_URL}/${slug}/inrichten` },
    because: m.onboarding_mail_because(),
  });
  return { id: testId, to: { name: fullName(person), address: person.email }, ...text };
}

type Answered = { outcome: MailOutcome; answer: string | null };

async function trySending(mail: Mail | 'no_smtp'): Promise<Answered> {
  if (mail === 'no_smtp') return { outcome: 'no_smtp', answer: null };
  try {
    return { outcome: await sendMail(mail), answer: null };
  } catch (error) {
    return { outcome: outcomeOf(error), answer: wordsOf(error) };
  }
}

const outcomes: Record<string, MailOutcome> = {
  ...{ EAUTH: 'sign_in', ENOAUTH: 'sign_in' },
  ...{ ECONNECTION: 'unreachable', ETIMEDOUT: 'unreachable', EDNS: 'unreachable', ESOCKET: 'unreachable' },
};

function outcomeOf(error: unknown): MailOutcome {
  if (error instanceof MailRefused) return 'refused';
  const { code } = ((error as { cause?: unknown }).cause ?? error) as { code?: unknown };
  return outcomes[String(code)] ?? 'failed';
}

const longestAnswer = 300;

/** What the server said, or else what the attempt came to. */
function wordsOf(error: unknown): string | null {
  const { cause } = error as { cause?: unknown };
  const first = cause ?? error;
  const said = first instanceof Error && 'response' in first ? first.response : undefined;
  const text = typeof said === 'string' ? said : first instanceof Error ? first.message : '';
  return (
    text
      .replace(/\p{Cc}+/gu, ' ')
      .trim()
      .slice(0, longestAnswer) || null
  );
}

export const mailTestJobs: NonNullable<HandedIn['jobs']> = {
  'onboarding.testMail': job(v.object({ testId: v.string() }), runTest),
};
