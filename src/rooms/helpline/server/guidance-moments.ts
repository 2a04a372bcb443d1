import { addDays, localDay } from '#platform/days.ts';
import { found, Invalid, NotFound } from '#platform/errors.ts';
import { idFrom, isId, newId } from '#platform/ids.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import type { GuidanceMoment, MomentNoted } from '../guidance.ts';
import { openGuidance } from './guidance.ts';

const furthestBackDays = 366;

/** A day, and what the coach wants to remember of it. The same key gives the same one. Returns its id. */
export const noteMoment = verb('noteMoment', async (tx, guidanceId: string, noted: MomentNoted) => {
  await openGuidance(tx, guidanceId);
  const id = noted.key ? await idFrom('moment', guidanceId, noted.key) : newId(tx.now.getTime());
  await tx
    .insertInto('guidance_moment')
    .values({ id, guidance_id: guidanceId, held_on: dayOf(tx, noted), note: noted.note })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doNothing())
    .execute();
  return id;
});

/** For the form that changes it. */
export const momentHere = verb('momentHere', async (tx, id: string) => {
  const { guidanceId, ...moment } = await ownMoment(tx, id);
  return { guidanceId, moment, today: localDay(tx.now) };
});

/** Another day, other words; not once the begeleiding is over. */
export const changeMoment = verb('changeMoment', async (tx, id: string, noted: MomentNoted) => {
  const { guidanceId } = await ownMoment(tx, id);
  await openGuidance(tx, guidanceId);
  await tx
    .updateTable('guidance_moment')
    .set({ held_on: dayOf(tx, noted), note: noted.note })
    .where('id', '=', id)
    .execute();
});

/** Today or before: what is still to come is proposed to the colleague. */
function dayOf(tx: Tx, { heldOn }: MomentNoted): string {
  const today = localDay(tx.now);
  if (heldOn > today) throw new Invalid({ heldOn: 'helpline_guidance_day_to_come' });
  if (heldOn < addDays(today, -furthestBackDays))
    throw new Invalid({ heldOn: 'helpline_guidance_day_long_ago' });
  return heldOn;
}

async function ownMoment(tx: Tx, id: string): Promise<GuidanceMoment & { guidanceId: string }> {
  if (!isId(id)) throw new NotFound();
  const row = await tx
    .selectFrom('guidance_moment as moment')
    .innerJoin('guidance', 'guidance.id', 'moment.guidance_id')
    .select(['moment.id', 'held_on as heldOn', 'note', 'guidance_id as guidanceId'])
    .where('moment.id', '=', id)
    .where('coach_id', '=', tx.actor.personId)
    .executeTakeFirst();
  return found(row);
}
