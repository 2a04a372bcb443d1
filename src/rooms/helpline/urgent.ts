import type { Urgent } from './question.ts';
import { meaningsOf, type Meaning } from './urgent-words.ts';

// Dringend en veilig: what must not wait for a coach to be free. Words alone decide, so that the page can show whom to
// call while somebody types. In doubt about an ordinary question: not urgent; whoever means it has the buttons.

export const urgentKinds = ['clicked', 'device_lost', 'wrong_recipient'] as const satisfies readonly Urgent[];

/** What came in from the buttons, if it is one of theirs. */
export const saidUrgent = (text: string | undefined): Urgent | 'no' | undefined =>
  text === 'no' ? text : urgentKinds.find((kind) => kind === text);

/** What the asker said with a button counts; else the words do. */
export const urgentOf = ({
  urgent,
  body,
}: {
  urgent?: Urgent | 'no' | undefined;
  body: string;
}): Urgent | null => (urgent === 'no' ? null : (urgent ?? urgentIn(body)));

type Word = { text: string; means: ReadonlySet<Meaning> };
type Sentence = readonly Word[];

/** What in these words cannot wait; null when nothing does. */
export function urgentIn(text: string): Urgent | null {
  const sentences = readText(text);
  if (sentences.some(isDeviceLost)) return 'device_lost';
  if (sentences.some((sentence) => isWronglySent(sentence, sentences.flat()))) return 'wrong_recipient';
  return isClicked(sentences) ? 'clicked' : null;
}

const longestRead = 2_000;

const readText = (text: string): Sentence[] =>
  fold(text.slice(0, longestRead))
    .split(/[.!?;\n]+/)
    .map((sentence) => sentence.split(/[^\p{L}\p{N}]+/u).filter(Boolean))
    .map((words) => words.map((word) => ({ text: word, means: meaningsOf(word) })));

