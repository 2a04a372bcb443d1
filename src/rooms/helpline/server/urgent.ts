import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { record } from '#rooms/activity/server/index.ts';
import { notify } from '#rooms/notifications/server/index.ts';
import { organisationOf } from '#rooms/organisations/server/index.ts';
import { snapshotOf } from '#rooms/people/server/index.ts';
import type { Way } from '../forms.ts';
import type { UrgentContacts } from '../seen.ts';
import { everybodyIn, keptOff } from './cover.ts';

/** Whom to call at once, and who is told when nobody can be called. For everybody who may ask. */
export const urgentContacts = verb('urgentContacts', async (tx): Promise<UrgentContacts> => {
  const { ictPhone, dpoPhone } = await organisationOf(tx);
  const names = (await ictHere(tx)).map(({ firstName, lastName }) => ({ firstName, lastName }));
  return { ictPhone, dpoPhone, ict: names };
});

/** The ICT contacts; where there are none, whoever administers. Present or not: each of them should know. */
async function ictHere(tx: Tx) {
  const { helpers } = await snapshotOf(tx);
  const ict = helpers.filter(({ isIct }) => isIct);
  return ict.length > 0 ? ict : helpers.filter(({ isAdmin }) => isAdmin);
}

type Asked = { id: string; askerId: string; holderId: string; way: Way };

/**
 * Calls all of ICT in and tells them at once. What is kept from the own unit and from managers is kept from those of
 * ICT who are one of them too.
 */
export async function callIct(tx: Tx, { id, askerId, holderId, way }: Asked): Promise<void> {
  const kept = way === 'unit' ? new Set<string>() : everybodyIn(await keptOff(tx, askerId));
  const called = (await ictHere(tx))
    .map(({ personId }) => personId)
    .filter((personId) => personId !== askerId && personId !== holderId && !kept.has(personId));
  for (const personId of called) {
    await tx
      .insertInto('question_helper')
      .values({ question_id: id, person_id: personId, called_at: tx.now, why: 'urgent' })
      .execute();
    await notify(tx, { personId, kind: 'question.urgent', subjectId: id });
  }
  await record(tx, { event: 'question.urgent', subject: { kind: 'question', id }, byAsker: true });
}
