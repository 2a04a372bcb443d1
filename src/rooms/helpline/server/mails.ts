import { m } from '#messages';
import { settings } from '#platform/server/config.ts';
import type { HandedIn, Letter, Occasion } from '#platform/server/handed-in.ts';
import { letter } from '#platform/server/letters.ts';
import type { Tx } from '#platform/server/scope.ts';
import { fullName } from '#rooms/people/name.ts';
import { whoIsThat } from '../reasons.ts';
import type { Thread } from '../seen.ts';
import { unitBeside } from '../shown.ts';
import { followUpMails } from './follow-up-told.ts';
import { greetingFor, linkTo, nameOf, nameWithin, toHolder } from './mail-parts.ts';
import { askingMails } from './mails-asking.ts';
import { helperMails } from './mails-helper.ts';
import { questionThread } from './thread.ts';

async function answered(tx: Tx, occasion: Occasion): Promise<Letter | null> {
  const { question, messages } = await questionThread(tx, occasion.subjectId);
  const answer = messages.findLast((message) => message.sender === 'helper' && message.kind === 'text');
  if (!answer) return null;
  return letter({
    subject: m.helpline_mail_answered_subject(),
    greeting: await greetingFor(tx, occasion.personId),
    paragraphs: [m.helpline_mail_answered({ name: fullName(answer.author) ?? m.helpline_a_coach() })],
    quote: question.underCover ? undefined : answer.body,
    button: { label: m.helpline_mail_read(), href: linkTo(question) },
    because: m.helpline_mail_because_asker(),
  });
}

async function movedOn(tx: Tx, occasion: Occasion): Promise<Letter | null> {
  const thread = await questionThread(tx, occasion.subjectId);
  const { question, holder, steps } = thread;
  if (!holder || question.state !== 'waiting' || !question.waitsUntil) return null;
  const step = steps.at(-1);
  const who = step ? whoIsThat(step.reason, { unitName: toAsker(thread), about: step.about }) : '';
  return letter({
    subject: m.helpline_mail_moved_on_subject(),
    greeting: await greetingFor(tx, occasion.personId),
    paragraphs: [
      m.helpline_mail_moved_on({ name: fullName(holder), who }),
      ...whyMoved(thread),
      m.helpline_mail_moved_on_nothing_to_do(),
    ],
    button: { label: m.helpline_mail_follow(), href: linkTo(question) },
    because: m.helpline_mail_because_asker(),
  });
}

/** That somebody is not there, never why. What they promised, whoever has it now can read. */
const whyMoved = ({ steps }: Thread): string[] => {
  const before = steps.at(-2);
  return before?.ending === 'away' ? [m.helpline_mail_moved_on_away({ name: fullName(before.name) })] : [];
};

/** This job reads the thread, not the asker: the unit is named as it would be to them. */
const toAsker = ({ question, unitName }: Thread) =>
  unitBeside({ question: { ...question, isMine: true }, unitName });

/**
 * The letter of whatever happens to a question under cover: not what, not of which question, and no address that leads
 * to it. Who sees the mail of another learns that there was a question, and that is all.
 */
const underCover = async (tx: Tx, occasion: Occasion): Promise<Letter> =>
  letter({
    subject: m.helpline_mail_under_cover_subject(),
    greeting: await greetingFor(tx, occasion.personId),
    paragraphs: [m.helpline_mail_under_cover(), m.helpline_mail_under_cover_where()],
    button: { label: m.helpline_mail_under_cover_open(), href: settings().PUBLIC_URL },
    because: m.helpline_mail_because_asker(),
  });

/** What this room knows to write, by kind of notification. Subjects are neutral. */
export const helplineMails: NonNullable<HandedIn['mails']> = {
  'question.waiting': (tx, occasion) =>
    toHolder(tx, occasion, m.helpline_mail_waiting_subject(), (thread) =>
      m.helpline_mail_waiting({ name: nameOf(thread) }),
    ),
  'question.moved_to_you': (tx, occasion) =>
    toHolder(tx, occasion, m.helpline_mail_moved_subject(), (thread) =>
      m.helpline_mail_moved({ name: nameWithin(thread) }),
    ),
  'question.answered': answered,
  'question.moved_on': movedOn,
  ...askingMails,
  ...helperMails,
  ...followUpMails,
  'notifications.under_cover': underCover,
};
