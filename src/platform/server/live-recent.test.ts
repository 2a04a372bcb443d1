import { describe, expect, it } from 'vitest';
import { rememberRecent } from './live-recent.ts';

const [organisationId, personId, other] = ['organisation', 'mia', 'ann'];
const reader = { organisationId, personId };
const news = (id: string, personIds = [personId]) => ({ organisationId, personIds, kind: 'question', id });
const at = (moment: number) => 1_000_000 + moment;

const listeningFrom = (moment: number) => {
  const recent = rememberRecent({ keepMs: 1_000, most: 3 });
  recent.begun(at(moment));
  return recent;
};

describe('what was missed', () => {
  it('is what concerned this person, of this organisation, since then', () => {
    const recent = listeningFrom(0);
    recent.add(news('before'), at(10));
    recent.add(news('of another', [other]), at(20));
    recent.add({ ...news('elsewhere'), organisationId: 'other' }, at(20));
    recent.add(news('mine', [other, personId]), at(20));
    expect(recent.since(reader, at(15))).toEqual([{ kind: 'question', id: 'mine' }]);
    expect(recent.since(reader, at(30))).toEqual([]);
  });

  it('cannot be told of before listening began, nor while the connection is lost', () => {
    const recent = listeningFrom(100);
    expect(recent.since(reader, at(99))).toBeNull();
    expect(recent.since(reader, at(100))).toEqual([]);
    recent.lost();
    expect(recent.since(reader, at(100))).toBeNull();
    recent.begun(at(200));
    expect(recent.since(reader, at(150))).toBeNull();
    expect(recent.since(reader, at(200))).toEqual([]);
    expect(recent.since(reader, NaN)).toBeNull();
  });

  it('cannot be told of what was forgotten: too long ago, or too much', () => {
    const recent = listeningFrom(0);
    recent.add(news('old'), at(0));
    recent.add(news('new'), at(1_500));
    expect(recent.since(reader, at(0))).toBeNull();
    expect(recent.since(reader, at(1))).toHaveLength(1);
    for (const id of ['a', 'b', 'c']) recent.add(news(id), at(1_600));
    expect(recent.since(reader, at(1_500))).toBeNull();
    expect(recent.since(reader, at(1_600))).toHaveLength(3);
  });
});
