import { expect } from 'vitest';
import { inOrganisation, system, type Tx } from '../../src/platform/server/scope.ts';
import { everybodyIn, keptOff } from '../../src/rooms/helpline/server/cover.ts';
import { questionThread } from '../../src/rooms/helpline/server/index.ts';
import type { Candidate, Snapshot } from '../../src/rooms/people/candidates.ts';
import { chainFor } from '../../src/rooms/people/chain.ts';
import { actorFor, snapshotOf } from '../../src/rooms/people/server/index.ts';
import { asOwner } from '../support/database.ts';

// Who was placed, and who is said to come next, held against the chain of the moment: candidates() has tests of its own,
// here it is looked at whether questions follow it.

type Turn = {
  id: string;
  question_id: string;
  person_id: string;
  kind: string;
  started_at: Date;
  ended_at: Date | null;
  ending: string | null;
};

type Asked = {
  id: string;
  unit_id: string;
  theme: string | null;
  state: string;
  holder_id: string;
  waits_until: Date;
  round_started_at: Date;
  kept: boolean;
  asker_id: string;
};

const chosenFromChain = [
  'own_coach',
  'substitute',
  'neighbour',
  'expert',
  'pool',
  'ict',
  'coordinator',
  'admin',
];
/** How a turn ends when the question itself moves on along the chain. */
const movedOn = ['silent', 'passed', 'away', 'left'];

/** Since when the round of each open question goes, as it was when last looked at. */
export type Rounds = Map<string, Date>;

const questionsWhere = (organisationId: string, where: string, value: unknown) =>
  asOwner<Asked>(
    `select q.id, q.unit_id, q.theme, q.state, q.holder_id, q.waits_until, q.round_started_at,
            q.under_cover or q.outside_unit as kept, asked.person_id as asker_id
       from question q join question_asker asked
            on asked.organisation_id = q.organisation_id and asked.question_id = q.id
      where q.organisation_id = $1 and ${where}`,
    [organisationId, value],
  );

const turnsOf = (organisationId: string, questionIds: readonly string[]) =>
  asOwner<Turn>(
    `select id, question_id, person_id, reason ->> 'kind' as kind, started_at, ended_at, ending from question_step
      where organisation_id = $1 and question_id = any($2) order by started_at, id`,
    [organisationId, questionIds],
  );

/** The chain of a question at a moment, also of one that is kept from the asker's own unit. */
async function chainOf(tx: Tx, snapshot: Snapshot, asked: Asked, moment: Date): Promise<Candidate[]> {
  const { unit_id: unitId, theme, asker_id: askerId, kept } = asked;
  const skip = kept ? everybodyIn(await keptOff(tx, askerId)) : undefined;
  return chainFor(snapshot, unitId, { theme, moment, askerId, skip });
}

/** The first who had no turn, else the first who is somebody else than whoever has it. */
const firstOf = (chain: readonly Candidate[], tried: readonly string[]): Candidate | undefined =>
  chain.find(({ personId }) => !tried.includes(personId)) ??
  chain.find(({ personId }) => personId !== tried.at(-1));

/**
 * Every turn that began since was that of the first in the chain of its moment, of those who had no turn in the round.
 * To be called before anything else happens; returns how many were held against it.
 */
export async function checkPlaced(organisationId: string, since: Date, rounds: Rounds): Promise<number> {
  const begun = await asOwner<{ question_id: string }>(
    'select distinct question_id from question_step where organisation_id = $1 and started_at > $2',
    [organisationId, since],
  );
  const ids = begun.map((row) => row.question_id);
  const turns = await turnsOf(organisationId, ids);
  const asked = new Map(
    (await questionsWhere(organisationId, 'q.id = any($2)', ids)).map((one) => [one.id, one]),
  );
  let checked = 0;
  await inOrganisation(system(organisationId, 'quarter'), async (tx) => {
    const snapshot = await snapshotOf(tx);
    // Backwards: before each turn the load was as if it had not begun.
    for (const turn of turns.filter((one) => one.started_at > since).toReversed()) {
      const before = turns.filter((one) => one.question_id === turn.question_id && one.id < turn.id);
      const last = before.at(-1);
      const follows = last !== undefined && last.ended_at?.getTime() === turn.started_at.getTime();
      load(snapshot, turn.person_id, -1);
      if (follows && (movedOn.includes(last.ending!) || !chosenFromChain.includes(turn.kind)))
        load(snapshot, last.person_id, 1);
      if (!chosenFromChain.includes(turn.kind)) continue;
      const chain = await chainOf(tx, snapshot, asked.get(turn.question_id)!, turn.started_at);
      const round = rounds.get(turn.question_id);
      const moved = follows && movedOn.includes(last.ending!);
      const inRound = before.filter((one) => moved && round && one.started_at >= round);
      const tried = moved ? [...inRound.map((one) => one.person_id), last.person_id] : [];
      const first = firstOf(chain, tried) ?? chain[0];
      expect(turn.person_id, `question ${turn.question_id} at ${turn.started_at.toISOString()}`).toBe(
        first?.personId,
      );
      checked++;
    }
  });
  return checked;
}

function load(snapshot: Snapshot, personId: string, more: number): void {
  const helper = snapshot.helpers.find((one) => one.personId === personId);
  if (helper) helper.openLoad += more;
}

/** What to hold the next turns against. */
export async function roundsNow(organisationId: string): Promise<Rounds> {
  const open = await questionsWhere(organisationId, 'q.state = any($2)', ['waiting', 'claimed']);
  return new Map(open.map((one) => [one.id, one.round_started_at]));
}

/**
 * The page of its asker says who comes next: whom it would go to, as things look now; somebody who is there then, or,
 * with nobody there, the first to be. Returns whether there was a page to look at.
 */
export async function checkNext(organisationId: string, questionId: string): Promise<boolean> {
  const [asked] = await questionsWhere(organisationId, 'q.id = $2', questionId);
  if (!asked || !['waiting', 'claimed'].includes(asked.state)) return false;
  const asker = await actorFor(organisationId, asked.asker_id);
  if (!asker) return false;
  const { next, now } = await questionThread(asker.actor, questionId);
  const turns = (await turnsOf(organisationId, [questionId])).filter(
    (one) => one.started_at >= asked.round_started_at && one.person_id !== asked.holder_id,
  );
  const tried = [...turns.map((one) => one.person_id), asked.holder_id];
  await inOrganisation(system(organisationId, 'quarter'), async (tx) => {
    const snapshot = await snapshotOf(tx);
    const moment = asked.waits_until > now ? asked.waits_until : now;
    const chain = await chainOf(tx, snapshot, asked, moment);
    const expected = firstOf(chain, tried);
    const helper = snapshot.helpers.find((one) => one.personId === expected?.personId);
    const at = `question ${questionId} at ${now.toISOString()}`;
    expect(next, at).toEqual(helper ? { firstName: helper.firstName, lastName: helper.lastName } : null);
    if (!expected) return;
    const fresh = chain.filter((one) => !tried.includes(one.personId));
    const others = fresh.length > 0 ? fresh : chain.filter((one) => one.personId !== asked.holder_id);
    const isThere = (one: Candidate) => one.thereNow;
    expect(isThere(expected) || !others.some(isThere), `${at}: somebody who is there comes later`).toBe(true);
  });
  return true;
}
