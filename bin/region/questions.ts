import { aboutThing, answers, things } from '#demo/region.ts';
import { demoQuestions } from '#demo/questions.ts';
import { newId } from '#platform/ids.ts';
import { titleOf } from '#rooms/helpline/question.ts';
import type { Coach, Person } from './people.ts';
import type { Rows } from './rows.ts';
import type { TownSize } from './sizes.ts';

const dayMs = 86_400_000;
const pastDays = 700;
const openShare = 0.03;
const answeredShare = 0.04;

export type Asked = {
  id: string;
  title: string;
  body: string;
  theme: string;
  unitId: string;
  asker: Person;
  holder: Coach;
  state: 'waiting' | 'claimed' | 'answered' | 'closed';
  askedAt: Date;
  changedAt: Date;
};

/** Who works in the town, and by whom a unit is helped. */
export type Town = { people: readonly Person[]; coaches: readonly Coach[]; now: Date; random: () => number };

/** Questions of nearly two years, the latest first; those of the last days are still open. */
export function questionsOf(size: TownSize, town: Town): Asked[] {
  const byUnit = Map.groupBy(town.coaches, ({ coachOf }) => coachOf);
  return Array.from({ length: size.questions }, (_, at) => {
    const like = demoQuestions[at % demoQuestions.length]!;
    const thing = things[Math.floor(town.random() * things.length)]!;
    const asker = town.people[Math.floor(town.random() * town.people.length)]!;
    const own = byUnit.get(asker.unitId)?.filter(({ id }) => id !== asker.id);
    const holder = own?.[0] ?? town.coaches[at % town.coaches.length]!;
    const askedAt = new Date(
      town.now.getTime() - (at / size.questions) ** 1.2 * pastDays * dayMs - 3_600_000,
    );
    const body = `${like.body} ${aboutThing(thing)}`;
    return {
      ...{
        id: newId(askedAt.getTime()),
        title: titleOf(body),
        body,
        theme: like.theme,
        unitId: asker.unitId,
      },
      ...{ asker, holder, askedAt, changedAt: new Date(askedAt.getTime() + 1_800_000) },
      state: stateOf(at / size.questions, at),
    };
  });
}

function stateOf(share: number, at: number): Asked['state'] {
  if (share < openShare) return at % 3 === 0 ? 'claimed' : 'waiting';
  return share < openShare + answeredShare ? 'answered' : 'closed';
}

/** The rows of these questions by table, in the order in which they may be put in. */
export function questionTables(questions: readonly Asked[], now: Date): [string, Rows][] {
  const messages = questions.flatMap((question) => messagesOf(question));
  return [
    ['question', questions.map((question) => questionRow(question, now))],
    ['question_asker', questions.map(({ id, asker }) => ({ question_id: id, person_id: asker.id }))],
    ['question_step', questions.map(stepRow)],
    ['question_message', messages],
    ['notification', questions.flatMap(notificationRows)],
    ['address', questions.map(({ id }) => ({ kind: 'question', lookup: id, subject_id: id }))],
  ];
}

const isOpen = ({ state }: Asked) => state === 'waiting' || state === 'claimed';

const questionRow = (question: Asked, now: Date) => ({
  id: question.id,
  unit_id: question.unitId,
  theme: question.theme,
  title: question.title,
  body: question.body,
  channel: 'web',
  under_cover: false,
  outside_unit: false,
  state: question.state,
  asked_at: question.askedAt,
  changed_at: question.changedAt,
  holder_id: question.holder.id,
  waits_until: isOpen(question) ? new Date(now.getTime() + 3 * dayMs) : null,
  round_started_at: question.askedAt,
  closed_at: question.state === 'closed' ? question.changedAt : null,
  closed_by: question.state === 'closed' ? 'asker' : null,
  taps: question.state === 'closed' ? 'both' : 'none',
});

const stepRow = (question: Asked) => ({
  id: newId(question.askedAt.getTime()),
  question_id: question.id,
  person_id: question.holder.id,
  reason: { kind: 'own_coach' },
  started_at: question.askedAt,
  present_from: question.askedAt,
  ended_at: question.state === 'closed' ? question.changedAt : null,
  ending: question.state === 'closed' ? 'closed' : null,
});

/** Three messages each, but what still waits has none; every hundredth has ten. */
function messagesOf(question: Asked): Rows {
  if (question.state === 'waiting') return [];
  const count = question.askedAt.getTime() % 100 === 0 ? 10 : 3;
  return Array.from({ length: count }, (_, at) => {
    const byAsker = at % 2 === 1;
    const writtenAt = new Date(question.askedAt.getTime() + (at + 1) * 300_000);
    const body = byAsker ? answers.back : at === 0 ? answers.first : answers.last;
    return {
      id: newId(writtenAt.getTime()),
      question_id: question.id,
      sender: byAsker ? 'asker' : 'helper',
      kind: 'text',
      author_id: byAsker ? null : question.holder.id,
      body,
      written_at: writtenAt,
    };
  });
}

const notificationRows = (question: Asked): Rows =>
  [
    { person_id: question.holder.id, kind: 'question.waiting', made_at: question.askedAt },
    { person_id: question.asker.id, kind: 'question.answered', made_at: question.changedAt },
  ]
    .slice(0, question.state === 'waiting' ? 1 : 2)
    .map((row) => ({
      ...{ id: newId(row.made_at.getTime()), subject_id: question.id, particulars: {}, ...row },
      seen_at: question.state === 'closed' ? question.changedAt : null,
      mail: 'none',
      under_cover: false,
      mail_tries: 0,
    }));
