import { expect, test } from 'vitest';
import type { Cover, Week } from './coverage-days.ts';
import { stripOf } from './coverage-strip.ts';

const week = (monday: string, days: [day: string, cover: Cover][]): Week => ({
  monday,
  days: days.map(([day, cover]) => ({ day, cover })),
});

const changing: Week[] = [
  week('2026-11-23', [
    ['2026-11-25', 'own'],
    ['2026-11-26', 'own'],
  ]),
  week('2026-11-30', [
    ['2026-11-30', 'own'],
    ['2026-12-01', 'others'],
    ['2026-12-02', 'others'],
  ]),
  week('2026-12-07', []),
];

test('says with which day each week begins, and the month where it is another', () => {
  const { weeks } = stripOf(changing);
  expect(weeks.map(({ begins }) => begins)).toEqual(['wo 25 nov.', 'ma 30']);
  expect(stripOf([...changing, week('2026-12-14', [['2026-12-14', 'own']])]).weeks.at(-1)?.begins).toBe(
    'ma 14 dec.',
  );
});

test('says aloud from when until when, and no sentence ends in two full stops', () => {
  const { words, ahead } = stripOf(changing);
  expect(words).toBe(
    'Van wo 25 nov. tot en met ma 30 nov.: eigen digicoach. Van di 1 dec. tot en met wo 2 dec.: hulp van elders.',
  );
  expect(ahead).toBe('Van di 1 dec. tot en met wo 2 dec. is er niemand van de dienst.');
  const alternating = Array.from({ length: 8 }, (_, at): [string, Cover] => [
    `2026-12-0${at + 1}`,
    at % 2 ? 'others' : 'own',
  ]);
  expect(stripOf([week('2026-11-30', alternating)]).words).toBe(
    'Van di 1 dec. tot en met di 8 dec.: 4 dagen met een eigen digicoach, 0 dagen met een vervanger, 4 dagen met hulp van elders.',
  );
});
