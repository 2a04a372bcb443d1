import type { DemoQuestion } from '#demo/question.ts';
import { found } from '#platform/errors.ts';
import { closedDays } from '#platform/server/holidays.ts';
import type { Tx } from '#platform/server/scope.ts';
import { unitHours } from '#rooms/people/opening.ts';
import { snapshotOf } from '#rooms/people/server/index.ts';
import { writeTip } from '#rooms/tips/server/index.ts';
import { askedAt, minutesAfter, momentOf } from '../moments.ts';
import { asPerson, lastsMinutes, playMerge, playQuestion } from './play.ts';
import type { Colleague, Staff } from './staff.ts';
import type { Town } from './towns.ts';

/** How far back the past of the demo goes: longer than its oldest question. */
export const pastDays = 70;

const pastStart = (now: Date) => minutesAfter(now, -(pastDays + 30) * 24 * 60);
const closedIn = (now: Date) => closedDays(pastStart(now), pastDays + 60, []);

/** The morning on which it all began, as a moment. */
export const beginningOf = (now: Date): Date =>
  momentOf(now, { daysAgo: pastDays, hour: '09:00' }, closedIn(now));

/** Tips, written by coaches in turn, about one every five days. */
export async function writeTips(tx: Tx, { tips, coaches }: Town, staff: Staff): Promise<void> {
  const closed = closedIn(tx.now);
  for (const [index, tip] of tips.entries()) {
    const { number } = found(coaches[(index * 3) % coaches.length]);
    const moment = momentOf(tx.now, { daysAgo: 60 - index * 5, hour: '10:20' }, closed);
    await asPerson(tx, { personId: staff.withNumber(number).personId, moment }, (past) =>
      writeTip(past, tip),
    );
  }
}

type Scheduled = { question: DemoQuestion; askerId: string; askedAt: Date; coachId?: string };

/** All questions, in the order in which they were asked, so that each finds the load there was. */
export async function playQuestions(tx: Tx, town: Town, staff: Staff): Promise<void> {
  const scheduled = await schedule(tx, town, staff);
  const ids = new Map<string, string>();
  for (const [index, { question, ...asking }] of scheduled.entries())
    ids.set(question.body, await playQuestion(tx, question, { ...asking, alone: index % 3 !== 2 }));
  for (const { question, askedAt } of scheduled) {
    if (question.goesWith === undefined) continue;
    const [fromId, intoId] = [found(ids.get(question.body)), found(ids.get(question.goesWith))];
    await playMerge(tx, { fromId, intoId, moment: minutesAfter(askedAt, lastsMinutes(question)) });
  }
}

const isOpen = ({ state }: DemoQuestion) => state === 'waiting' || state === 'claimed';

async function schedule(tx: Tx, town: Town, staff: Staff): Promise<Scheduled[]> {
  const snapshot = await snapshotOf(tx);
  const closed = closedIn(tx.now);
  const pickAsker = askers(town, staff);
  const byAge = town.questions.toSorted((a, b) => b.daysAgo - a.daysAgo || a.hour.localeCompare(b.hour));
  const open = byAge.filter(isOpen);
  const scheduled = byAge.map((question): Scheduled => {
    const unitId = staff.unitNamed(question.unit);
    const past = { ...question, open: isOpen(question), order: open.indexOf(question) };
    const calendar = { hours: unitHours(snapshot, unitId), closed };
    return {
      question,
      askerId: pickAsker(unitId).personId,
      coachId: question.onlyCoach && staff.withNumber(question.onlyCoach).personId,
      askedAt: askedAt({ ...past, lastsMinutes: lastsMinutes(question) }, tx.now, calendar),
    };
  });
  return scheduled.toSorted((a, b) => a.askedAt.getTime() - b.askedAt.getTime());
}

/** Colleagues without a part in the demo, in turn, those who can be mailed first. */
function askers({ parts, coaches }: Town, staff: Staff): (unitId: string) => Colleague {
  const busy = new Set([
    ...parts.map(({ number }) => number),
    ...coaches.flatMap(({ substitute }) => substitute ?? []),
  ]);
  const turns = new Map<string, number>();
  return (unitId) => {
    const free = staff.of(unitId).filter(({ number }) => !busy.has(number));
    const inOrder = free.toSorted((a, b) => Number(b.hasMail) - Number(a.hasMail));
    const turn = turns.get(unitId) ?? 0;
    turns.set(unitId, turn + 1);
    return found(inOrder[turn % inOrder.length]);
  };
}
