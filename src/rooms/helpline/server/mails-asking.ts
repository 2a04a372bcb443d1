import { m } from '#messages';
import { settings } from '#platform/server/config.ts';
import type { HandedIn, Letter, Occasion } from '#platform/server/handed-in.ts';
import { letter } from '#platform/server/letters.ts';
import type { Tx } from '#platform/server/scope.ts';
import { fullName } from '#rooms/people/name.ts';
import { namesOf } from '#rooms/people/server/index.ts';
import { urgentLabel } from '../urgent-shown.ts';
import { problemHere } from './known-problems.ts';
import { aboutAsker, greetingFor, linkTo, nameOf } from './mail-parts.ts';
import { questionThread } from './thread.ts';

/** For the coach who has it and all of ICT, until somebody answered. No clock in it. */
async function urgent(tx: Tx, occasion: Occasion): Promise<Letter | null> {
  const thread = await questionThread(tx, occasion.subjectId);
  const { question } = thread;
  if (!question.urgent || !['waiting', 'claimed'].includes(question.state)) return null;
  return letter({
    subject: m.helpline_mail_urgent_subject(),
    greeting: await greetingFor(tx, occasion.personId),
    paragraphs: [
      m.helpline_mail_urgent({ name: nameOf(thread), what: urgentLabel(question.urgent).toLowerCase() }),
      ...aboutAsker(thread),
      m.helpline_mail_urgent_call(),
    ],
    quote: question.underCover ? undefined : question.body,
    button: { label: m.helpline_mail_open(), href: linkTo(question) },
    because: m.helpline_mail_because_urgent(),
  });
}

/** For whoever a helper wrote a question down for, so that they know it is there and can follow it. */
async function noted(tx: Tx, occasion: Occasion): Promise<Letter | null> {
  const { question } = await questionThread(tx, occasion.subjectId);
  const { notedById } = question;
  const noter = notedById ? (await namesOf(tx, [notedById])).get(notedById) : undefined;
  return letter({
    subject: m.helpline_mail_noted_subject(),
    greeting: await greetingFor(tx, occasion.personId),
    paragraphs: [m.helpline_mail_noted({ name: fullName(noter) ?? m.helpline_a_coach() })],
    quote: question.body,
    button: { label: m.helpline_mail_follow(), href: linkTo(question) },
    because: m.helpline_mail_because_noted(),
  });
}

/** Whoever waited for it may read the line anyway: everybody can. */
async function solved(tx: Tx, occasion: Occasion): Promise<Letter | null> {
  const { problem } = await problemHere(tx, occasion.subjectId);
  if (!problem.endedAt) return null;
  return letter({
    subject: m.helpline_mail_solved_subject(),
    greeting: await greetingFor(tx, occasion.personId),
    paragraphs: [m.helpline_mail_solved({ line: problem.line })],
    quote: problem.outcome ?? undefined,
    button: { label: m.helpline_mail_look(), href: `${settings().PUBLIC_URL}/naar/${problem.id}` },
    because: m.helpline_mail_because_me_too(),
  });
}

/** What is told about asking itself. Subjects are neutral. */
export const askingMails: NonNullable<HandedIn['mails']> = {
  'question.urgent': urgent,
  'question.noted': noted,
  'problem.solved': solved,
};
