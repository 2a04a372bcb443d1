import { expect } from 'vitest';
import { addDays, localDay } from '#platform/days.ts';
import { inOrganisation, system } from '#platform/server/scope.ts';
import { organisationsHere } from '#rooms/organisations/server/index.ts';
import { snapshotOf } from '#rooms/people/server/index.ts';
import { currentAbsences } from '#rooms/people/presence.ts';
import { asOwner } from '../../../../tests/support/database.ts';
import '../../../../tests/support/world.ts';
import { loadDemo } from './index.ts';

// What must hold in the demo world, whatever day it is made on.

/** A few seconds; on a machine that does much else, many. */
export const madeWithinMs = 180_000;

export const makeDemo = () => loadDemo({ tell: () => {} });

const countOf = async (from: string, ...values: unknown[]): Promise<number> =>
  Number((await asOwner<{ count: string }>(`select count(*) from ${from}`, values))[0]!.count);

/** The towns, by slug, with how much there is of everything. */
export async function countsBySlug() {
  const rows = await asOwner<Record<string, string | number>>(`
    select slug,
           (select count(*)::int from person p where p.organisation_id = o.id) as people,
           (select count(*)::int from appointment a where a.organisation_id = o.id) as appointments,
           (select count(*)::int from tip t where t.organisation_id = o.id and status = 'published') as tips,
           (select count(*)::int from question q where q.organisation_id = o.id) as questions,
           (select count(*)::int from shared_answer s where s.organisation_id = o.id) as answers,
           (select count(distinct person_id)::int from role r
              join appointment a on a.id = r.appointment_id where r.organisation_id = o.id and kind = 'coach') as coaches,
           (select count(*)::int from absence a where a.organisation_id = o.id) as away,
           (select count(*)::int from network_member n where n.organisation_id = o.id) as members,
           (select count(*)::int from network_member n
             where n.organisation_id = o.id and member_organisation_id is not null) as members_here
      from organisation o where demo order by o.created_at`);
  return Object.fromEntries(rows.map(({ slug, ...counts }) => [slug, counts]));
}

type Open = { id: string; holder_id: string; waits_until: Date; asker_id: string };

/** Everything open is with somebody who is there, and waits. */
export async function expectEverybodyServed(): Promise<number> {
  let open = 0;
  for (const { id } of await organisationsHere())
    await inOrganisation(system(id, 'test'), async (tx) => {
      const { helpers } = await snapshotOf(tx);
      const awayIds = helpers
        .filter(({ away }) => currentAbsences(away, tx.now).length > 0)
        .map(({ personId }) => personId);
      const rows = await asOwner<Open>(
        `select q.id, holder_id, waits_until, person_id as asker_id from question q
           join question_asker a on a.question_id = q.id
          where q.organisation_id = $1 and state in ('waiting', 'claimed')`,
        [id],
      );
      open += rows.length;
      for (const question of rows) {
        expect(awayIds).not.toContain(question.holder_id);
        expect(question.holder_id).not.toBe(question.asker_id);
        expect(question.waits_until.getTime()).toBeGreaterThan(tx.now.getTime());
      }
      expect(await countOf(`question where holder_id is null and state <> 'merged'`)).toBe(0);
    });
  return open;
}

/** Nothing happened later than now, or before it all began. */
export async function expectPast(now: Date): Promise<void> {
  expect(await countOf('question where asked_at > $1 or changed_at > $1', now)).toBe(0);
  expect(await countOf('question_message where written_at > $1', now)).toBe(0);
  expect(await countOf('question_step where started_at > $1 or ended_at > $1', now)).toBe(0);
  expect(await countOf('activity where happened_at > $1', now)).toBe(0);
  expect(
    await countOf('question_message m join question q on q.id = m.question_id where written_at < asked_at'),
  ).toBe(0);
  const longAgo = addDays(localDay(now), -80);
  expect(await countOf('activity where happened_at < $1::date', longAgo)).toBe(0);
}

/** What is new is for whoever has something to do; only that is mailed. */
export async function expectQuietPast(): Promise<void> {
  const isNew = `q.id = n.subject_id and ((q.state = 'waiting' and q.holder_id = n.person_id)
      or (q.state = 'answered' and n.kind = 'question.answered'))`;
  const fresh = 'notification n where seen_at is null';
  expect(await countOf(`${fresh} and not exists (select from question q where ${isNew})`)).toBe(0);
  expect(
    await countOf(`question q where state = 'waiting' and not exists (select from ${fresh} and ${isNew})`),
  ).toBe(0);
  expect(await countOf(`notification where mail = 'waiting' and seen_at is not null`)).toBe(0);
  expect(await countOf(`pgboss.job where name = 'notifications.mail'`)).toBe(
    await countOf(`notification where mail = 'waiting'`),
  );
}
