import { m } from '#messages';
import { formatDay, formatMoment } from '#platform/dates.ts';
import { themeLabel } from '#rooms/organisations/themes.ts';
import { capital } from '#platform/capital.ts';
import { fullName, isGoneWord } from '#rooms/people/name.ts';
import { isKeptFromUnit, type StepEnding } from './question.ts';
import { whoIsThat, whyYou } from './reasons.ts';
import type { Message, QuestionRow, Step, Thread } from './seen.ts';

// Words and times as the pages show them. Made on the server, so that a browser needs no calendar.

export type Tone = 'sea' | 'wait' | 'soft' | 'off';
export type ShownRow = {
  id: string;
  title: string;
  meta: string;
  initials: string;
  chip: { text: string; tone: Tone };
};
export type ShownStep = { text: string; remark?: string; state: 'done' | 'past' | 'now' | 'next' };

const initialsOf = (name: string | null) =>
  name && !isGoneWord(name)
    ? name
        .split(' ')
        .map((part) => part.slice(0, 1))
        .join('')
        .slice(0, 2)
        .toUpperCase()
    : '';

/** The unit to name beside a helper: none to the asker, whose own it is, unless they kept it from their unit. */
export const unitBeside = ({ question, unitName }: Pick<Thread, 'question' | 'unitName'>): string =>
  question.isMine && !isKeptFromUnit(question) ? '' : unitName;

/** A question of one's own in a list. */
export function ownRow(row: QuestionRow, now: Date): ShownRow {
  const when = formatMoment(row.changedAt, now);
  const name = row.holderName ?? '';
  const metas = {
    waiting: m.helpline_row_with({ name }),
    claimed: m.helpline_row_helping({ name }),
    answered: m.helpline_row_answered({ name, when }),
    closed: m.helpline_row_closed({ day: formatDay(row.changedAt) }),
    merged: m.helpline_row_merged(),
  };
  const chips = {
    waiting: { text: m.helpline_state_waiting(), tone: 'soft' },
    claimed: { text: m.helpline_state_claimed(), tone: 'soft' },
    answered: { text: m.helpline_state_answered(), tone: 'sea' },
    closed: { text: m.helpline_state_closed(), tone: 'off' },
    merged: { text: m.helpline_state_merged(), tone: 'off' },
  } as const;
  // That it is with somebody else now is news too, and no answer.
  const news = row.state === 'answered' ? m.helpline_new_answer() : m.helpline_row_news();
  const chip = row.isNew ? ({ text: news, tone: 'wait' } as const) : chips[row.state];
  const noted = row.noterName ? m.helpline_row_noted({ name: row.noterName }) : null;
  const meta = [metas[row.state], noted].filter(Boolean).join(' · ');
  return { id: row.id, title: row.title, meta, initials: initialsOf(row.holderName), chip };
}

/** A question of a colleague in a helper's list. */
export function helperRow(row: QuestionRow, now: Date): ShownRow {
  const theme = row.theme ? themeLabel(row.theme) : null;
  const who = row.askerName ?? m.helpline_a_colleague();
  const urgent = row.isUrgent && row.state !== 'waiting' ? m.helpline_state_urgent() : null;
  const meta = [urgent, who, row.unitName, theme].filter(Boolean).join(' · ');
  const until = row.waitsUntil ? m.helpline_until({ when: formatMoment(row.waitsUntil, now) }) : '';
  const chips = {
    waiting: row.isUrgent
      ? { text: m.helpline_state_urgent(), tone: 'wait' as const }
      : { text: until, tone: 'sea' as const },
    claimed: { text: m.helpline_row_by({ name: row.holderName ?? '' }), tone: 'soft' },
    answered: { text: m.helpline_waits_for_colleague(), tone: 'off' },
    closed: { text: m.helpline_state_closed(), tone: 'off' },
    merged: { text: m.helpline_state_merged(), tone: 'off' },
  } as const;
  return { id: row.id, title: row.title, meta, initials: initialsOf(row.askerName), chip: chips[row.state] };
}

/** A question that is another's to help with: whose it is, where it stands and who has it. */
export function statusRow(row: QuestionRow, now: Date): ShownRow {
  const { meta, chip, ...shown } = ownRow({ ...row, noterName: null, isNew: false }, now);
  const who = row.askerName ?? m.helpline_a_colleague();
  return { ...shown, meta: `${who} · ${meta}`, initials: initialsOf(row.askerName), chip };
}

/** Where the question is now, in one or two sentences for the asker. */
export const statusFor = (thread: Thread): string[] => statusOf(thread).map(capital);

function statusOf(thread: Thread): string[] {
  const { question, holder, next, steps, now } = thread;
  const name = fullName(holder) ?? m.helpline_a_coach();
  const step = steps.at(-1);
  const who = step ? whoIsThat(step.reason, { unitName: unitBeside(thread), about: step.about }) : '';
  const takesOver =
    next && question.waitsUntil && !question.urgent
      ? [m.helpline_takes_over({ next: fullName(next), when: formatMoment(question.waitsUntil, now) })]
      : [];
  const thereFrom =
    step && step.presentFrom > now && !question.urgent
      ? [m.helpline_status_there_from({ when: formatMoment(step.presentFrom, now) })]
      : [];
  const before = steps.at(-2);
  const whyMoved =
    step?.ending === null && before?.ending === 'away'
      ? [m.helpline_status_was_away({ name: fullName(before.name) })]
      : [];
  switch (question.state) {
    case 'waiting':
      if (question.urgent) return [m.helpline_status_urgent({ name, who })];
      return [...whyMoved, m.helpline_status_waiting({ name, who }), ...thereFrom, ...takesOver];
    case 'claimed':
      return [m.helpline_status_claimed({ name }), ...takesOver];
    case 'answered':
      return [m.helpline_status_answered({ name })];
    case 'closed':
      return [m.helpline_status_closed({ day: formatDay(question.changedAt) })];
    case 'merged':
      return [m.helpline_status_merged()];
  }
}

