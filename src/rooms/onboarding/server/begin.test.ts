import { beforeAll, expect, test } from 'vitest';
import { Invalid } from '#platform/errors.ts';
import { inOrganisation, system } from '#platform/server/scope.ts';
import { addOrganisation, resolve, unitsHere } from '#rooms/organisations/server/index.ts';
import { actorFor, peopleHere, signInLink, whoHelpsMe } from '#rooms/people/server/index.ts';
import { asOwner, travelTo, useDatabase } from '../../../../tests/support/database.ts';
import { mondayMorning } from '../../../../tests/support/world.ts';
import { beginOrganisation } from './index.ts';

useDatabase();

beforeAll(() => travelTo(mondayMorning));

const dorp = { slug: 'ons-dorp', name: 'Ons Dorp', demo: false, email: 'An.De_Smet@Dorp.example' };

test('an organisation begins with an administrator who can sign in, and who already helps', async () => {
  const begun = await beginOrganisation(dorp);
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

test('without an address the administrator has no mail, and still an identity', async () => {
  const begun = await beginOrganisation({ ...dorp, slug: 'stil-dorp', email: null });
  expect(begun.personName).toBe('Beheerder');
  expect(await signInLink(begun.organisationId, begun.personId)).toContain('token=');
});

test('a name that is taken or cannot be is refused, and nothing is left behind', async () => {
  await expect(beginOrganisation(dorp)).rejects.toThrow(Invalid);
  await expect(beginOrganisation({ ...dorp, slug: 'api' })).rejects.toThrow(Invalid);
  expect(await asOwner('select 1 from organisation')).toHaveLength(2);
});

test('one that was interrupted before anybody worked in it is finished', async () => {
  const id = await addOrganisation({ slug: 'half-dorp', name: 'Half Dorp', demo: false });
  const other = { ...dorp, slug: 'half-dorp', name: 'Ander Dorp' };
  await expect(beginOrganisation(other)).rejects.toThrow(Invalid);
  const begun = await beginOrganisation({ ...other, name: 'Half Dorp' });
  expect(begun.organisationId).toBe(id);
  expect(await resolve('slug', 'half-dorp')).toHaveLength(1);
  const count = await inOrganisation(system(id, 'test'), (tx) =>
    tx.selectFrom('person').select('id').execute(),
  );
  expect(count).toHaveLength(1);
});
