import { sql } from 'kysely';
import { demoStaffList } from '#demo/people.ts';
import { longNames, longUnitName } from '#demo/region.ts';
import { newId } from '#platform/ids.ts';
import { inOrganisation, system, type Tx } from '#platform/server/scope.ts';
import { resolve } from '#rooms/organisations/server/index.ts';
import type { Coach, Person } from './people.ts';
import { questionTables, questionsOf } from './questions.ts';
import { chance, putIn } from './rows.ts';
import { searchTables, tipsOf } from './texts.ts';

/** What interface.md wants each page looked at with; the 400 colleagues are those of the demo. */
const full = { slug: demoStaffList.slug, name: demoStaffList.town, coaches: 25, questions: 2_000, tips: 150 };
const standardAnswers = 40;

/**
 * Makes the largest town of the demo as full as a real one after two years: beside what the demo plays there (merged,
 * under cover, noted, away) thousands of questions, tips in every state, and colleagues with long names or the same one.
 */
export async function fillUp(): Promise<'made' | 'no_demo' | 'exists'> {
  const organisationId = (await resolve('slug', full.slug))[0]?.organisationId;
  if (!organisationId) return 'no_demo';
  return inOrganisation(system(organisationId, 'seed.town'), async (tx) => {
    const { here } = await tx
      .selectFrom('question')
      .select(({ fn }) => fn.countAll<string>().as('here'))
      .executeTakeFirstOrThrow();
    if (Number(here) >= full.questions) return 'exists';
    await fill(tx, full.questions - Number(here));
    return 'made';
  });
}

async function fill(tx: Tx, count: number): Promise<void> {
  const random = chance(1);
  await nameLong(tx);
  await addCoaches(tx);
  const town = { people: await peopleHere(tx), coaches: await coachesHere(tx), now: tx.now, random };
  const questions = questionsOf({ ...full, staff: town.people.length, units: 0, questions: count }, town);
  const tips = tipsOf(full.tips);
  const texts = [
    ...tips.map((tip) => ({ kind: 'tip', subjectId: tip.id, ...tip })),
    ...questions.map((question) => ({ kind: 'question', subjectId: question.id, ...question })),
  ];
  const tables = [
    ...questionTables(questions, tx.now),
    ['tip', tips.map(({ row }) => row)] as const,
    ['standard_answer', answersToShare(tx.now)] as const,
    ...searchTables(texts),
  ];
  for (const [table, rows] of tables) await putIn(tx, table, rows);
  await vary(tx);
  await keepVersions(tx);
}

const answersToShare = (now: Date) =>
  tipsOf(standardAnswers).map(({ title, body }) => ({
    ...{ id: newId(), owner_id: null, title, body, changed_at: now, removed_at: null },
  }));

const today = sql`(app_now() at time zone 'Europe/Brussels')::date`;

async function peopleHere(tx: Tx): Promise<Person[]> {
  const { rows } = await sql<Person>`
    select distinct on (person_id) person_id as id, unit_id as "unitId", id as "appointmentId" from appointment
     where coalesce(starts_on, ${today}) <= ${today} and coalesce(ends_on, ${today}) >= ${today}
     order by person_id, id`.execute(tx);
  return rows;
}

async function coachesHere(tx: Tx): Promise<Coach[]> {
  const { rows } = await sql<Coach>`
    select a.person_id as id, a.unit_id as "unitId", a.id as "appointmentId", r.unit_id as "coachOf"
      from role r join appointment a on a.id = r.appointment_id
     where r.kind = 'coach' and r.ends_on is null order by r.id`.execute(tx);
  return rows;
}

/** More coaches, in the units with most colleagues, until there are as many as there should be. */
const addCoaches = (tx: Tx) =>
  sql`
    with large as (
      select distinct on (a.unit_id) a.id, a.unit_id, count(*) over (partition by a.unit_id) as staff
        from appointment a
       where a.ends_on is null and a.person_id not in (
         select held.person_id from role r join appointment held on held.id = r.appointment_id)
       order by a.unit_id, a.id)
    insert into role (id, appointment_id, kind, unit_id, starts_on)
    select gen_random_uuid(), id, 'coach', unit_id, ${today} - 100 from large order by staff desc
     limit greatest(0, ${full.coaches} - (
       select count(distinct a.person_id) from role r join appointment a on a.id = r.appointment_id
        where r.kind = 'coach' and r.ends_on is null))`.execute(tx);

/** Long names for a few coaches, two of them with one first name, for one in forty of the others, and for a unit. */
async function nameLong(tx: Tx): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select distinct a.person_id as id from role r join appointment a on a.id = r.appointment_id
     where r.kind = 'coach' order by 1 desc limit ${longNames.length}`.execute(tx);
  for (const [at, { id }] of rows.entries()) {
    const [firstName, lastName] = longNames[at]!;
    await tx
      .updateTable('person')
      .set({ first_name: firstName, last_name: lastName })
      .where('id', '=', id)
      .execute();
  }
  await sql`
    update person set last_name = last_name || '-Van den Abeele' where id in (
      select id from (select id, row_number() over (order by id) as at from person) as one where at % 40 = 0)`.execute(
    tx,
  );
  await sql`
    update unit set name = ${longUnitName} where id = (
      select unit_id from role where kind = 'coach' order by unit_id desc limit 1)`.execute(tx);
}

/** Of every tip the text it has now is its last version. */
const keepVersions = (tx: Tx) =>
  sql`
    insert into tip_version (tip_id, version, title, body, changed_at)
    select id, version, title, body, changed_at from tip
     where id not in (select tip_id from tip_version)`.execute(tx);

/** Some of what was put in is urgent, noted for a colleague or kept from the own unit; tips are in every state. */
async function vary(tx: Tx): Promise<void> {
  await sql`
    update question set
      urgent = case when at % 40 = 7 then 'clicked' end,
      noted_by = case when at % 15 = 4 then holder_id end,
      channel = case when at % 15 = 4 then 'coach' else channel end,
      outside_unit = at % 20 = 9
    from (select id as of_id, row_number() over (order by id desc) as at from question) as one
    where of_id = id and (at % 40 = 7 or at % 15 = 4 or at % 20 = 9)
      and urgent is null and noted_by is null and not outside_unit and not under_cover`.execute(tx);
  await sql`
    update tip set
      status = (array['draft', 'reviewed', 'to_review', 'expired'])[1 + at % 4],
      author_id = author, owner_id = author,
      expired_from = case when at % 4 = 3 then 'published' end
    from (select id as of_id, row_number() over (order by id) as at from tip) as one,
         (select a.person_id as author from role r join appointment a on a.id = r.appointment_id
           where r.kind = 'coach' order by r.id limit 1) as first
    where of_id = id and at % 6 = 0`.execute(tx);
}
