import { m } from '#messages';
import type { TipStatus } from './tip.ts';

const labels: Record<TipStatus, () => string> = {
  draft: m.tips_status_draft,
  reviewed: m.tips_status_reviewed,
  published: m.tips_status_published,
  to_review: m.tips_status_to_review,
  expired: m.tips_status_expired,
};

export const statusLabel = (status: TipStatus): string => labels[status]();

export const statusTone = (status: TipStatus) =>
  ({ draft: 'wait', reviewed: 'soft', published: 'sea', to_review: 'soft', expired: 'off' })[status] as
    'sea' | 'wait' | 'soft' | 'off';