/** What the helper of a question should know about where it stands, once the answer is given. */
export function afterwards({ question, asker }: Thread): string | null {
  // Never which tap: those are counted per theme and month, apart from the question.
  if (question.state === 'closed' && question.closedBy === 'asker')
    return asker ? m.helpline_asker_closed({ name: fullName(asker) }) : m.helpline_colleague_closed();
  if (question.state === 'closed') return m.helpline_status_closed({ day: formatDay(question.changedAt) });
  if (question.state !== 'answered') return null;
  return m.helpline_you_answered({ name: fullName(asker) ?? m.helpline_your_colleague() });
}

/** Why the question is here, for the one who has it. */
export function whyFor(thread: Thread): { why: string; next: string | null } | null {
  const { question, steps, next, now } = thread;
  const step = steps.at(-1);
  if (!step || step.ending !== null) return null;
  const why = m.helpline_mail_why({
    why: whyYou(step.reason, { unitName: thread.unitName, about: step.about }),
  });
  if (!next || !question.waitsUntil || question.urgent) return { why, next: null };
  const when = formatMoment(question.waitsUntil, now);
  return { why, next: m.helpline_next_if_no_time({ name: fullName(next), when }) };
}

/**
 * How a turn went that led on to somebody else, in words or without. That somebody was not there, never why. `given`
 * is also what ends a turn when the asker chose another coach.
 */
const ledOn: Partial<Record<StepEnding, (() => string) | null>> = {
  silent: m.helpline_step_silent,
  passed: m.helpline_step_passed,
  away: m.helpline_step_away,
  given: null,
  left: null,
};

const isPast = ({ ending }: Step): boolean => ending !== null && ending in ledOn;

function remarkOf(step: Step, now: Date): string {
  const when = formatMoment(step.startedAt, now);
  if (!isPast(step)) return m.helpline_step_since({ when });
  const how = step.ending && ledOn[step.ending];
  return how ? m.helpline_step_was({ when, how: how() }) : when;
}

/** Everybody who had it, who has it, and who would come next. */
export function chainOf(thread: Thread): ShownStep[] {
  const { question, steps, next, now } = thread;
  const about = { unitName: unitBeside(thread), forHelper: !question.isMine };
  const isNow = (at: number) => at === steps.length - 1 && question.state !== 'closed';
  const shown = steps.map((step, at): ShownStep => ({
    text: capital(
      m.helpline_step({
        name: fullName(step.name),
        who: whoIsThat(step.reason, { ...about, about: step.about }),
      }),
    ),
    remark: remarkOf(step, now),
    state: isNow(at) ? 'now' : isPast(step) ? 'past' : 'done',
  }));
  if (!next || !question.waitsUntil || question.urgent || question.state === 'closed') return shown;
  const remark = m.helpline_step_from({ when: formatMoment(question.waitsUntil, now) });
  return [...shown, { text: fullName(next), remark, state: 'next' }];
}

export type ShownMessage = {
  id: string;
  fromAsker: boolean;
  /** Read by whoever helps alone. */
  isNote: boolean;
  name: string;
  initials: string;
  when: string;
  body: string;
};

/** What a message says: "ik bel je" in words, with the moment that was given. */
function saidIn({ kind, body }: Pick<Message, 'kind' | 'body'>): string {
  if (kind === 'call') return body ? m.helpline_i_call_when({ when: body }) : m.helpline_i_call();
  if (kind === 'visit') return body ? m.helpline_i_visit_when({ when: body }) : m.helpline_i_visit();
  return body;
}

/** The question itself and all that followed, in order. */
export function messagesOf({ question, asker, noter, messages, now }: Thread): ShownMessage[] {
  const askerName = fullName(asker);
  const first = {
    id: question.id,
    sender: 'asker' as const,
    kind: 'text' as const,
    author: null,
    body: question.body,
    writtenAt: question.askedAt,
  };
  // Written down by a helper, it is not the asker who speaks.
  const signed =
    noter &&
    (asker
      ? m.helpline_noted_for({ noter: fullName(noter), name: fullName(asker) })
      : m.helpline_noted_by({ noter: fullName(noter) }));
  return [first, ...messages].map((message) => {
    const author = fullName(message.author);
    const isNoted = signed !== null && message === first;
    const name = isNoted
      ? signed
      : message.sender === 'asker'
        ? (askerName ?? m.helpline_a_colleague())
        : (author ?? m.helpline_a_coach());
    return {
      id: message.id,
      fromAsker: message.sender === 'asker',
      isNote: message.kind === 'note',
      name: capital(name),
      initials: initialsOf(isNoted ? fullName(noter) : message.sender === 'asker' ? askerName : author),
      when: formatMoment(message.writtenAt, now),
      body: saidIn(message),
    };
  });
}
