import { Invalid } from '#platform/errors.ts';
import type { Tx } from '#platform/server/scope.ts';
import { tellsWho } from '../own-name.ts';

/** Under cover: asks once more whoever wrote down who they are. Invalid at `sure`, until they say that they are. */
export async function askIfSure(tx: Tx, text: string): Promise<void> {
  const self = await tx
    .selectFrom('person')
    .where('id', '=', tx.actor.personId)
    .select(['first_name as firstName', 'last_name as lastName', 'email', 'phone'])
    .executeTakeFirst();
  if (self && tellsWho(text, self)) throw new Invalid({ sure: 'helpline_own_name' });
}
