import { beforeAll, expect, it } from 'vitest';
import { sweeps } from '../../src/registry.server.ts';
import { addTown } from '../../bin/region/region.ts';
import { chance } from '../../bin/region/rows.ts';
import { inOrganisation, system } from '../../src/platform/server/scope.ts';
import { localDay } from '../../src/platform/days.ts';
import { chainFor } from '../../src/rooms/people/chain.ts';
import { snapshotOf } from '../../src/rooms/people/server/index.ts';
import { addClosingDay } from '../../src/rooms/organisations/server/index.ts';
import { asOwner, travelTo, useDatabase } from '../support/database.ts';
import { checkNext, checkPlaced, roundsNow, type Rounds } from './quarter-chain.ts';
import { checkMoment, checkNobodyGoneIsTold, type FirstOf, type Promised } from './quarter-checks.ts';
import {
  attempt,
  newLife,
  somebodyAsks,
  somebodyHelps,
  somebodyIsAway,
  somebodyLeaves,
  somebodyReacts,
  type Life,
} from './quarter-life.ts';

// A town of 400 with 25 coaches lives through a quarter with the clock moved, beside another of the same names. `LONG=1`
// plays all of it: 92 days and 300 questions; else the two weeks around 1 and 11 November, with their holidays.

useDatabase();

const whole = process.env.LONG !== undefined;
const plan = whole
  ? { first: '2026-10-01', days: 92, questions: 300, leave: 6 }
  : { first: '2026-10-29', days: 15, questions: 36, leave: 2 };
const size = { name: 'Stad', staff: 400, units: 40, coaches: 25, questions: 0, tips: 0 };
const dayMs = 86_400_000;

let organisationId = '';
let otherId = '';

beforeAll(async () => {
  await travelTo(`${plan.first} 07:00`);
  organisationId = await addTown({ ...size, slug: 'stad' }, 1);
  otherId = await addTown({ ...size, slug: 'andere' }, 1);
});

type Event = { at: Date; act: (life: Life, now: Date) => Promise<void> };

/** What happens when: more by day than by night, now and then at an odd hour. */
function events(seed: number): Event[] {
  const random = chance(seed);
  const start = new Date(`${plan.first}T06:00:00+01:00`).getTime();
  const moment = () => {
    const day = Math.floor(random() * plan.days) * dayMs;
    const hour = random() < 0.9 ? 8 + random() * 9 : random() * 24;
    return new Date(start + day + (hour - 6) * 3_600_000);
  };
  const many = (count: number, act: Event['act']): Event[] =>
    Array.from({ length: count }, () => ({ at: moment(), act }));
  const asks = Array.from({ length: plan.questions }, (_, at) => ({
    at: moment(),
    act: (life: Life) => somebodyAsks(life, at),
  }));
  return [
    ...asks,
    ...many(plan.questions * 2, somebodyHelps),
    ...many(plan.questions, somebodyReacts),
    ...many(plan.questions, somebodyIsAway),
    ...many(plan.leave, (life, now) => somebodyLeaves(life, localDay(now))),
    ...many(1, (life, now) => closeOn(life, localDay(new Date(now.getTime() + 2 * dayMs)))),
  ].toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

async function closeOn(life: Life, day: string): Promise<void> {
  const arranger = system(life.organisationId, 'quarter');
  await attempt(life, 'closing day', () => addClosingDay(arranger, { day, name: 'Sluitingsdag' }));
}

/** What the worker does every so often. */
async function sweep(): Promise<void> {
  for (const [name, each] of Object.entries(sweeps))
    if (name.startsWith('helpline.')) await each(system(organisationId, name));
}

/** The next moment at which a question moves on by itself, if that comes before the next event. */
async function nextDeadline(before: Date): Promise<Date | null> {
  const [row] = await asOwner<{ due: Date | null }>(
    `select min(waits_until) as due from question where organisation_id = $1 and waits_until < $2`,
    [organisationId, before],
  );
  return row?.due ?? null;
}

const clockNow = () => inOrganisation(system(organisationId, 'quarter'), async (tx) => tx.now);

const firstOf: FirstOf = (question, now) =>
  inOrganisation(system(organisationId, 'quarter'), async (tx) => {
    const { unit_id: unitId, theme, asker_id: askerId } = question;
    const chain = chainFor(await snapshotOf(tx), unitId, { theme, moment: now, askerId });
    return chain[0]?.personId ?? null;
  });

it(
  'leaves no question with nobody, and keeps what the pages said',
  async () => {
    const ids = async (sql: string) =>
      (await asOwner<{ id: string }>(sql, [organisationId])).map(({ id }) => id);
    const life = newLife(
      {
        organisationId,
        people: await ids(`select id from person where organisation_id = $1 order by id`),
        coaches:
          await ids(`select distinct a.person_id as id from role r join appointment a on a.id = r.appointment_id
                           where r.organisation_id = $1 and r.kind = 'coach' order by 1`),
      },
      7,
    );
    const random = chance(13);
    let promised: Promised = new Map();
    let before = new Date(0);
    let rounds: Rounds = new Map();
    const looked = { placed: 0, next: 0 };
    /** Each time something was placed: nothing else may happen before. */
    const look = async () => {
      looked.placed += await checkPlaced(organisationId, before, rounds);
      rounds = await roundsNow(organisationId);
      before = await clockNow();
      const open = [...rounds.keys()];
      const one = open[Math.floor(random() * open.length)];
      if (one && (await checkNext(organisationId, one))) looked.next++;
    };
    const settle = async (now: Date) => {
      await travelTo(now);
      await sweep();
      await look();
      // The clock runs on while we look: an absence may begin or end between the sweep and the check. Then the next
      // sweep must have put it right.
      const check = async () => checkMoment(organisationId, { now: await clockNow(), promised, firstOf });
      promised = await check().catch(async () => {
        await sweep();
        await look();
        return check();
      });
    };
    for (const { at, act } of events(11)) {
      for (let due = await nextDeadline(at); due; due = await nextDeadline(at)) await settle(due);
      await settle(at);
      await act(life, at);
      await look();
      await settle(new Date(at.getTime() + 1_000));
    }
    expect(looked.placed).toBeGreaterThan(plan.questions);
    expect(looked.next).toBeGreaterThan(plan.questions);
    await checkNobodyGoneIsTold(organisationId);
    expect(await asOwner('select id from question where organisation_id = $1', [otherId])).toEqual([]);
    const asked = [...life.done].filter(([name]) => /^ask (unit|outside|cover)$/.test(name));
    expect(asked.reduce((sum, [, count]) => sum + count, 0)).toBeGreaterThan(plan.questions * 0.9);
    if (whole) console.log({ ...Object.fromEntries(life.done), ...looked });
  },
  whole ? 3_600_000 : 240_000,
);
