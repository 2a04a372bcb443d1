import { m } from '#messages';
import type { HandedIn, Letter, Occasion } from '#platform/server/handed-in.ts';
import { letter } from '#platform/server/letters.ts';
import type { Tx } from '#platform/server/scope.ts';
import { fullName } from '#rooms/people/name.ts';
import { namesOf } from '#rooms/people/server/index.ts';
import { aboutAsker, greetingFor, linkTo, nameOf, nameWithin, toHolder } from './mail-parts.ts';
import { questionThread } from './thread.ts';

/** "Ann Maes belt je." The moment, if one was given, stands in it as it was written. */
async function coming(tx: Tx, occasion: Occasion): Promise<Letter | null> {
  const { question, messages } = await questionThread(tx, occasion.subjectId);
  const said = messages.findLast(({ kind }) => kind === 'call' || kind === 'visit');
  if (!said || question.state === 'closed') return null;
  const name = fullName(said.author) ?? m.helpline_a_coach();
  const opening = said.kind === 'call' ? m.helpline_calls_you({ name }) : m.helpline_visits_you({ name });
  return letter({
    subject: m.helpline_mail_coming_subject(),
    greeting: await greetingFor(tx, occasion.personId),
    paragraphs: [opening, m.helpline_mail_coming_write()],
    quote: said.body || undefined,
    button: { label: m.helpline_mail_follow(), href: linkTo(question) },
    because: m.helpline_mail_because_asker(),
  });
}

async function expertAsked(tx: Tx, occasion: Occasion): Promise<Letter | null> {
  const thread = await questionThread(tx, occasion.subjectId);
  const { question, holder } = thread;
  if (['closed', 'merged'].includes(question.state)) return null;
  return letter({
    subject: m.helpline_mail_expert_asked_subject(),
    greeting: await greetingFor(tx, occasion.personId),
    paragraphs: [
      m.helpline_mail_expert_asked({
        name: fullName(holder) ?? m.helpline_a_coach(),
        asker: nameWithin(thread),
      }),
      ...aboutAsker(thread),
      m.helpline_mail_expert_may(),
    ],
    quote: question.underCover ? undefined : question.body,
    button: { label: m.helpline_mail_look(), href: linkTo(question) },
    because: m.helpline_mail_because_called_in(),
  });
}

const wrote: Record<string, (words: { name: string }) => string> = {
  answer: m.helpline_mail_expert_answered,
  coming: m.helpline_mail_expert_coming,
  note: m.helpline_mail_expert_noted,
  unknown: m.helpline_mail_expert_unknown,
};

async function expertWrote(tx: Tx, occasion: Occasion): Promise<Letter | null> {
  const { did = '', byId = '' } = occasion.particulars;
  const { question } = await questionThread(tx, occasion.subjectId);
  const name = fullName((await namesOf(tx, [byId])).get(byId)) ?? m.helpline_a_colleague();
  return toHelper(tx, occasion, {
    subject: m.helpline_mail_expert_wrote_subject(),
    opening: (wrote[did] ?? m.helpline_mail_expert_noted)({ name }),
    href: linkTo(question),
  });
}

async function noteWritten(tx: Tx, occasion: Occasion): Promise<Letter | null> {
  const { question } = await questionThread(tx, occasion.subjectId);
  return toHelper(tx, occasion, {
    subject: m.helpline_mail_note_subject(),
    opening: m.helpline_mail_note(),
    href: linkTo(question),
  });
}

async function writtenBack(tx: Tx, occasion: Occasion): Promise<Letter | null> {
  const thread = await questionThread(tx, occasion.subjectId);
  if (thread.question.state === 'closed') return null;
  return toHelper(tx, occasion, {
    subject: m.helpline_mail_written_back_subject(),
    opening: m.helpline_mail_written_back({ name: nameOf(thread) }),
    href: linkTo(thread.question),
  });
}

async function remind(tx: Tx, occasion: Occasion): Promise<Letter | null> {
  const thread = await questionThread(tx, occasion.subjectId);
  if (thread.question.state === 'closed') return null;
  return toHelper(tx, occasion, {
    subject: m.helpline_mail_remind_subject(),
    opening: m.helpline_mail_remind({ name: nameWithin(thread) }),
    href: linkTo(thread.question),
  });
}

type Short = { subject: string; opening: string; href: string };

/** A letter that quotes nothing: what helpers note among themselves stays on the page. */
const toHelper = async (tx: Tx, { personId }: Occasion, { subject, opening, href }: Short): Promise<Letter> =>
  letter({
    subject,
    greeting: await greetingFor(tx, personId),
    paragraphs: [opening],
    button: { label: m.helpline_mail_look(), href },
    because: m.helpline_mail_because_helping(),
  });

/** What helpers and askers hear of how a question is helped with. Subjects are neutral. */
export const helperMails: NonNullable<HandedIn['mails']> = {
  'question.coming': coming,
  'question.expert_asked': expertAsked,
  'question.expert_wrote': expertWrote,
  'question.note_written': noteWritten,
  'question.remind': remind,
  'question.written_back': writtenBack,
  'question.given': (tx, occasion) =>
    toHolder(tx, occasion, m.helpline_mail_given_subject(), (thread) =>
      m.helpline_mail_moved({ name: nameWithin(thread) }),
    ),
};
