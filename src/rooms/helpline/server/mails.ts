import { m } from '#messages';
import { formatMoment } from '#platform/dates.ts';
import { settings } from '#platform/server/config.ts';
import type { HandedIn, Letter, Occasion } from '#platform/server/handed-in.ts';
import { letter } from '#platform/server/letters.ts';
import type { Tx } from '#platform/server/scope.ts';
import { namesOf } from '#rooms/people/server/index.ts';
import type { Question } from '../question.ts';
import { whoIsThat, whyYou } from '../reasons.ts';
import { calledBeside } from '../shown.ts';
import type { Thread } from '../seen.ts';
import { questionThread } from './thread.ts';

// A link in a mail carries no slug: names of organisations change, mails stay.
const linkTo = (question: Question) => `${settings().PUBLIC_URL}/naar/${question.id}`;

const greetingFor = async (tx: Tx, personId: string) =>
  m.helpline_mail_greeting({ name: (await namesOf(tx, [personId])).get(personId)?.firstName ?? '' });

/** The letter for whoever has the question: why it came to them, and what was asked. Not once it is no longer theirs. */
async function toHolder(
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
    paragraphs: [opening(thread), why, ...movesOn(thread, tx.now)],
    quote: question.underCover ? undefined : question.body,
    button: { label: m.helpline_mail_open(), href: linkTo(question) },
    because: m.helpline_mail_because_helper(),
  });
}

/** "Bram neemt het over vandaag om 13.52 uur als jij geen tijd hebt." */
const movesOn = ({ question, holder, next }: Thread, now: Date): string[] =>
  question.waitsUntil && next
    ? [
        m.helpline_next_if_no_time({
          name: calledBeside(next, holder),
          when: formatMoment(question.waitsUntil, now),
        }),
      ]
    : [];

async function answered(tx: Tx, occasion: Occasion): Promise<Letter | null> {
  const { question, messages } = await questionThread(tx, occasion.subjectId);
  const answer = messages.findLast((message) => message.sender === 'helper');
  if (!answer) return null;
  return letter({
    subject: m.helpline_mail_answered_subject(),
    greeting: await greetingFor(tx, occasion.personId),
    paragraphs: [m.helpline_mail_answered({ name: answer.author?.firstName ?? m.helpline_a_coach() })],
    quote: question.underCover ? undefined : answer.body,
    button: { label: m.helpline_mail_read(), href: linkTo(question) },
    because: m.helpline_mail_because_asker(),
  });
}

async function movedOn(tx: Tx, occasion: Occasion): Promise<Letter | null> {
  const { question, holder, steps } = await questionThread(tx, occasion.subjectId);
  if (!holder || question.state !== 'waiting' || !question.waitsUntil) return null;
  const step = steps.at(-1);
  const who = step ? whoIsThat(step.reason, { unitName: '', about: step.about }) : '';
  return letter({
    subject: m.helpline_mail_moved_on_subject(),
    greeting: await greetingFor(tx, occasion.personId),
    paragraphs: [
      m.helpline_mail_moved_on({ name: holder.firstName, who }),
      m.helpline_mail_moved_on_nothing_to_do(),
    ],
    button: { label: m.helpline_mail_follow(), href: linkTo(question) },
    because: m.helpline_mail_because_asker(),
  });
}

const nameOf = ({ asker, unitName }: Thread) =>
  asker ? m.helpline_asker_of({ name: asker.firstName, unit: unitName }) : m.helpline_a_colleague();

/** What this room knows to write, by kind of notification. Subjects are neutral. */
export const helplineMails: NonNullable<HandedIn['mails']> = {
  'question.waiting': (tx, occasion) =>
    toHolder(tx, occasion, m.helpline_mail_waiting_subject(), (thread) =>
      m.helpline_mail_waiting({ name: nameOf(thread) }),
    ),
  'question.moved_to_you': (tx, occasion) =>
    toHolder(tx, occasion, m.helpline_mail_moved_subject(), (thread) =>
      m.helpline_mail_moved({ name: nameOf(thread) }),
    ),
  'question.answered': answered,
  'question.moved_on': movedOn,
};
