import { chance } from '../../bin/region/rows.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../src/platform/errors.ts';
import type { Actor } from '../../src/platform/actor.ts';
import { minutesLater } from '../../src/rooms/people/presence.ts';
import {
  actorFor,
  endAbsence,
  iAmHere,
  markAway,
  pauseHelp,
  tellNotFound,
} from '../../src/rooms/people/server/index.ts';
import {
  answerQuestion,
  askQuestion,
  chooseCoach,
  claimQuestion,
  closeAsAsker,
  passOn,
  writeBack,
} from '../../src/rooms/helpline/server/index.ts';
import { asOwner } from '../support/database.ts';

// What people of a town do in a quarter, through the verbs alone; only leaving is written past the wall, as the staff list
// would. Each deed is done by somebody who may try it; that it is refused meanwhile is part of life.

export type Life = {
  organisationId: string;
  people: string[];
  coaches: string[];
  random: () => number;
  /** How often each thing was done, and how often refused. */
  done: Map<string, number>;
};

export const newLife = (given: Pick<Life, 'organisationId' | 'people' | 'coaches'>, seed: number): Life => ({
  ...given,
  random: chance(seed),
  done: new Map(),
});

const refusals = [Conflict, Forbidden, Invalid, NotFound];

/** A deed that may be refused. */
export async function attempt(life: Life, name: string, deed: () => Promise<unknown>): Promise<void> {
  const count = (what: string) => life.done.set(what, (life.done.get(what) ?? 0) + 1);
  try {
    await deed();
    count(name);
  } catch (error) {
    if (!refusals.some((kind) => error instanceof kind)) throw error;
    count(`${name}, refused`);
  }
}

const one = <T>(life: Life, list: readonly T[]): T => list[Math.floor(life.random() * list.length)]!;

const actor = async (life: Life, personId: string): Promise<Actor | null> =>
  (await actorFor(life.organisationId, personId))?.actor ?? null;

/** Somebody who works there asks: mostly the own unit, now and then outside it or under cover, now and then a coach. */
export async function somebodyAsks(life: Life, number: number): Promise<void> {
  const asker = await actor(life, one(life, life.people));
  if (!asker) return;
  const dice = life.random();
  const way = dice < 0.08 ? 'outside' : dice < 0.14 ? 'cover' : 'unit';
  const coachId = way === 'cover' || dice > 0.92 ? one(life, life.coaches) : undefined;
  const words =
    dice > 0.86 && dice < 0.9 ? 'Ik heb op een link geklikt in een rare mail.' : 'Mijn scherm is zwart.';
  const ask = { body: `${words} (${number})`, theme: null, key: '', way, coachId } as const;
  await attempt(life, `ask ${way}`, () => askQuestion(asker, ask));
}

type Open = { id: string; state: string; holder_id: string | null };

/** Whoever has an open question does something with it, or nothing. */
export async function somebodyHelps(life: Life): Promise<void> {
  const open = await asOwner<Open>(
    `select id, state, holder_id from question where organisation_id = $1 and state in ('waiting', 'claimed') order by id`,
    [life.organisationId],
  );
  if (open.length === 0) return;
  const { id, holder_id: holderId } = one(life, open);
  const holder = holderId ? await actor(life, holderId) : null;
  if (!holder) return;
  const dice = life.random();
  if (dice < 0.3) await attempt(life, 'claim', () => claimQuestion(holder, id));
  else if (dice < 0.85)
    await attempt(life, 'answer', () => answerQuestion(holder, id, { body: 'Zo lukt het.', theme: null }));
  else await attempt(life, 'pass on', () => passOn(holder, id));
}

/** The asker of an answered question closes it, or is stuck; now and then one who waits chooses another coach. */
export async function somebodyReacts(life: Life): Promise<void> {
  const rows = await asOwner<{ id: string; state: string; person_id: string }>(
    `select q.id, q.state, a.person_id from question q
       join question_asker a on a.organisation_id = q.organisation_id and a.question_id = q.id
      where q.organisation_id = $1 and q.state <> 'closed' order by q.id`,
    [life.organisationId],
  );
  if (rows.length === 0) return;
  const { id, state, person_id: personId } = one(life, rows);
  const asker = await actor(life, personId);
  if (!asker) return;
  const dice = life.random();
  if (state === 'answered' && dice < 0.7)
    await attempt(life, 'close', () => closeAsAsker(asker, id, { helped: dice < 0.6 }));
  else if (state === 'answered')
    await attempt(life, 'still stuck', () => writeBack(asker, id, { body: 'Ik zit nog vast.', stuck: true }));
  else if (dice < 0.1)
    await attempt(life, 'choose', () => chooseCoach(asker, id, { coachId: one(life, life.coaches) }));
}

/** A coach falls ill, plans leave, takes a pause, is back, or is not found. */
export async function somebodyIsAway(life: Life, now: Date): Promise<void> {
  const coachId = one(life, life.coaches);
  const coach = await actor(life, coachId);
  if (!coach) return;
  const days = (count: number) => minutesLater(now, count * 24 * 60);
  const dice = life.random();
  const substituteId = life.random() < 0.4 ? one(life, life.coaches) : null;
  if (dice < 0.35)
    await attempt(life, 'ill', () =>
      markAway(coach, coachId, { until: dice < 0.1 ? null : days(1 + Math.floor(dice * 10)), substituteId }),
    );
  else if (dice < 0.5)
    await attempt(life, 'leave', () =>
      markAway(coach, coachId, { from: days(2), until: days(9), substituteId }),
    );
  else if (dice < 0.7) await attempt(life, 'back', () => endAbsence(coach, coachId));
  else if (dice < 0.85) await attempt(life, 'pause', () => pauseHelp(coach, 60));
  else if (dice < 0.9) await attempt(life, 'here', () => iAmHere(coach));
  else {
    const colleague = await actor(life, one(life, life.people));
    if (colleague) await attempt(life, 'not found', () => tellNotFound(colleague, coachId));
  }
}

/** A coach leaves for good: the appointment ends today, as the staff list would have it. */
export async function somebodyLeaves(life: Life, lastDay: string): Promise<void> {
  const personId = one(life, life.coaches);
  await asOwner(
    `update appointment set ends_on = $3 where organisation_id = $1 and person_id = $2 and ends_on is null`,
    [life.organisationId, personId, lastDay],
  );
  life.done.set('left', (life.done.get('left') ?? 0) + 1);
}
