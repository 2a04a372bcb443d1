import { found } from '#platform/errors.ts';
import { closedDays } from '#platform/server/holidays.ts';
import type { Tx } from '#platform/server/scope.ts';
import { endProblem, publishProblem, writeStandardAnswer } from '#rooms/helpline/server/index.ts';
import { minutesAfter, momentOf } from '../moments.ts';
import { asPerson } from './play.ts';
import { beginningOf, pastDays } from './past.ts';
import type { Staff } from './staff.ts';
import type { Town } from './towns.ts';

/** What helpers tell everybody, and the texts that they use again. */
export async function shareWithAll(tx: Tx, town: Town, staff: Staff): Promise<void> {
  await publishProblems(tx, town, staff);
  await writeStandardAnswers(tx, town, staff);
}

async function publishProblems(tx: Tx, { problems }: Town, staff: Staff): Promise<void> {
  const closed = closedDays(minutesAfter(tx.now, -pastDays * 24 * 60), pastDays, []);
  for (const { number, line, theme, solved, ...told } of problems) {
    const { personId } = staff.withNumber(number);
    const moment = momentOf(tx.now, told, closed);
    const id = await asPerson(tx, { personId, moment }, (past) => publishProblem(past, { line, theme }));
    if (!solved) continue;
    const at = { personId, moment: momentOf(tx.now, solved, closed) };
    await asPerson(tx, at, (past) => endProblem(past, id, { outcome: solved.outcome }));
  }
}

async function writeStandardAnswers(tx: Tx, { parts, standardAnswers }: Town, staff: Staff): Promise<void> {
  const moment = minutesAfter(beginningOf(tx.now), 60);
  for (const { number, title, body } of standardAnswers) {
    const keeper = number ?? found(parts.find(({ kind }) => kind === 'coordinator')).number;
    const { personId } = staff.withNumber(keeper);
    await asPerson(tx, { personId, moment }, (past) =>
      writeStandardAnswer(past, { title, body, shared: number === undefined }),
    );
  }
}
