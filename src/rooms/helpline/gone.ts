import type { Helper } from '#rooms/people/candidates.ts';
import { currentAbsences } from '#rooms/people/presence.ts';
import type { Question, StepReason } from './question.ts';

/** Who has a question: `helper` is null for somebody who no longer helps, `worksHere` whether an appointment runs. */
export type Holder = { helper: Helper | null; worksHere: boolean; reason: StepReason | null };

/**
 * Whether a question must leave whoever has it, and as what: 'left' when they work here no longer or lost the role by
 * which it came, 'away' when they are. Somebody who takes a pause keeps what they had begun with.
 */
export function mustLeave(
  { state, unitId }: Pick<Question, 'state' | 'unitId'>,
  { helper, worksHere, reason }: Holder,
  moment: Date,
): 'away' | 'left' | null {
  if (!worksHere || !stillFits(reason, helper, unitId)) return 'left';
  if (!helper) return null;
  if (currentAbsences(helper.away, moment).length > 0) return 'away';
  const paused = helper.pausedUntil !== null && helper.pausedUntil > moment;
  return paused && state === 'waiting' ? 'away' : null;
}

/** By the role for which it came. A stand-in needs none: it stays with them when the one who was away is back. */
function stillFits(reason: StepReason | null, helper: Helper | null, unitId: string): boolean {
  if (reason?.kind === 'substitute') return true;
  if (!helper || !reason) return helper !== null;
  switch (reason.kind) {
    case 'own_coach':
      return helper.coachOf.includes(unitId);
    case 'neighbour':
      return helper.coachOf.includes(reason.unitId);
    case 'expert':
      return helper.isExpert;
    case 'ict':
      return helper.isIct;
    case 'coordinator':
      return helper.isCoordinator;
    case 'admin':
      return helper.isAdmin;
    case 'pool':
    case 'again':
    case 'claimed':
    case 'chosen':
    case 'given':
    case 'noted':
      return true;
  }
}
