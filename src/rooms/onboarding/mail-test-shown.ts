import { m } from '#messages';
import { formatMoment } from '#platform/dates.ts';
import type { MailOutcome, MailTest } from './mail-test.ts';

export type TestShown = { works: boolean; title: string; text: string; answer: string | null; at: string };

type Mail = { server: string | null; from: string; now: Date };

/** What came of a test, for somebody who may never have heard of a mail server. Null: it is on its way. */
export function shownTest({ outcome, answer, askedAt }: MailTest, mail: Mail): TestShown | null {
  if (outcome === null) return null;
  const [title, text] = sentences[outcome](mail);
  const at = m.onboarding_mail_at({ moment: formatMoment(askedAt, mail.now) });
  return { works: outcome === 'sent', title, text, answer, at };
}

const sentences: Record<MailOutcome, (mail: Mail) => [string, string]> = {
  sent: () => [m.onboarding_mail_sent_title(), m.onboarding_mail_sent()],
  refused: ({ from }) => [m.onboarding_mail_refused_title(), m.onboarding_mail_refused({ from })],
  unreachable: ({ server }) => [
    m.onboarding_mail_unreachable_title(),
    m.onboarding_mail_unreachable({ server: server ?? '' }),
  ],
  sign_in: () => [m.onboarding_mail_sign_in_title(), m.onboarding_mail_sign_in()],
  no_smtp: () => [m.onboarding_mail_no_smtp_title(), m.onboarding_mail_no_smtp()],
  failed: () => [m.onboarding_mail_failed_title(), m.onboarding_mail_failed()],
};
