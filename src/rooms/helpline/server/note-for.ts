import { found, Invalid } from '#platform/errors.ts';
import { idFrom, newId } from '#platform/ids.ts';
import { verb } from '#platform/server/verb.ts';
import { record } from '#rooms/activity/server/index.ts';
import { notify } from '#rooms/notifications/server/index.ts';
import { personAsActor } from '#rooms/people/server/index.ts';
import type { Note } from '../forms.ts';
import { guessTheme } from '../theme-guess.ts';
import { urgentIn } from '../urgent.ts';
import { insertQuestion } from './ask.ts';
import { closeAsHelper } from './close.ts';

/**
 * "In naam van": a helper writes down what a colleague asked at a desk, by telephone or in Teams. It is the
 * colleague's question, who sees who noted it; without an address they simply get no mail. Returns its id.
 */
export const noteQuestion = verb('noteQuestion', async (tx, { personId, body, theme, way, key }: Note) => {
  const noterId = found(tx.actor.personId);
  if (personId === noterId) throw new Invalid({ personId: 'helpline_note_self' });
  const { unitId } = found(await personAsActor(tx, personId));
  const { id, isNew } = await insertQuestion(tx, {
    id: key ? await idFrom('question', noterId, key) : newId(tx.now.getTime()),
    askerId: personId,
    unitId,
    theme: theme ?? guessTheme(body),
    body,
    urgent: way === 'solved' ? null : urgentIn(body),
    notedBy: noterId,
    claimed: way !== 'coach',
    channel: 'coach',
  });
  if (!isNew) return id;
  await record(tx, { event: 'question.noted', subject: { kind: 'question', id } });
  await notify(tx, { personId, kind: 'question.noted', subjectId: id });
  if (way === 'solved') await closeAsHelper(tx, id);
  return id;
});
