import type { Tx } from '#platform/server/scope.ts';

/** A slip is easy: "Dag Mia" at the top of an answer. Whether the text has the first or last name of who asked. */
export async function namesAsker(tx: Tx, questionId: string, text: string): Promise<boolean> {
  const asker = await tx
    .selectFrom('question_asker')
    .innerJoin('person', 'person.id', 'question_asker.person_id')
    .where('question_asker.question_id', '=', questionId)
    .select(['first_name', 'last_name'])
    .executeTakeFirst();
  if (!asker) return false;
  const wordsOf = (words: string) =>
    words
      .toLowerCase()
      .split(/[^\p{L}'-]+/u)
      .filter(Boolean);
  const said = new Set(wordsOf(text));
  return [asker.first_name, asker.last_name].some((name) => wordsOf(name).every((word) => said.has(word)));
}
