import { sql } from 'kysely';
import { inOrganisation, system, type Tx } from '#platform/server/scope.ts';
import { addOrganisation, organisationsHere } from '#rooms/organisations/server/index.ts';
import { staffOf } from './people.ts';
import { questionTables, questionsOf } from './questions.ts';
import { chance, putIn } from './rows.ts';
import { regionSizes, type TownSize } from './sizes.ts';
import { answersOf, searchTables, tipsOf } from './texts.ts';

/**
 * Fills an empty installation with a region as large as a real one, to measure on: rows as the rooms would have written
 * them, written at once. Nobody in it can sign in by mail. 'exists': there were organisations, and nothing was done.
 */
export async function loadRegion(tell: (town: TownSize) => void): Promise<'made' | 'exists'> {
  if ((await organisationsHere()).length > 0) return 'exists';
  for (const [at, size] of regionSizes.entries()) {
    await addTown(size, at + 1);
    tell(size);
  }
  return 'made';
}

/** One such authority; the same number makes the same. Returns its id. */
export async function addTown(size: TownSize, number: number): Promise<string> {
  const id = await addOrganisation({ slug: size.slug, name: size.name, demo: true });
  await inOrganisation(system(id, 'seed.region'), (tx) => fill(tx, { size, random: chance(number) }));
  return id;
}

async function fill(tx: Tx, { size, random }: { size: TownSize; random: () => number }): Promise<void> {
  await sql`set local synchronous_commit = off`.execute(tx);
  const staff = staffOf(size, random);
  const questions = questionsOf(size, { ...staff, now: tx.now, random });
  const tips = tipsOf(size.tips);
  const answers = answersOf(questions);
  const texts = [
    ...tips.map((tip) => ({ kind: 'tip', subjectId: tip.id, ...tip })),
    ...answers.map((answer) => ({ kind: 'answer', subjectId: answer.id, ...answer })),
    ...questions.map((question) => ({ kind: 'question', subjectId: question.id, ...question })),
  ];
  const tables = [
    ...staff.tables,
    ...questionTables(questions, tx.now),
    ['tip', tips.map(({ row }) => row)] as const,
    ['shared_answer', answers.map(({ row }) => row)] as const,
    ...searchTables(texts),
  ];
  for (const [table, rows] of tables) await putIn(tx, table, rows);
}
