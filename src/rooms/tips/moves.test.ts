import { describe, expect, it } from 'vitest';
import { canMoveTip, leadsTo, movesFrom, tipMoves, type TipMove } from './moves.ts';
import { tipStatuses, type Reader, type TipStatus } from './tip.ts';

const person = (personId: string, ...kinds: string[]): Reader => ({
  kind: 'person',
  name: 'person',
  personId,
  roles: kinds.map((kind) => ({ kind, unitId: null, themes: [] })),
});
const tip = (status: TipStatus, more = {}) => ({
  status,
  expiredFrom: null,
  authorId: 'mia',
  ownerId: 'karel',
  ...more,
});
const [ann, mia, karel, omer] = [person('ann', 'coach'), person('mia'), person('karel'), person('omer')];

describe('a tip', () => {
  it('goes from concept to gepubliceerd, back when in doubt, and out', () => {
    const path: [TipMove, TipStatus, TipStatus][] = [
      ['check', 'draft', 'reviewed'],
      ['publish', 'draft', 'published'],
      ['publish', 'reviewed', 'published'],
      ['send_back', 'reviewed', 'draft'],
      ['send_back', 'draft', 'draft'],
      ['doubt', 'published', 'to_review'],
      ['confirm', 'to_review', 'published'],
      ['expire', 'to_review', 'expired'],
    ];
    for (const [move, from, to] of path) expect(leadsTo(move, tip(from)), `${from} ${move}`).toBe(to);
  });

  it.each(tipStatuses.filter((status) => status !== 'expired'))(
    'that was %s comes back as it was',
    (status) => {
      expect(leadsTo('expire', tip(status))).toBe('expired');
      expect(leadsTo('restore', tip('expired', { expiredFrom: status }))).toBe(status);
    },
  );

  it('takes no way that does not begin where it stands', () => {
    expect(leadsTo('confirm', tip('published'))).toBeNull();
    expect(leadsTo('publish', tip('expired', { expiredFrom: 'draft' }))).toBeNull();
    expect(leadsTo('restore', tip('published'))).toBeNull();
  });
});

describe('who may', () => {
  it.each<[string, Reader, TipStatus, TipMove[]]>([
    ['who checks, a draft', ann, 'draft', ['check', 'publish', 'send_back', 'expire']],
    ['who checks, a published one', ann, 'published', ['doubt', 'expire']],
    ['who checks, one to look at', ann, 'to_review', ['send_back', 'confirm', 'expire']],
    ['the author, a draft', mia, 'draft', ['expire']],
    ['the author, once others read it', mia, 'published', []],
    ['the owner, a draft', karel, 'draft', ['expire']],
    ['the owner, a published one', karel, 'published', ['doubt', 'expire']],
    ['the owner, one to look at', karel, 'to_review', ['confirm', 'expire']],
    ['a colleague', omer, 'published', []],
  ])('%s', (_who, actor, status, moves) => {
    expect(movesFrom(actor, tip(status))).toEqual(moves);
  });

  it('publishes: nobody what they wrote themselves, but those who check', () => {
    expect(canMoveTip(mia, tip('draft', { ownerId: 'mia' }), 'publish')).toBe(false);
    expect(canMoveTip(mia, tip('draft', { ownerId: 'mia' }), 'check')).toBe(false);
    expect(canMoveTip(ann, tip('draft', { authorId: 'ann' }), 'publish')).toBe(true);
  });

  it('puts back: the author what was theirs to take back, no more', () => {
    const restores = (expiredFrom: TipStatus) => movesFrom(mia, tip('expired', { expiredFrom }));
    expect(restores('draft')).toEqual(['restore']);
    expect(restores('published')).toEqual([]);
  });

  it('a colleague without a part in it: nothing, wherever it stands', () => {
    for (const status of tipStatuses)
      for (const move of tipMoves) expect(canMoveTip(omer, tip(status), move)).toBe(false);
  });
});
