import type { Actor } from '#platform/actor.ts';
import type { Theme } from '#rooms/organisations/themes.ts';

export const tipStatuses = ['draft', 'reviewed', 'published', 'to_review', 'expired'] as const;

/** concept · nagekeken · gepubliceerd · na te kijken · vervallen */
export type TipStatus = (typeof tipStatuses)[number];

export const tipLevels = ['start', 'with_help', 'alone', 'helps_others'] as const;

/** ik start · ik kan het met hulp · ik kan het zelf · ik help anderen */
export type TipLevel = (typeof tipLevels)[number];

/** A page elsewhere: https only. Without a title the address itself is shown. */
export type TipLink = { title: string; address: string };

type Named = { firstName: string; lastName: string };

export type Tip = {
  id: string;
  title: string;
  body: string;
  theme: Theme;
  application: string | null;
  applicationVersion: string | null;
  level: TipLevel | null;
  /** Only for the lists of this unit and those below it; null: for everybody. */
  unitId: string | null;
  unitName: string | null;
  links: TipLink[];
  status: TipStatus;
  /** What it was before it expired. */
  expiredFrom: TipStatus | null;
  /** What whoever checked it asked of the author; while it stands there the draft is with the author. */
  sentBackWord: string | null;
  externalId: string | null;
  authorId: string | null;
  author: Named | null;
  /** Who keeps it up to date. */
  ownerId: string | null;
  owner: Named | null;
  /** Local days. */
  reviewedOn: string | null;
  reviewOn: string | null;
  version: number;
  helped: number;
  /** How many colleagues said that it works for them too, and whether this reader is one of them. */
  worksFor: number;
  worksForMe: boolean;
  madeAt: Date;
  changedAt: Date;
};

export type Reader = Pick<Actor, 'roles' | 'personId' | 'kind' | 'name'>;

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

type Kept = Pick<Tip, 'status' | 'authorId' | 'ownerId'>;

const isPerson = (actor: Reader, id: string | null) => id !== null && id === actor.personId;

export const isOwner = (actor: Reader, tip: Kept): boolean => isPerson(actor, tip.ownerId);

export const isAuthor = (actor: Reader, tip: Kept): boolean => isPerson(actor, tip.authorId);

/** What stands in the search: what others may read. */
export const isFindable = (status: TipStatus): boolean => ['published', 'to_review'].includes(status);

/** Others see the published, and what they wrote or keep themselves. */
export const canSeeTip = (actor: Reader, tip: Kept): boolean =>
  isFindable(tip.status) || isAuthor(actor, tip) || isOwner(actor, tip) || seesEveryTip(actor);

/** Whoever checks, whoever keeps it, and the author of what nobody checked yet. */
export const canChangeTip = (actor: Reader, tip: Kept): boolean =>
  canCheckTips(actor) || isOwner(actor, tip) || (isAuthor(actor, tip) && tip.status === 'draft');

/** Former texts may hold what was taken out for a reason: for those who may change the tip. */
export const canSeeVersions = (actor: Reader, tip: Kept): boolean =>
  seesEveryTip(actor) || isOwner(actor, tip) || isAuthor(actor, tip);

/** Who keeps it, and until when: for those who check, and for whoever keeps it now. */
export const canKeepTip = (actor: Reader, tip: Kept): boolean => canCheckTips(actor) || isOwner(actor, tip);

/** A second pair of eyes: a text of somebody who does not check waits for one who does, also once it was published. */
export const statusAfterChange = (actor: Reader, { status }: Pick<Tip, 'status'>): TipStatus =>
  canCheckTips(actor) ? status : 'draft';

/** Whether a text that is saved now waits for a check that nobody was asked for yet. */
export const waitsAnew = (
  actor: Reader,
  before: Pick<Tip, 'status' | 'sentBackWord'> | null,
  status: TipStatus,
): boolean =>
  status === 'draft' &&
  !canCheckTips(actor) &&
  (before === null || before.status !== 'draft' || before.sentBackWord !== null);

/** "Werkt ook bij mij" is said by others than the author, of what they can read. */
export const canSayItWorks = (actor: Reader, tip: Kept): boolean =>
  actor.personId !== null && isFindable(tip.status) && !isAuthor(actor, tip);

/** Which edition of a tip somebody had before them: when it is another by now, somebody else saved first. */
export const editionOf = ({ changedAt }: Pick<Tip, 'changedAt'>): string => changedAt.toISOString();
