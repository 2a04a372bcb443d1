import { sql } from 'kysely';
import { allow, found } from '#platform/errors.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { canSayItWorks } from '../tip.ts';
import { tipSeen } from './seeing.ts';

/** A colleague found the answer here, and asks nothing. A vote on a tip is not a figure about people. */
export const thisTipHelps = verb('thisTipHelps', async (tx, id: string) => {
  await tipSeen(tx, id);
  await tx
    .updateTable('tip')
    .set({ helped: sql`helped + 1` })
    .where('id', '=', id)
    .execute();
});

/** "Werkt ook bij mij": once a person, and to be taken back. Who said so is read by that person alone, and not logged. */
export const thisTipWorks = verb('thisTipWorks', async (tx, id: string, { works }: { works: boolean }) => {
  const tip = await tipSeen(tx, id);
  allow(canSayItWorks(tx.actor, tip));
  const said = { tip_id: id, person_id: found(tx.actor.personId) };
  const changed = works ? await vote(tx, said) : await takeBack(tx, said);
  if (!changed) return;
  await tx
    .updateTable('tip')
    .set({ works_for: works ? sql`works_for + 1` : sql`works_for - 1` })
    .where('id', '=', id)
    .execute();
});

type Vote = { tip_id: string; person_id: string };

const vote = (tx: Tx, said: Vote) =>
  tx
    .insertInto('tip_vote')
    .values(said)
    .onConflict((conflict) => conflict.columns(['organisation_id', 'tip_id', 'person_id']).doNothing())
    .returning('tip_id')
    .executeTakeFirst();

const takeBack = (tx: Tx, said: Vote) =>
  tx
    .deleteFrom('tip_vote')
    .where('tip_id', '=', said.tip_id)
    .where('person_id', '=', said.person_id)
    .returning('tip_id')
    .executeTakeFirst();
