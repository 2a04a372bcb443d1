import { reads, readsName, readsNotes, type Question, type Reader } from './access-questions.ts';
import { holdsAny } from './access-rule.ts';
import type { StandardAnswer, Subject, Tip } from './access-subjects.ts';
import type { Slug } from './access-visitors.ts';

/** Words that may reach some readers in one town, and nobody else by any way. */
export type Secret = {
  label: string;
  words: string;
  town: Slug;
  mayRead: (reader: Reader) => boolean;
  /** Somebody's name: a page that is about people shows names for its own reasons. */
  isName?: boolean;
  /** The name of a unit: a page that lists units shows it. */
  isUnit?: boolean;
  /** Whoever may read it need not be shown it. */
  mayStayUnsaid?: boolean;
};

const everybody = () => true;

/** A draft is for whoever wrote it and whoever checks tips. */
export const readsTip = (tip: Tip, reader: Reader): boolean =>
  !tip.isDraft ||
  reader.personId === tip.authorId ||
  holdsAny('coach', 'expert', 'coordinator', 'service')(reader);

/** One's own ones are nobody else's, whatever their role; those of the coordinator are for everybody. */
export const readsStandardAnswer = ({ ownerId }: StandardAnswer, { personId }: Reader): boolean =>
  ownerId === null || ownerId === personId;

/** What is secret about a subject of a town, and from whom. */
export function secretOf(subject: Subject, town: Slug): Secret[] {
  const { kind, label, words } = subject;
  const secret = { label: `${kind} (${label}) of ${town}`, words, town };
  if (kind === 'question')
    return [{ ...secret, mayRead: (reader) => reads(subject, reader) }, ...noteIn(subject)];
  if (kind === 'tip') return [{ ...secret, mayRead: (reader) => readsTip(subject, reader) }];
  if (kind === 'import') return [{ ...secret, mayRead: holdsAny('hr', 'admin') }];
  if (kind === 'guidance') return [{ ...secret, mayRead: ({ personId }) => personId === subject.coachId }];
  if (kind === 'standardAnswer')
    return [{ ...secret, mayRead: (reader) => readsStandardAnswer(subject, reader) }];
  return kind === 'answer' || kind === 'problem' ? [{ ...secret, mayRead: everybody }] : [];
}

/** What helpers noted is for those who help, never for who asked. */
const noteIn = (question: Question): Secret[] =>
  question.noteWords === null
    ? []
    : [
        {
          ...{ label: `the note in question (${question.label})`, words: question.noteWords, town: 'veurne' },
          mayRead: (reader) => readsNotes(question, reader),
        },
      ];

/** The name of somebody who asked: for whoever reads one of their questions with its name. */
export const nameOf = (
  { personId, name }: { personId: string; name: string },
  questions: readonly Question[],
): Secret => ({
  label: `the name of ${name}, who asked`,
  words: name,
  town: 'veurne',
  isName: true,
  mayRead: (reader) =>
    reader.personId === personId ||
    questions.some((question) => question.askerId === personId && readsName(question, reader)),
});

/** The secrets that a text gives away to a reader; null is nobody who works anywhere. */
export const leaksIn = (
  text: string,
  { secrets, reader, ...shown }: { secrets: readonly Secret[]; reader: Reader | null } & Shown,
): Secret[] =>
  secrets.filter(
    (secret) =>
      text.includes(secret.words) &&
      !(reader?.town === secret.town && (secret.mayRead(reader) || isShownAnyhow(secret, shown))),
  );

/** What a page shows for its own reasons. */
export type Shown = { namesPeople: boolean; namesUnits?: boolean };

export const isShownAnyhow = ({ isName, isUnit }: Secret, { namesPeople, namesUnits }: Shown): boolean =>
  Boolean((isName && namesPeople) || (isUnit && (namesUnits || namesPeople)));
