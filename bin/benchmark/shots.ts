import { createHmac, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { benchWords } from '#demo/region.ts';
import { newId } from '#platform/ids.ts';
import type { Shot } from './load.ts';

// Who asks for what: people of the large organisation, each signed in, each with their own pages.

export type Row = { name: string; expected: number; shots: (count: number) => Shot[]; warm: boolean };

type Coach = { cookie: string; question: string; waiting: string[] };

const slug = 'grootstad';
const people = 40;

/** What is measured, in the order of quality.md. `owner` is a connection that sees everything. */
export async function rowsOf(owner: pg.Client, cookieSecret: string): Promise<Row[]> {
  const employees = await Promise.all(
    (await employeeIds(owner)).map((id) => signIn(owner, id, cookieSecret)),
  );
  const coaches = await coachesOf(owner, cookieSecret);
  const home = `/${slug}`;
  const turn = <T>(list: readonly T[], at: number): T => list[at % list.length]!;
  const get = (path: string, cookie: string): Shot => ({ method: 'GET', path, cookie });
  const many = (one: (at: number) => Shot) => (count: number) =>
    Array.from({ length: count }, (_, at) => one(at));
  const waiting = coaches.flatMap((coach) => coach.waiting.map((id) => ({ id, cookie: coach.cookie })));
  let answered = 0;
  return [
    { name: 'list of a coach', ...reads(many((at) => get(`${home}/vragen`, turn(coaches, at).cookie))) },
    {
      name: 'question with ten messages',
      ...reads(
        many((at) => get(`${home}/vragen/${turn(coaches, at).question}/helpen`, turn(coaches, at).cookie)),
      ),
    },
    { name: 'start page, employee', ...reads(many((at) => get(home, turn(employees, at)))) },
    { name: 'start page, coach', ...reads(many((at) => get(home, turn(coaches, at).cookie))) },
    {
      name: 'search while typing',
      ...reads(many((at) => typing(`${home}/vragen/lijkt-op`, turn(employees, at), at))),
    },
    {
      name: 'search page',
      ...reads(
        many((at) =>
          get(`${home}/zoeken?q=${encodeURIComponent(turn(benchWords.searched, at))}`, turn(employees, at)),
        ),
      ),
    },
    {
      name: 'ask',
      expected: 303,
      warm: false,
      shots: many((at) => asking(`${home}/vragen/nieuw?/askQuestion`, turn(employees, at), at)),
    },
    {
      name: 'answer',
      expected: 303,
      warm: false,
      shots: many(() => answering(home, turn(waiting, answered++))),
    },
  ];
}

const reads = (shots: Row['shots']) => ({ expected: 200, warm: true, shots });

const typing = (path: string, cookie: string, at: number): Shot => ({
  ...{ method: 'POST', path, cookie, type: 'text/plain' },
  body: benchWords.typed[at % benchWords.typed.length]!,
});

const asking = (path: string, cookie: string, at: number): Shot => ({
  ...{ method: 'POST', path, cookie },
  body: new URLSearchParams({
    body: benchWords.asked(at),
    theme: 'other',
    key: newId(),
  }).toString(),
});

const answering = (home: string, { id, cookie }: { id: string; cookie: string }): Shot => ({
  ...{ method: 'POST', path: `${home}/vragen/${id}/helpen?/answerQuestion`, cookie },
  body: new URLSearchParams({
    body: benchWords.answered,
    theme: 'other',
  }).toString(),
});

async function employeeIds(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(
    `select p.id from person p join organisation o on o.id = p.organisation_id
      where o.slug = $1 and not exists (select from role r join appointment a on a.id = r.appointment_id where a.person_id = p.id)
      order by p.id limit $2`,
    [slug, people],
  );
  return rows.map(({ id }) => id);
}

async function coachesOf(owner: pg.Client, cookieSecret: string): Promise<Coach[]> {
  const { rows } = await owner.query<{ id: string; question: string; waiting: string[] }>(
    `select p.id,
            (select q.id from question q join question_message m on m.question_id = q.id
              where q.holder_id = p.id group by q.id order by count(*) desc limit 1) as question,
            array(select q.id from question q where q.holder_id = p.id and q.state = 'waiting' order by q.id) as waiting
       from person p join organisation o on o.id = p.organisation_id
      where o.slug = $1 and exists (select from role r join appointment a on a.id = r.appointment_id
                                     where a.person_id = p.id and r.kind = 'coach')
      order by p.id limit $2`,
    [slug, people],
  );
  return Promise.all(
    rows.map(async ({ id, ...row }) => ({ ...row, cookie: await signIn(owner, id, cookieSecret) })),
  );
}

/** A session as signing in would have made it; see rooms/people/server/sign-in-cookie.ts. */
async function signIn(owner: pg.Client, personId: string, cookieSecret: string): Promise<string> {
  const [identity, token] = [newId(), randomBytes(24).toString('hex')];
  await owner.query('insert into identity.identity (id, email) values ($1, $2)', [
    identity,
    `${identity}@no-mail.invalid`,
  ]);
  await owner.query(
    `insert into address (organisation_id, kind, lookup, subject_id)
     select organisation_id, 'identity', $2, id from person where id = $1`,
    [personId, identity],
  );
  await owner.query(
    `insert into identity.session (id, identity_id, token, expires_at, updated_at)
     values ($1, $2, $3, now() + interval '1 day', now())`,
    [newId(), identity, token],
  );
  const signature = createHmac('sha256', cookieSecret).update(token).digest('base64');
  return `trekkracht.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
}
