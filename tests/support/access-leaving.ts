import { Invalid, NotFound } from '#platform/errors.ts';
import { planLeaving } from '#rooms/people/server/index.ts';
import type { Fields } from './access-rule.ts';
import type { Stage } from './access-stage.ts';

/** Somebody stops as a coach, so far ahead that nothing of it happens while everybody tries. */
const stops = () => ({ kind: 'coach' as const, lastDay: `${new Date().getFullYear() + 1}-06-30` });

export const leavingFields = (): Fields => stops();

/** Planned for whoever helps, so that it can be cancelled; for anybody else there is nothing to cancel. */
export async function leavingPlanned({ towns }: Stage, personId: string): Promise<Fields> {
  const heirs = { keeperId: null, dropInsTo: null, standsInId: null, word: null };
  await planLeaving(towns.veurne.system, personId, { ...stops(), ...heirs }).catch((error: unknown) => {
    if (!(error instanceof Invalid || error instanceof NotFound)) throw error;
  });
  return {};
}
