import { idFrom, newId } from '#platform/ids.ts';
import { Forbidden, found } from '#platform/errors.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { record } from '#rooms/activity/server/index.ts';
import { notify } from '#rooms/notifications/server/index.ts';
import { bindAddress } from '#rooms/organisations/server/index.ts';
import { personAsActor } from '#rooms/people/server/index.ts';
import type { Ask } from '../forms.ts';
import { titleOf } from '../question.ts';
import { place } from '../routing.ts';
import { guessTheme } from '../theme-guess.ts';
import { beginStep, placed, routingWorld } from './steps.ts';

/**
 * A colleague asks. The question goes at once to the first of the unit's chain, who hears of it; the
 * moment at which it moves on is set. The same key gives the same question. Returns its id.
 */
export const askQuestion = verb('askQuestion', async (tx, { body, theme, key }: Ask) => {
  const askerId = tx.actor.personId;
  if (!askerId) throw new Forbidden();
  const me = found(await personAsActor(tx, askerId));
  const id = key ? await idFrom('question', askerId, key) : newId(tx.now.getTime());
  const about = { unitId: me.unitId, theme: theme ?? guessTheme(body) };
  const isNew = await insertQuestion(tx, { id, body, askerId, ...about });
  if (isNew) await record(tx, { event: 'question.asked', subject: { kind: 'question', id }, byAsker: true });
  return id;
});

type NewQuestion = { id: string; body: string; askerId: string; unitId: string; theme: string | null };

async function insertQuestion(tx: Tx, { id, body, askerId, unitId, theme }: NewQuestion): Promise<boolean> {
  const placement = place(await routingWorld(tx, { unitId, theme, askerId }), tx.now, []);
  const holderId = placement.holder.personId;
  const inserted = await tx
    .insertInto('question')
    .values({
      id,
      unit_id: unitId,
      theme,
      title: titleOf(body),
      body,
      channel: tx.actor.kind === 'integration' ? 'api' : 'web',
      asked_at: tx.now,
      round_started_at: tx.now,
      ...placed(tx, { ...placement, holderId }),
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!inserted) return false;
  await tx.insertInto('question_asker').values({ question_id: id, person_id: askerId }).execute();
  await bindAddress(tx, { kind: 'question', lookup: id, subjectId: id });
  const { reason, from } = placement.holder;
  await beginStep(tx, { questionId: id, personId: holderId, reason, from, ending: 'taken' });
  await notify(tx, { personId: holderId, kind: 'question.waiting', subjectId: id });
  return true;
}
