import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appRole } from '../support/cluster.ts';
import { asOwner, useDatabase } from '../support/database.ts';
import { complain } from './tree.ts';

/** Tables outside the wall, and why. */
const unwalled: Record<string, string> = {
  migration: 'which files ran; nothing about anybody',
  test_clock: 'one row, a shift of the clock',
  worker_beat: 'one row, when the worker was last seen',
};

/** Walled, with another key than (organisation_id, …), and why. */
const otherKeys: Record<string, string> = {
  organisation: 'it is the tenant itself: its id is what the others carry',
  address: 'found by what it leads from, before the organisation is known',
};

type Table = { name: string; walled: boolean; policies: string[]; key: string[]; default: string | null };

const database = useDatabase();
let tables: Table[] = [];
const walledTables = () => tables.filter((table) => !(table.name in unwalled));

beforeAll(async () => {
  tables = await asOwner<Table>(`
    select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as walled,
           array(select concat_ws(' ', polname, polcmd, polroles::regrole[], pg_get_expr(polqual, polrelid),
                                  pg_get_expr(polwithcheck, polrelid))
                   from pg_policy where polrelid = c.oid and polpermissive order by polname) as policies,
           array(select a.attname::text from pg_constraint k, unnest(k.conkey) with ordinality as part (number, place)
                   join pg_attribute a on a.attnum = part.number
                  where k.conrelid = c.oid and k.contype = 'p' and a.attrelid = c.oid order by part.place) as key,
           (select pg_get_expr(d.adbin, d.adrelid) from pg_attrdef d join pg_attribute a on a.attrelid = d.adrelid
             and a.attnum = d.adnum where d.adrelid = c.oid and a.attname = 'organisation_id') as default
      from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by 1`);
});

/** What wall() makes: for all commands (*), the owner passes, the app only within the organisation. */
const policiesOf = (name: string) => {
  const within = `(${name === 'organisation' ? 'id' : 'organisation_id'} = current_organisation())`;
  return ['owner * {trekkracht_owner} true true', `wall * {${appRole}} ${within} ${within}`];
};

test('every table stands behind the wall', () => {
  expect(tables.length).toBeGreaterThan(20);
  const faults = walledTables().flatMap(({ name, walled, policies }) => {
    if (!walled) return [`${name}: row-level security is not enabled and forced`];
    const strange = policies.filter((policy) => !policiesOf(name).includes(policy));
    const missing = policiesOf(name).filter((policy) => !policies.includes(policy));
    return [...strange.map((one) => `${name} has: ${one}`), ...missing.map((one) => `${name} lacks: ${one}`)];
  });
  complain(faults, "Call select wall('…') after create table; a further policy can only be restrictive:");
});

test('every key begins with the organisation, which is the one that is entered', () => {
  const faults = walledTables().flatMap((table) => {
    if (table.name in otherKeys) return [];
    if (table.key[0] !== 'organisation_id') return [`${table.name}: primary key (${table.key.join(', ')})`];
    return table.default === 'current_organisation()'
      ? []
      : [`${table.name}: organisation_id has no default`];
  });
  complain(faults, 'Make the primary key (organisation_id, …) and wall the table:');
});

test('no row points across the wall, and nothing goes because a person goes', async () => {
  const keys = await asOwner<{ name: string; target: string; definition: string; cascades: boolean }>(`
    select conrelid::regclass || ' ' || conname as name, confrelid::regclass::text as target,
           pg_get_constraintdef(oid) as definition, confdeltype = 'c' as cascades
      from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by 1`);
  expect(keys.length).toBeGreaterThan(20);
  const composite = /^FOREIGN KEY \(organisation_id, .+\) REFERENCES \w+\(organisation_id, /;
  const tenant = /^FOREIGN KEY \(organisation_id\) REFERENCES organisation\(id\)$/;
  const lone = keys.filter(({ definition }) => !composite.test(definition) && !tenant.test(definition));
  const cascading = keys.filter(({ target, cascades }) => cascades && target === 'person');
  const nulling = keys.filter(({ definition }) => /SET NULL$/.test(definition));
  complain(
    lone.map(say),
    'Reference (organisation_id, id): a plain key accepts a row of another organisation:',
  );
  complain(
    cascading.map(say),
    'Never cascade from a person; set the column null, or erase by the rules of privacy:',
  );
  complain(
    nulling.map(say),
    'Name the column, or the organisation is set null too: on delete set null (coach_id):',
  );
});

const say = ({ name, definition }: { name: string; definition: string }) => `${name}: ${definition}`;

test('web and worker own nothing and pass no wall', async () => {
  const roles = await asOwner<{ name: string; mighty: boolean; owns: number }>(
    `select rolname as name, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as mighty,
            (select count(*)::int from pg_class c where c.relowner = r.oid) +
            (select count(*)::int from pg_auth_members m where m.member = r.oid) as owns
       from pg_roles r where rolname in ($1, current_user)`,
    [appRole],
  );
  expect(roles).toHaveLength(2);
  complain(
    roles.filter((role) => role.mighty || (role.name === appRole && role.owns > 0)).map((role) => role.name),
    'Take these rights away again; neither owner nor app needs them:',
  );
});

test('the door through the wall is as narrow as it was', async () => {
  const rows = await asOwner<{ name: string }>(
    `select proname || ': ' || coalesce(array_to_string(proconfig, ' '), 'no search_path') as name
       from pg_proc where prosecdef and pronamespace = 'public'::regnamespace order by 1`,
  );
  expect(
    rows.map((row) => row.name),
    'A function that passes the wall (security definer) is reviewed: it gives ids only, fixes its search_path, and is named here',
  ).toEqual(['organisations_here: search_path=public, pg_temp', 'resolve: search_path=public, pg_temp']);
});

const [ours, theirs] = [
  '00000000-0000-7000-8000-000000000001',
  '00000000-0000-7000-8000-000000000002',
] as const;
let app: pg.Client;

const enter = async (organisation: string) => {
  await app.query('begin');
  await app.query(`select set_config('app.organisation', $1, true)`, [organisation]);
};

beforeAll(async () => {
  app = new pg.Client({ connectionString: database.appUrl });
  await app.connect();
  for (const id of [ours, theirs]) {
    await enter(id);
    const slug = id === ours ? 'ours' : 'theirs';
    await app.query(`insert into organisation (id, slug, name, default_hours) values ($1, $2, $2, '{}')`, [
      id,
      slug,
    ]);
    await app.query(`insert into unit (id, name) values ($1, 'before')`, [id]);
    await app.query('commit');
  }
});

afterAll(() => app.end());

test('a migration that updates a walled table changes rows', async () => {
  const changed = await asOwner(`update unit set name = 'after' returning id`);
  expect(changed, 'The owner needs a policy of its own: see wall() in 0001_wall.sql').toHaveLength(2);
});

test('without an organisation nothing is there', async () => {
  for (const { name } of walledTables()) {
    const { rowCount } = await app.query(`select from ${name} limit 1`);
    expect(rowCount, `${name} shows rows to somebody who entered no organisation`).toBe(0);
  }
  expect((await app.query(`update unit set name = 'nobody'`)).rowCount).toBe(0);
});

test('inside an organisation only its own rows are there', async () => {
  await enter(ours);
  expect((await app.query('select id from unit')).rows).toEqual([{ id: ours }]);
  expect((await app.query(`update unit set name = 'mine'`)).rowCount).toBe(1);
  await expect(app.query('update unit set organisation_id = $1', [theirs])).rejects.toThrow(
    'row-level security',
  );
  await app.query('rollback');
});