/** Lowercase and bare; what people write as two words or with a joint, as one. */
const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’‘`\-‐‑]/gu, '')
    .replace(/\bper (ongeluk|vergissing|abuis)\b|\b(niet|dan) de bedoeling\b/g, 'perongeluk')
    .replace(/\b(in de plaats van|in plaats van|i\.p\.v\.?)/g, 'ipv')
    .replace(/\bopen ?(gedaan|geklikt|gemaakt)\b/g, 'open$1')
    .replace(
      /\bniet (echt|van (hem|haar|hen|ons))\b|\bwas (het|ze|hij|da|dat) niet\b|\bniet kennen\b|\bken ik niet\b/g,
      'nietecht',
    )
    .replace(/\b(dat|het|da) (mocht niet|had niet gemogen)\b/g, 'perongeluk')
    .replace(/\b(het|dat|da) moest (?=.*\bzijn\b)/g, 'perongeluk ipv ')
    .replace(everybody, 'iedereen')
    .replace(/\bpop up\b/g, 'popup');

const everybody =
  /\b(heel|gans) (het|de|t) (gemeente(huis)?|stad(huis)?|bestuur|ocmw|dienst|personeel|school|huis)\b|\balle (medewerkers|collegas|personeelsleden|inwoners|ouders|diensten)\b/g;

const says = (words: Sentence, ...meanings: Meaning[]): boolean =>
  words.some((word) => meanings.some((meaning) => word.means.has(meaning)));

const hasWord = (words: Sentence, text: string): boolean => words.some((word) => word.text === text);

/** "niet geklikt", "nergens op geklikt": said, and not done. */
const isDenied = (sentence: Sentence, at: number): boolean =>
  says(sentence.slice(Math.max(0, at - 3), at), 'not');

const did = (sentence: Sentence, act: Meaning): boolean =>
  sentence.some((word, at) => word.means.has(act) && !isDenied(sentence, at));

function isClicked(sentences: readonly Sentence[]): boolean {
  const all = sentences.flat();
  if (says(all, 'fooled', 'virus') && !isLesson(all) && sentences.some((one) => isVictim(one))) return true;
  if (says(all, 'suspect') && sentences.some(letsStrangersIn)) return true;
  if (sentences.some((one) => one.some(({ text }) => isPhishing(text)) && !isLesson(one))) return true;
  const risky = says(all, 'suspect') || oddThing(all);
  const harmless = says(all, 'benign', 'failing', 'how') || (says(all, 'but') && says(all, 'not'));
  return sentences.some((sentence) => {
    const clicked = did(sentence, 'clicked');
    const opened = did(sentence, 'opened');
    const typed = did(sentence, 'typed') && says(sentence, 'secret');
    if (typed && (risky || (says(all, 'link', 'stranger') && !harmless))) return true;
    if (!clicked && !opened) return false;
    if (isLesson(sentence)) return false;
    if (risky && says(all, 'link', 'attachment', 'mail', 'site')) return true;
    return (
      !harmless &&
      says(sentence, ...(clicked ? (['link', 'attachment'] as const) : (['attachment'] as const)))
    );
  });
}

const isPhishing = (text: string) => meaningsOf(text) === meaningsOf('phishing');

/** A question to learn from, about what did not happen. */
const isLesson = (words: Sentence): boolean =>
  says(words, 'learning') || (says(words, 'what') && hasWord(words, 'is') && !hasWord(words, 'ik'));

/** "Microsoft belde, ik liet hen meekijken". */
const letsStrangersIn = (sentence: Sentence): boolean =>
  says(sentence, 'stranger') &&
  sentence.some(({ text }) => /^(meekijken|overnemen|teamviewer|anydesk)$/.test(text));

const isVictim = (sentence: Sentence): boolean =>
  sentence.some(({ means }, at) => (means.has('fooled') || means.has('virus')) && !isDenied(sentence, at)) &&
  !says(sentence, 'how');

/** "een rare mail", "een onbekende afzender": odd is the message itself, not what a program does. */
const oddThing = (words: Sentence): boolean =>
  words.some(
    ({ means }, at) =>
      means.has('odd') && says(words.slice(at + 1, at + 2), 'link', 'attachment', 'mail', 'site', 'stranger'),
  );

function isDeviceLost(sentence: Sentence): boolean {
  if (isLesson(sentence) || says(sentence, 'unreal')) return false;
  if (says(sentence, 'device') && says(sentence, 'bag') && isTaken(sentence)) return true;
  return sentence.some(
    (word, at) => word.means.has('device') && isTheThing(sentence, at) && isGone(sentence, at),
  );
}

const isTaken = (sentence: Sentence): boolean =>
  (did(sentence, 'stolen') || (did(sentence, 'taken') && says(sentence, 'taker'))) &&
  !says(sentence, 'repair');

/** "is weg", "is plots weg"; not "valt weg". */
const isAway = (after: Sentence, at: number): boolean =>
  after[at]!.means.has('away') &&
  after[at + 1]?.text !== 'van' &&
  after.slice(0, at).some(({ text }) => /^(is|zijn|was|waren|lijkt|blijkt)$/.test(text));

/** "op mijn gsm", "de lader van mijn laptop": then something else is what this is about. */
function isTheThing(sentence: Sentence, at: number): boolean {
  let start = at;
  while (start > 0 && at - start < 2 && !sentence[start - 1]!.means.has('of')) {
    start--;
    if (sentence[start]!.means.has('determiner')) break;
  }
  return !sentence[start - 1]?.means.has('of');
}

function isGone(sentence: Sentence, at: number): boolean {
  const after = sentence.slice(at + 1);
  if (isTaken(sentence)) return true;
  const gone = after.findIndex((word, index) => word.means.has('gone') || isAway(after, index));
  if (gone >= 0 && !says(after.slice(0, gone), 'content', 'not') && !says(after, 'repair')) return true;
  const before = sentence.slice(Math.max(0, at - 4), at);
  if (says(before, 'gone') && !says(before, 'content', 'not')) return true;
  if (says(sentence, 'left') && says(sentence, 'outside')) return true;
  return isSoughtInVain(sentence, at);
}

/** "ik vind mijn badge niet meer", "heeft iemand mijn tablet gezien". */
function isSoughtInVain(sentence: Sentence, at: number): boolean {
  const before = sentence.slice(0, at).map(({ text }) => text);
  const after = sentence.slice(at + 1).map(({ text }) => text);
  if (before.includes('iemand') && after.includes('gezien')) return true;
  if (!before.some((text) => /^k?v(in|ind|inden|ond)$/.test(text)) && !after.includes('vinden')) return false;
  return /^(nu |al |echt |nog )*(nergens|niet|nie)( meer| terug| meer terug| vinden| meer vinden)*$/.test(
    after.join(' '),
  );
}

function isWronglySent(sentence: Sentence, all: Sentence): boolean {
  if (isLesson(sentence)) return false;
  if (says(sentence, 'leak') && (hasWord(sentence, 'datalek') || says(sentence, 'personal', 'secret')))
    return !says(sentence, 'how');
  const byMistake = says(all, 'slip') || hasWord(all, 'ipv');
  const exposed = says(sentence, 'everyone') && says(sentence, 'sent', 'visible');
  if (exposed && (byMistake || says(sentence, 'personal')) && !says(sentence, 'how')) return true;
  if (says(sentence, 'put') && isToTheWrongOne(sentence)) return true;
  if (!did(sentence, 'sent') && !(says(sentence, 'cc') && says(sentence, 'bcc'))) return false;
  if (says(sentence, 'how') || says(sentence, 'oneself')) return false;
  if (says(sentence, 'cc') && says(sentence, 'bcc')) return byMistake || says(sentence, 'not', 'left');
  if (isToTheWrongOne(sentence)) return true;
  if (says(sentence, 'everyone'))
    return byMistake || (says(sentence, 'sent') && isShared(sentence) && !fails(all));
  return (
    byMistake &&
    (says(sentence, 'personal') || (hasTo(sentence) && (says(sentence, 'outsider') || hasWord(all, 'ipv'))))
  );
}

const isShared = (sentence: Sentence) => hasWord(sentence, 'gedeeld');
const fails = (all: Sentence) => says(all, 'failing') || (says(all, 'but') && says(all, 'not'));
const hasTo = (sentence: Sentence) => says(sentence, 'towards');

/** "naar de verkeerde persoon", "in de foute groep", "verkeerd verstuurd"; not "in de verkeerde map". */
const isToTheWrongOne = (sentence: Sentence): boolean =>
  sentence.some((word, at) => {
    const next = sentence[at + 1];
    if (!word.means.has('wrong') || next?.means.has('place')) return false;
    const before = sentence.slice(Math.max(0, at - 2), at);
    if (next?.means.has('recipient') && (says(before, 'sent') || before.some(({ text }) => text === 'in')))
      return true;
    if (says(sentence, 'put')) return false;
    const isTarget = says(before, 'target');
    return isTarget || (/^(verkeerd|fout)$/.test(word.text) && Boolean(next?.means.has('sent')));
  });
