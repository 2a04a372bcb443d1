import { m } from '#messages';
import type { TipMove } from './moves.ts';
import type { Tip, TipLevel, TipStatus } from './tip.ts';

const statuses: Record<TipStatus, () => string> = {
  draft: m.tips_status_draft,
  reviewed: m.tips_status_reviewed,
  published: m.tips_status_published,
  to_review: m.tips_status_to_review,
  expired: m.tips_status_expired,
};

export const statusLabel = (status: TipStatus): string => statuses[status]();

export const statusTone = (status: TipStatus) =>
  ({ draft: 'wait', reviewed: 'soft', published: 'sea', to_review: 'soft', expired: 'off' })[status] as
    'sea' | 'wait' | 'soft' | 'off';

const levels: Record<TipLevel, () => string> = {
  start: m.tips_level_start,
  with_help: m.tips_level_with_help,
  alone: m.tips_level_alone,
  helps_others: m.tips_level_helps_others,
};

export const levelLabel = (level: TipLevel): string => levels[level]();

const moves: Record<TipMove, () => string> = {
  check: m.tips_move_check,
  publish: m.tips_move_publish,
  send_back: m.tips_move_send_back,
  doubt: m.tips_move_doubt,
  confirm: m.tips_move_confirm,
  expire: m.tips_move_expire,
  restore: m.tips_move_restore,
};

export const moveLabel = (move: TipMove): string => moves[move]();

/** Keys of what the next page says. */
export const doneOfMove: Record<TipMove, string> = {
  check: 'tips_done_check',
  publish: 'tips_done_publish',
  send_back: 'tips_done_send_back',
  doubt: 'tips_done_doubt',
  confirm: 'tips_done_confirm',
  expire: 'tips_done_expire',
  restore: 'tips_done_restore',
};

/** "Word (2021)" */
export const applicationLabel = ({
  application,
  applicationVersion: version,
}: Pick<Tip, 'application' | 'applicationVersion'>): string | null =>
  application && version ? m.tips_application_of({ application, version }) : application;

/** "Werkt ook bij jou en 2 collega's"; null when nobody said so yet. */
export function worksSentence({ worksFor, worksForMe }: Pick<Tip, 'worksFor' | 'worksForMe'>): string | null {
  const count = worksForMe ? worksFor - 1 : worksFor;
  if (worksForMe) {
    if (count === 0) return m.tips_works_for_me();
    return count === 1 ? m.tips_works_for_me_and_one() : m.tips_works_for_me_and_some({ count });
  }
  if (count === 0) return null;
  return count === 1 ? m.tips_works_for_one() : m.tips_works_for_some({ count });
}
