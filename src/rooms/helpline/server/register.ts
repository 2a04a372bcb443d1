import * as v from 'valibot';
import type { HandedIn } from '#platform/server/handed-in.ts';
import { job } from '#platform/server/jobs.ts';
import type { Tx } from '#platform/server/scope.ts';
import { helplineMails } from './mails.ts';
import { moveFromHolder, moveSilentQuestions } from './move.ts';

export const helpline: HandedIn = {
  jobs: {
    'helpline.holderAway': job(v.object({ personId: v.string() }), (actor, { personId }) =>
      moveFromHolder(actor, personId),
    ),
  },
  sweeps: { 'helpline.moveSilent': moveSilentQuestions },
  mails: helplineMails,
};

/** How much each helper has open, for the order of candidates. */
export async function openQuestionLoads(tx: Tx): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('question')
    .where('state', 'in', ['waiting', 'claimed'])
    .where('holder_id', 'is not', null)
    .groupBy('holder_id')
    .select(['holder_id', (eb) => eb.fn.countAll<number>().as('open')])
    .execute();
  return new Map(rows.map((row) => [row.holder_id!, Number(row.open)]));
}
