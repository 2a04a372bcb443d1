import { expect } from 'vitest';
import { asOwner } from '../support/database.ts';

// What must be true at every moment of the quarter, looked up past the wall and without the code that routes.

type Open = {
  id: string;
  state: string;
  holder_id: string | null;
  waits_until: Date;
  works_here: boolean;
  away: boolean;
  left_alone: boolean;
  there_from: Date | null;
  unit_id: string;
  theme: string | null;
  asker_id: string;
  /** From the asker's own unit. */
  kept: boolean;
};

const open = (organisationId: string, now: Date) =>
  asOwner<Open>(
    `with today as (select ($2::timestamptz at time zone 'Europe/Brussels')::date as day)
     select q.id, q.state, q.holder_id, q.waits_until, q.unit_id, q.theme, asked.person_id as asker_id,
            q.under_cover or q.outside_unit as kept,
            exists (select from appointment a, today where a.organisation_id = q.organisation_id
                       and a.person_id = q.holder_id and (a.starts_on is null or a.starts_on <= day)
                       and (a.ends_on is null or a.ends_on >= day)) as works_here,
            exists (select from absence a where a.organisation_id = q.organisation_id and a.person_id = q.holder_id
                       and a.starts_at <= $2 and (a.ends_at is null or a.ends_at > $2)) as away,
            exists (select from helper h where h.organisation_id = q.organisation_id and h.person_id = q.holder_id
                       and h.paused_until > $2) as left_alone,
            (select present_from from question_step s where s.organisation_id = q.organisation_id
                and s.question_id = q.id and s.ended_at is null) as there_from
       from question q join question_asker asked
            on asked.organisation_id = q.organisation_id and asked.question_id = q.id
      where q.organisation_id = $1 and q.state in ('waiting', 'claimed')`,
    [organisationId, now],
  );

/** Whom the chain of a question would choose. */
export type FirstOf = (question: Open, now: Date) => Promise<string | null>;

/** What the pages said of an open question: who has it, and until when. */
export type Promised = Map<string, { holderId: string; waitsUntil: Date }>;

/**
 * Each open question has a named person who works there and is not away, or is yet the first to be back, and a moment
 * still to come; and each promise of before was kept: what nobody reacted to moved on at the minute that was shown, no
 * sooner and no later. Of what is kept from a unit the chain is not known here: cover has tests of its own.
 */
export async function checkMoment(
  organisationId: string,
  { now, promised, firstOf }: { now: Date; promised: Promised; firstOf: FirstOf },
): Promise<Promised> {
  const rows = await open(organisationId, now);
  const shown: Promised = new Map();
  for (const row of rows) {
    const at = `question ${row.id} at ${now.toISOString()}`;
    expect(row.holder_id, `${at} has nobody`).not.toBeNull();
    expect(row.works_here, `${at} stands with somebody who left`).toBe(true);
    const gone = row.away ? 'is away' : row.left_alone && row.state === 'waiting' ? 'takes a pause' : null;
    if (gone && !row.kept)
      expect(await firstOf(row, now), `${at} stands with who ${gone}`).toBe(row.holder_id);
    expect(row.waits_until.getTime(), `${at} should have moved on`).toBeGreaterThan(now.getTime());
    expect(row.there_from, `${at} is nobody's turn`).not.toBeNull();
    expect(row.there_from! < row.waits_until, `${at} moves on before its helper is there`).toBe(true);
    shown.set(row.id, { holderId: row.holder_id!, waitsUntil: row.waits_until });
  }
  await checkSilences(organisationId, promised);
  return shown;
}

/** Turns that ended in silence since they were promised ended when it was said. */
async function checkSilences(organisationId: string, promised: Promised): Promise<void> {
  if (promised.size === 0) return;
  const ended = await asOwner<{ question_id: string; person_id: string; ended_at: Date }>(
    `select question_id, person_id, ended_at from question_step
      where organisation_id = $1 and ending = 'silent' and question_id = any($2) and ended_at >= $3`,
    [
      organisationId,
      [...promised.keys()],
      new Date(Math.min(...[...promised.values()].map((one) => +one.waitsUntil))),
    ],
  );
  for (const turn of ended) {
    const said = promised.get(turn.question_id);
    if (said?.holderId !== turn.person_id) continue;
    const lateMs = turn.ended_at.getTime() - said.waitsUntil.getTime();
    if (lateMs < -60_000) continue;
    expect(lateMs, `question ${turn.question_id} moved on ${lateMs} ms after it was said`).toBeLessThan(
      60_000,
    );
    expect(lateMs, `question ${turn.question_id} moved on before it was said`).toBeGreaterThanOrEqual(0);
  }
}

/** Nothing was told to somebody after they left. */
export async function checkNobodyGoneIsTold(organisationId: string): Promise<void> {
  const told = await asOwner(
    `select n.kind from notification n
      where n.organisation_id = $1 and n.kind like 'question.%'
        and not exists (select from appointment a where a.organisation_id = n.organisation_id
                           and a.person_id = n.person_id
                           and (a.ends_on is null or a.ends_on >= (n.made_at at time zone 'Europe/Brussels')::date))`,
    [organisationId],
  );
  expect(told).toEqual([]);
}
