import { idFrom, newId } from '#platform/ids.ts';
import { Forbidden, found } from '#platform/errors.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { record } from '#rooms/activity/server/index.ts';
import { notify } from '#rooms/notifications/server/index.ts';
import { bindAddress } from '#rooms/organisations/server/index.ts';
import { personAsActor } from '#rooms/people/server/index.ts';
import type { Ask, Way } from '../forms.ts';
import { titleOf, type Urgent } from '../question.ts';
import { guessTheme } from '../theme-guess.ts';
import { urgentOf } from '../urgent.ts';
import { sealAsker } from './cover.ts';
import { fileQuestion } from './filing.ts';
import { firstOf, type First } from './first.ts';
import { tellThoseWhoWatch } from './live.ts';
import { askIfSure } from './own-name.ts';
import { beginStep, placed } from './steps.ts';
import { callIct } from './urgent.ts';

/**
 * A colleague asks. The question goes at once to the first of the unit's chain, or to the coach who was chosen, who
 * hears of it; the moment at which it moves on is set. The same key gives the same question. Returns its id.
 */
export const askQuestion = verb(
  'askQuestion',
  async (tx, { body, theme, key, way, coachId, urgent, sure }: Ask) => {
    const askerId = tx.actor.personId;
    if (!askerId) throw new Forbidden();
    // What is under cover stays with whom it was said to: never through a program.
    if (way === 'cover' && tx.actor.kind === 'integration') throw new Forbidden();
    if (way === 'cover' && !sure) await askIfSure(tx, body);
    const me = found(await personAsActor(tx, askerId));
    const { id, isNew } = await insertQuestion(tx, {
      id: key ? await idFrom('question', askerId, key) : undefined,
      askerId,
      unitId: me.unitId,
      theme: theme ?? guessTheme(body),
      body,
      urgent: urgentOf({ urgent, body }),
      way,
      coachId,
      channel: tx.actor.kind === 'integration' ? 'api' : 'web',
    });
    if (isNew)
      await record(tx, { event: 'question.asked', subject: { kind: 'question', id }, byAsker: true });
    return id;
  },
);

/** A question as it comes in. Without an id it gets a new one; with one that is there already nothing happens. */
export type NewQuestion = {
  id?: string;
  askerId: string;
  /** Of the asker. */
  unitId: string;
  theme: string | null;
  body: string;
  urgent?: Urgent | null;
  /** The helper who writes it down for the asker; with `claimed` it is theirs at once. */
  notedBy?: string | null;
  claimed?: boolean;
  channel?: 'web' | 'api' | 'coach';
  way?: Way;
  coachId?: string | null;
};

/** Writes down a question with its asker and its first turn, and tells whoever has it. Invalid at `coachId` or `way`. */
export async function insertQuestion(tx: Tx, question: NewQuestion): Promise<{ id: string; isNew: boolean }> {
  const { askerId, unitId, theme, way = 'unit', coachId = null, notedBy = null, claimed } = question;
  const id = question.id ?? newId(tx.now.getTime());
  const claimedBy = claimed ? notedBy : null;
  const first = await firstOf(tx, { askerId, unitId, theme, way, coachId, claimedBy });
  if (!(await writeQuestion(tx, { ...question, id, way }, first))) return { id, isNew: false };
  const underCover = way === 'cover';
  await tx
    .insertInto('question_asker')
    .values({
      question_id: id,
      person_id: askerId,
      under_cover: underCover,
      coach_id: underCover ? coachId : null,
    })
    .execute();
  await bindAddress(tx, { kind: 'question', lookup: id, subjectId: id });
  const { holderId: personId, reason, from } = first;
  await beginStep(tx, { questionId: id, personId, reason, from, ending: 'taken' });
  await notify(tx, {
    personId,
    kind: question.urgent ? 'question.urgent' : 'question.waiting',
    subjectId: id,
  });
  if (question.urgent) await callIct(tx, { id, askerId, holderId: personId, way });
  await tellThoseWhoWatch(tx, { id, underCover });
  await fileQuestion(tx, id);
  return { id, isNew: true };
}

/** The row of the question itself; false when it is there already. */
async function writeQuestion(
  tx: Tx,
  { id, askerId, body, theme, urgent, notedBy, channel, way }: NewQuestion & { id: string; way: Way },
  first: First,
): Promise<boolean> {
  const row = await tx
    .insertInto('question')
    .values({
      id,
      unit_id: first.unitId,
      theme,
      title: titleOf(body),
      body,
      urgent: urgent ?? null,
      noted_by: notedBy ?? null,
      under_cover: way === 'cover',
      outside_unit: way === 'outside',
      sealed_asker: way === 'cover' ? sealAsker(id, askerId) : null,
      channel: channel ?? 'web',
      asked_at: tx.now,
      round_started_at: tx.now,
      ...placed(tx, first),
      state: first.state,
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
