/**
 * What came of a test of the mail. sent: the server took it over. refused: it will never take it for this address.
 * unreachable: no server answers there. sign_in: it does not take our name and password. no_smtp: no server is set, or
 * none that mail of a demonstration may go to. failed: anything else.
 */
export const mailOutcomes = ['sent', 'refused', 'unreachable', 'sign_in', 'no_smtp', 'failed'] as const;

export type MailOutcome = (typeof mailOutcomes)[number];

export const isMailOutcome = (text: string): text is MailOutcome =>
  mailOutcomes.includes(text as MailOutcome);

/** `outcome` null: on its way. `answer`: what the server said, in its own words. */
export type MailTest = { askedAt: Date; outcome: MailOutcome | null; answer: string | null };
