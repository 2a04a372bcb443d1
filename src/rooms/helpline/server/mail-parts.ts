import { m } from '#messages';
import { formatMoment } from '#platform/dates.ts';
import { settings } from '#platform/server/config.ts';
import type { Letter, Occasion } from '#platform/server/handed-in.ts';
import { letter } from '#platform/server/letters.ts';
import type { Tx } from '#platform/server/scope.ts';
import { fullName } from '#rooms/people/name.ts';
import { namesOf } from '#rooms/people/server/index.ts';
import type { Question } from '../question.ts';
import { whyYou } from '../reasons.ts';
import type { Thread } from '../seen.ts';
import { questionThread } from './thread.ts';

// A link in a mail carries no slug: names of organisations change, mails stay.
export const linkTo = (question: Question) => `${settings().PUBLIC_URL}/naar/${question.id}`;

export const greetingFor = async (tx: Tx, personId: string) =>
  m.helpline_mail_greeting({ name: (await namesOf(tx, [personId])).get(personId)?.firstName ?? '' });

/** The letter for whoever has the question: why it came to them, and what was asked. Not once it is no longer theirs. */
export async function toHolder(
  tx: Tx,
  occasion: Occasion,
  subject: string,
  opening: (thread: Thread) => string,
): Promise<Letter | null> {
  const thread = await questionThread(tx, occasion.subjectId);
  const { question } = thread;
  if (question.holderId !== occasion.personId || !['waiting', 'claimed'].includes(question.state))
    return null;
  const step = thread.steps.at(-1);
  const why = step ? m.helpline_mail_why({ why: whyYou(step.reason, { ...thread, about: step.about }) }) : '';
  return letter({
    subject,
    greeting: await greetingFor(tx, occasion.personId),
    paragraphs: [opening(thread), ...aboutAsker(thread), why, ...movesOn(thread, tx.now)],
    quote: question.underCover ? undefined : question.body,
    button: { label: m.helpline_mail_open(), href: linkTo(question) },
    because: m.helpline_mail_because_helper(),
  });
}

/** "Bram Claes neemt het over vandaag om 13.52 uur als jij geen tijd hebt." */
const movesOn = ({ question, next }: Thread, now: Date): string[] =>
  question.waitsUntil && next && !question.urgent
    ? [
        m.helpline_next_if_no_time({
          name: fullName(next),
          when: formatMoment(question.waitsUntil, now),
        }),
      ]
    : [];

/** A question that was kept from the own unit is of the helper's: that one does not belong beside the name. */
export function nameOf(
  { asker, question, unitName }: Thread,
  nobody: string = m.helpline_a_colleague(),
): string {
  if (!asker || question.underCover) return nobody;
  if (question.outsideUnit) return fullName(asker);
  return m.helpline_asker_of({ name: fullName(asker), unit: unitName });
}

/** The same inside a sentence, where "een collega" has no capital. */
export const nameWithin = (thread: Thread): string => nameOf(thread, m.helpline_a_colleague_within());

/** Whose words are quoted when a helper wrote them down, and what mail cannot do for who asked. */
export const aboutAsker = ({ noter, asker, readsMail }: Thread): string[] =>
  asker
    ? [
        ...(noter ? [m.helpline_noted_for({ noter: fullName(noter), name: fullName(asker) })] : []),
        ...(readsMail ? [] : [m.helpline_no_mail_call({ name: fullName(asker) })]),
      ]
    : [];
