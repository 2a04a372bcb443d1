// Networks and their members: what a body is, and how a membership stands on a day. Pure.
import { localDay } from '#platform/days.ts';

/** From its first to its last day, as YYYY-MM-DD; the last one of whoever ends it first. */
export type Period = { startsOn: string; endsOn: string | null; leftOn: string | null };

/** The last day on which it counts; null: it goes on. */
export function lastDay({ endsOn, leftOn }: Pick<Period, 'endsOn' | 'leftOn'>): string | null {
  if (endsOn === null || leftOn === null) return endsOn ?? leftOn;
  return endsOn < leftOn ? endsOn : leftOn;
}

export type Stands = 'coming' | 'now' | 'over';

/** How it stands on that day. */
export function standsOn(period: Period, today: string): Stands {
  const last = lastDay(period);
  if (last !== null && last < today) return 'over';
  return period.startsOn > today ? 'coming' : 'now';
}

export const membershipStates = ['asked', 'joining', 'member', 'lapsed'] as const;
export type MembershipState = (typeof membershipStates)[number];

/** Whether cards may cross today: a member that the host knows, on a day that counts. */
export const isRunning = (membership: Period & { state: string }, today: string): boolean =>
  membership.state === 'member' && standsOn(membership, today) === 'now';

/** Added today, by mistake perhaps, and nothing came of it yet. */
export const canRemove = (member: { joined: boolean; addedAt: Date }, now: Date): boolean =>
  !member.joined && localDay(member.addedAt) === localDay(now);

/** By what a colleague elsewhere may reach a coach, as far as that coach ticked. */
export const reaches = ['email', 'phone', 'teams'] as const;
export type Reach = (typeof reaches)[number];

/** What a code looks like however it was copied: capitals and figures alone. */
export const bareCode = (typed: string): string => typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
