import * as v from 'valibot';
import { beforeAll, expect, test } from 'vitest';
import { Conflict, Invalid } from '#platform/errors.ts';
import { resolve, unitsHere } from '#rooms/organisations/server/index.ts';
import { actorFor, peopleHere, signInLink, whoHelpsMe } from '#rooms/people/server/index.ts';
import { asOwner, travelTo, useDatabase } from '../../../../tests/support/database.ts';
import { mondayMorning } from '../../../../tests/support/world.ts';
import { beginForm } from '../forms.ts';
import {
  administratorAt,
  beginOrganisation,
  beginWithPass,
  isPass,
  newSetUpCode,
  openSetUp,
} from './index.ts';

useDatabase();

beforeAll(() => travelTo(mondayMorning));

const dorp = { slug: 'ons-dorp', name: 'Ons Dorp', demo: false };
const an = { firstName: 'An', lastName: 'De Smet', email: 'An.De_Smet@Dorp.example' };

const asked = {
  ...{ name: 'Veurne', slug: undefined, kbo: undefined, ovo: undefined, nis: undefined },
  ...{ ...an, coordinates: true },
};
const headers = new Headers();

test('with the code that was printed somebody begins, once, and is signed in as administrator and coordinator', async () => {
  const code = await newSetUpCode();
  expect(await asOwner('select lookup from identity.set_up_code')).not.toMatchObject([{ lookup: code }]);
  await expect(openSetUp('bcdf-ghjk-mnpr')).rejects.toMatchObject({
    problems: { code: 'onboarding_code_wrong' },
  });
  // Somebody on the network who guesses keeps nobody out who read the code.
  const guesses = await Promise.allSettled(Array.from({ length: 40 }, () => openSetUp('bcdf-ghjk-mnpz')));
  for (const one of guesses)
    expect(one).toMatchObject({ reason: { problems: { code: 'onboarding_code_wrong' } } });
  await expect(beginWithPass('0'.repeat(64), { asked, headers })).rejects.toThrow(Conflict);
  expect(await isPass('é'.repeat(64))).toBe(false);
  const pass = await openSetUp(` ${code!.toUpperCase().replaceAll('-', ' ')}`);
  expect(await isPass(pass)).toBe(true);
  await expect(beginWithPass(pass, { asked: { ...asked, slug: 'api' }, headers })).rejects.toThrow(Invalid);
  expect(await asOwner('select 1 from organisation')).toHaveLength(0);

  const both = [1, 2].map(() => beginWithPass(pass, { asked, headers }));
  const [done, late] = (await Promise.allSettled(both)).toSorted((one) =>
    one.status === 'fulfilled' ? -1 : 1,
  );
  expect(late).toMatchObject({ status: 'rejected', reason: { reason: 'onboarding_closed' } });
  expect(done).toMatchObject({ value: { slug: 'veurne', setCookies: [expect.stringContaining('session')] } });
  const [here] = await resolve('slug', 'veurne');
  const [person] = await asOwner<{ id: string }>('select id from person');
  const { actor } = (await actorFor(here!.organisationId, person!.id))!;
  expect(actor.roles.map(({ kind }) => kind).toSorted()).toEqual(['admin', 'coordinator']);
  // The territory is in the list of authorities; what was typed wins from it.
  expect(await asOwner('select kind, value, employer_id from identifier')).toEqual([
    { kind: 'nis', value: '38025', employer_id: null },
  ]);
});

test('nobody begins with an address of our own making', () => {
  const filled = { ...asked, coordinates: true };
  expect(v.safeParse(beginForm, filled).success).toBe(true);
  expect(v.safeParse(beginForm, { ...filled, email: 'an@dorp.demo.invalid' }).success).toBe(false);
});

test('many who have no pass keep nobody waiting', async () => {
  const begun = performance.now();
  const tries = Array.from({ length: 30 }, () => beginWithPass('0'.repeat(64), { asked, headers }));
  for (const one of await Promise.allSettled(tries))
    expect(one).toMatchObject({ status: 'rejected', reason: { reason: 'onboarding_closed' } });
  expect(performance.now() - begun).toBeLessThan(5_000);
});

test('once there is an organisation the code is gone, and none is made', async () => {
  expect(await asOwner('select 1 from identity.set_up_code')).toEqual([]);
  expect(await newSetUpCode()).toBeNull();
  await expect(openSetUp('bcdf-ghjk-mnpr')).rejects.toThrow(Conflict);
});

test('an organisation begins with an administrator who can sign in, and who already helps', async () => {
  const begun = await beginOrganisation({ ...dorp, admin: administratorAt(an.email) });
  expect(begun.personName).toBe('An De Smet');
  const here = await actorFor(begun.organisationId, begun.personId);
  expect(here!.actor.roles.map(({ kind }) => kind)).toEqual(['admin']);
  const { people } = await peopleHere(here!.actor, { q: '', page: 1 });
  expect(people).toHaveLength(1);
  expect((await whoHelpsMe(here!.actor)).first.personId).toBe(begun.personId);
  expect(await unitsHere(here!.actor)).toHaveLength(1);
  expect(await signInLink(begun.organisationId, begun.personId)).toMatch(/\/aanmelden\/link\?token=\S{20,}$/);
  const [row] = await asOwner('select email from person where id = $1', [begun.personId]);
  expect(row).toEqual({ email: 'an.de_smet@dorp.example' });
});

test('numbers of registers are kept from today, each with whom it is of', async () => {
  const identifiers = [
    { kind: 'kbo', value: '0123456749' },
    { kind: 'nis', value: '38014' },
  ] as const;
  const begun = await beginOrganisation({ ...dorp, slug: 'koksijde', admin: an, identifiers });
  const rows = await asOwner(
    `select kind, value, employer_id is null as "ofAll", starts_on::text as day from identifier
      where organisation_id = $1 order by kind`,
    [begun.organisationId],
  );
  expect(rows).toEqual([
    { kind: 'kbo', value: '0123456749', ofAll: false, day: '2026-11-23' },
    { kind: 'nis', value: '38014', ofAll: true, day: '2026-11-23' },
  ]);
});

test('without an address the administrator has no mail, and still an identity', async () => {
  const begun = await beginOrganisation({ ...dorp, slug: 'stil-dorp', admin: administratorAt(null) });
  expect(begun.personName).toBe('Beheerder');
  expect(await signInLink(begun.organisationId, begun.personId)).toContain('token=');
});

test('a name that is taken or cannot be is refused, and nothing is left behind', async () => {
  const before = await asOwner('select 1 from organisation');
  await expect(beginOrganisation({ ...dorp, admin: an })).rejects.toThrow(Invalid);
  await expect(beginOrganisation({ ...dorp, slug: 'api', admin: an })).rejects.toThrow(Invalid);
  expect(await asOwner('select 1 from organisation')).toHaveLength(before.length);
});

test('an organisation comes with its administrator or not at all', async () => {
  const nobody = { ...an, firstName: null as unknown as string };
  await expect(beginOrganisation({ ...dorp, slug: 'half-dorp', admin: nobody })).rejects.toThrow();
  expect(await resolve('slug', 'half-dorp')).toEqual([]);
});
