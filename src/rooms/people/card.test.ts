import { describe, expect, it } from 'vitest';
import { canMendCard, hasCard, isNamed, thereFor } from './card.ts';
import { presenceText } from './card-shown.ts';
import { at, monday, world } from './candidates.world.ts';

const person = (personId: string, ...kinds: string[]) => ({
  kind: 'person' as const,
  personId,
  roles: kinds.map((kind) => ({ kind, unitId: null, themes: [] })),
});

it('coaches and experts have a card, whoever else helps in turn has none', () => {
  const withCard = world().helpers.filter(hasCard);
  expect(withCard.map(({ personId }) => personId)).toEqual(['ann', 'cas', 'tilde', 'els', 'nora']);
});

it('a card is mended by its owner and by who keeps things running', () => {
  expect(canMendCard(person('ann', 'coach'), 'ann')).toBe(true);
  expect(canMendCard(person('coby', 'coordinator'), 'ann')).toBe(true);
  expect(canMendCard(person('ada', 'admin'), 'ann')).toBe(true);
  expect(canMendCard(person('cas', 'coach'), 'ann')).toBe(false);
});

describe('a name', () => {
  const aicha = { firstName: 'Aïcha', lastName: "D'Haene-Van den Berghe" };

  it('is found by the beginning of each word, in any order, however it is typed', () => {
    for (const typed of ['aicha', 'AÏCH', 'berghe aicha', 'haene', 'd’haene', 'van den', ' a '])
      expect(isNamed(aicha, typed)).toBe(true);
  });

  it('is not found by the middle of a word, a word that is not in it, or nothing', () => {
    for (const typed of ['cha', 'aicha printer', '', ' ', '%']) expect(isNamed(aicha, typed)).toBe(false);
  });
});

describe('there for a colleague', () => {
  const snapshot = (own: object) => world({ ann: own });
  const ann = (own: object, unitId = 'finance') =>
    thereFor(
      snapshot(own),
      snapshot(own).helpers.find(({ personId }) => personId === 'ann')!,
      {
        unitId,
        moment: at(monday),
      },
    );

  it('is now, or from a moment on', () => {
    expect(ann({})).toMatchObject({ thereNow: true, until: at('2026-11-23T12:00') });
    const back = {
      away: [{ from: at('2026-11-20T00:00'), until: at('2026-11-25T00:00'), substituteId: null }],
    };
    expect(ann(back)).toMatchObject({ thereNow: false, from: at('2026-11-25T08:30') });
  });

  it('is another matter for the unit where somebody looked in vain', () => {
    const notFound = { notFoundIn: { finance: at('2026-11-23T11:00') } };
    expect(ann(notFound)?.thereNow).toBe(false);
    expect(ann(notFound, 'registry')?.thereNow).toBe(true);
  });

  it('is never, for who is away without an end', () => {
    expect(ann({ away: [{ from: at('2026-11-20T00:00'), until: null, substituteId: null }] })).toBeNull();
  });
});

it('in the last half hour it says until when they are there, and from when new questions are answered', () => {
  const now = new Date('2026-11-23T15:05:00Z');
  const leaving = { from: new Date('2026-11-24T07:30:00Z'), until: null, thereNow: false };
  expect(presenceText({ ...leaving, leavesAt: new Date('2026-11-23T15:30:00Z') }, now)).toBe(
    'er tot 16.30 uur, voor nieuwe vragen morgen om 8.30 uur',
  );
  expect(presenceText(leaving, now)).toBe('er weer morgen om 8.30 uur');
});
