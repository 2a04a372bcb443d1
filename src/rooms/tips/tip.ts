import type { Actor } from '#platform/actor.ts';
import type { Theme } from '#rooms/organisations/themes.ts';

export const tipStatuses = ['draft', 'reviewed', 'published', 'to_review', 'expired'] as const;

/** concept · nagekeken · gepubliceerd · na te kijken · vervallen */
export type TipStatus = (typeof tipStatuses)[number];

export type Tip = {
  id: string;
  title: string;
  body: string;
  theme: Theme;
  status: TipStatus;
  externalId: string | null;
  authorId: string | null;
  helped: number;
  madeAt: Date;
};

type Reader = Pick<Actor, 'roles' | 'personId' | 'kind' | 'name'>;

const checking = ['coach', 'expert', 'coordinator'];

const helps = (actor: Reader): boolean => actor.roles.some((role) => checking.includes(role.kind));

/** Whoever helps others may check and publish tips; so may a service that brings them in. */
export const canCheckTips = (actor: Reader): boolean =>
  actor.kind === 'system' ||
  helps(actor) ||
  (actor.kind === 'integration' && (checking.includes(actor.name) || actor.name === 'service'));

/** Those who check. A program that acts for somebody sees what they would see, no more. */
export const seesEveryTip = (actor: Reader): boolean =>
  actor.kind === 'integration' && actor.personId !== null ? helps(actor) : canCheckTips(actor);

/** Others see the published and their own. */
export const canSeeTip = (actor: Reader, tip: Pick<Tip, 'status' | 'authorId'>): boolean =>
  ['published', 'to_review'].includes(tip.status) ||
  (tip.authorId !== null && tip.authorId === actor.personId) ||
  seesEveryTip(actor);

/** What was sent in is with the coaches: the author reads along and changes nothing any more. */
export const canChangeTip = (actor: Reader): boolean => canCheckTips(actor);

/** What stands in the search: what others may read. */
export const isFindable = (status: TipStatus): boolean => ['published', 'to_review'].includes(status);
