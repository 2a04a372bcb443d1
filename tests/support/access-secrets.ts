import { reads, readsName, type Question, type Reader } from './access-questions.ts';
import type { Subject, Tip } from './access-subjects.ts';
import type { Slug } from './access-visitors.ts';

/** Words that may reach some readers in one town, and nobody else by any way. */
export type Secret = {
  label: string;
  words: string;
  town: Slug;
  mayRead: (reader: Reader) => boolean;
  /** Somebody's name: a page that is about people shows names for its own reasons. */
  isName?: boolean;
  /** Whoever may read it need not be shown it. */
  mayStayUnsaid?: boolean;
};

const everybody = () => true;
const holdsAny =
  (...kinds: readonly string[]) =>
  ({ roles }: Reader) =>
    roles.some((role) => kinds.includes(role));

/** A draft is for whoever wrote it and whoever checks tips. */
export const readsTip = (tip: Tip, reader: Reader): boolean =>
  !tip.isDraft ||
  reader.personId === tip.authorId ||
  holdsAny('coach', 'expert', 'coordinator', 'service')(reader);

/** What is secret about a subject of a town, and from whom. */
export function secretOf(subject: Subject, town: Slug): Secret[] {
  const { kind, label, words } = subject;
  const secret = { label: `${kind} (${label}) of ${town}`, words, town };
  if (kind === 'question') return [{ ...secret, mayRead: (reader) => reads(subject, reader) }];
  if (kind === 'tip') return [{ ...secret, mayRead: (reader) => readsTip(subject, reader) }];
  if (kind === 'import') return [{ ...secret, mayRead: holdsAny('hr', 'admin') }];
  return kind === 'answer' ? [{ ...secret, mayRead: everybody }] : [];
}

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
  {
    secrets,
    reader,
    namesPeople,
  }: { secrets: readonly Secret[]; reader: Reader | null; namesPeople: boolean },
): Secret[] =>
  secrets.filter(
    ({ words, town, mayRead, isName }) =>
      text.includes(words) && !(reader?.town === town && (mayRead(reader) || (isName && namesPeople))),
  );
