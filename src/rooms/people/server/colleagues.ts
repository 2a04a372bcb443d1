import { found, NotFound } from '#platform/errors.ts';
import { isId } from '#platform/ids.ts';
import { verb } from '#platform/server/verb.ts';
import { personAsActor } from './actor.ts';
import { listPeople } from './directory.ts';

/** A colleague for whom a helper writes something down. */
export type ColleagueHere = { personId: string; firstName: string; lastName: string; unitName: string };

const fewestLetters = 2;
const mostFound = 12;

/** Whom a helper means, by name: all staff of today, also who has no address; not oneself. */
export const colleaguesNamed = verb(
  'colleaguesNamed',
  async (tx, typed: string): Promise<ColleagueHere[]> => {
    const q = typed.trim();
    if (q.length < fewestLetters) return [];
    const { people } = await listPeople(tx, { q, page: 1 });
    return people
      .filter(({ id, hasBegun }) => hasBegun && id !== tx.actor.personId)
      .slice(0, mostFound)
      .map(({ id, firstName, lastName, unitName }) => ({ personId: id, firstName, lastName, unitName }));
  },
);

/** One of them, and whether mail reaches them. */
export const colleagueHere = verb('colleagueHere', async (tx, personId: string) => {
  if (!isId(personId)) throw new NotFound();
  const { firstName, lastName, unitName } = found(await personAsActor(tx, personId));
  const { email } = await tx
    .selectFrom('person')
    .select('email')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  return { personId, firstName, lastName, unitName, hasMail: email !== null };
});
