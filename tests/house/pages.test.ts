import { beforeAll, describe, expect, it } from 'vitest';
import '../../src/registry.server.ts';
import { addTown } from '../../bin/region/region.ts';
import { askQuestion, whoMayHelpMe } from '../../src/rooms/helpline/server/index.ts';
import { actorFor } from '../../src/rooms/people/server/index.ts';
import { asOwner, useDatabase } from '../support/database.ts';
import { loadPage, type Page } from '../support/pages.ts';
import { watched, type Statement } from '../support/watched.ts';

// What pages ask the database for: few things, none of them in a loop, each by way of an index. Looked at in a town
// with as much in it as a real one, beside another of the same size.

useDatabase();

/** Session and address are one more (hooks.server.ts), which a load does not see. */
const session = 1;
const most = 8;
const size = { name: 'Stad', staff: 400, units: 40, coaches: 25, questions: 2_000, tips: 300 };
/** Tables that grow with the years. Of the small ones the whole is read at once more cheaply. */
const large = [
  ...['question', 'question_asker', 'question_message', 'question_step', 'question_helper', 'notification'],
  ...['search_posting', 'search_document', 'activity', 'tip', 'shared_answer', 'address'],
];

type Place = { organisationId: string; personId: string; slug: string };
const places = {} as { coach: Place; employee: Place };
const ids = {} as Record<'helped' | 'own' | 'waiting' | 'cover' | 'tip' | 'answer', string>;

beforeAll(async () => {
  await addTown({ ...size, slug: 'stad' }, 1);
  await addTown({ ...size, slug: 'andere' }, 2);
  await asOwner('analyze');
  const [row] = await asOwner<Record<string, string>>(`
    with here as (select id from organisation where slug = 'stad'),
         coach as (select a.person_id from role r join appointment a on a.id = r.appointment_id, here
                    where r.kind = 'coach' and r.organisation_id = here.id order by 1 limit 1),
         asker as (select q.person_id, q.question_id from question_asker q, here where q.organisation_id = here.id
                      and not exists (select from role r join appointment a on a.id = r.appointment_id
                                       where a.person_id = q.person_id) order by 2 limit 1)
    select here.id as organisation, coach.person_id as coach, asker.person_id as asker, asker.question_id as own,
           (select id from question where holder_id = coach.person_id and state = 'answered' limit 1) as helped,
           (select id from tip where organisation_id = here.id limit 1) as tip,
           (select id from shared_answer where organisation_id = here.id limit 1) as answer
      from here, coach, asker`);
  const { organisation, coach, asker, ...found } = row!;
  places.coach = { organisationId: organisation!, personId: coach!, slug: 'stad' };
  places.employee = { organisationId: organisation!, personId: asker!, slug: 'stad' };
  Object.assign(ids, found, await askNow(places.employee));
  // What seldom changes was read by an earlier page (docs/decisions/0012-kept-roster.md).
  await loadPage(places.employee, { folder: '' });
}, 240_000);

/** What waits is reckoned when it is looked at, and under cover more than else. */
async function askNow({ organisationId, personId }: Place) {
  const { actor } = (await actorFor(organisationId, personId))!;
  const ask = { body: 'Hoe zet ik een bijlage bij een mail?', theme: null, key: '' };
  const coachId = (await whoMayHelpMe(actor)).coaches.cover[0]!.personId;
  return {
    waiting: await askQuestion(actor, ask),
    cover: await askQuestion(actor, { ...ask, way: 'cover', coachId }),
  };
}

const hot: [name: string, who: keyof typeof places, page: () => Page][] = [
  ['the start page of an employee', 'employee', () => ({ folder: '' })],
  ['the start page of a coach', 'coach', () => ({ folder: '' })],
  ['the list of a coach', 'coach', () => ({ folder: 'vragen' })],
  ['the list of an employee', 'employee', () => ({ folder: 'vragen' })],
  [
    'a question, for its asker',
    'employee',
    () => ({ folder: 'vragen/[question]', params: { question: ids.own } }),
  ],
  [
    'a question, for its helper',
    'coach',
    () => ({ folder: 'vragen/[question]/helpen', params: { question: ids.helped } }),
  ],
  [
    'a question that waits, for its asker',
    'employee',
    () => ({ folder: 'vragen/[question]', params: { question: ids.waiting } }),
  ],
  [
    'a question under cover, for its asker',
    'employee',
    () => ({ folder: 'vragen/[question]', params: { question: ids.cover } }),
  ],
  ['the page to ask', 'employee', () => ({ folder: 'vragen/nieuw' })],
  ['the tips', 'employee', () => ({ folder: 'tips' })],
  ['a tip', 'employee', () => ({ folder: 'tips/[tip]', params: { tip: ids.tip } })],
  ['an answer', 'employee', () => ({ folder: 'antwoorden/[answer]', params: { answer: ids.answer } })],
  ['the search', 'employee', () => ({ folder: 'zoeken', search: '?q=printer' })],
];

describe.each(hot)('%s', (_, who, page) => {
  it(`asks the database for at most ${most} things`, async () => {
    const { sent } = await watched(() => loadPage(places[who], page()));
    const asked = sent.map(({ text }) => text.replace(/\s+/g, ' ').slice(0, 160));
    expect(asked.length + session, asked.join('\n')).toBeLessThanOrEqual(most);
  });

  it('reads no table that grows from end to end', async () => {
    const { sent } = await watched(() => loadPage(places[who], page()));
    for (const statement of sent) expect(await readWhole(places[who], statement), statement.text).toEqual([]);
  });
});

/** The large tables that the plan of a statement reads whole when it is told to rather not. */
async function readWhole(
  { organisationId, personId }: Place,
  { text, values }: Statement,
): Promise<string[]> {
  if (!/^\s*(select|with|update|insert|delete)/i.test(text)) return [];
  const { inOrganisation, system } = await import('../../src/platform/server/scope.ts');
  const { CompiledQuery } = await import('kysely');
  return inOrganisation({ ...system(organisationId, 'tests.plans'), personId }, async (tx) => {
    await tx.executeQuery(CompiledQuery.raw('set local enable_seqscan = off'));
    const { rows } = await tx.executeQuery<{ 'QUERY PLAN': string }>(
      CompiledQuery.raw(`explain (costs off) ${text}`, [...values]),
    );
    const scanned = rows.flatMap((row) => /Seq Scan on (\w+)/.exec(row['QUERY PLAN'])?.[1] ?? []);
    return scanned.filter((table) => large.includes(table));
  });
}
