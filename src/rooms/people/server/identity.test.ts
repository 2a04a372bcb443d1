import { describe, expect, test } from 'vitest';
import { newId } from '#platform/ids.ts';
import { NotFound } from '#platform/errors.ts';
import { inOrganisation, system } from '#platform/server/scope.ts';
import { asOwner } from '../../../../tests/support/database.ts';
import { ensureIdentities, ensureIdentity } from './identity.ts';
import { workplacesOf } from './sign-in-places.ts';
import { sessionIdentity, signInWithLink } from './sign-in-session.ts';
import {
  browserWith,
  changeAddress,
  hire,
  identityIdOf,
  mailFor,
  nobody,
  tokenIn,
  useWorld,
} from './sign-in.world.ts';
import { moveIdentities } from './staff-write-people.ts';

const world = useWorld();

const emailOf = async (identityId: string) =>
  (await asOwner<{ email: string }>('select email from identity.identity where id = $1', [identityId]))[0]
    ?.email;

const addressesOf = (personId: string) =>
  asOwner<{ lookup: string }>(`select lookup from address where kind = 'identity' and subject_id = $1`, [
    personId,
  ]);

const slugsOf = async (identityId: string) => (await workplacesOf(identityId)).map(({ slug }) => slug);

describe('an identity', () => {
  test('is an id and an address, and a way from it to the person', async () => {
    const personId = await hire(world.menen, 'An', 'an@menen.be');
    const id = await identityIdOf(personId);
    const [row] = await asOwner('select name, image, email from identity.identity where id = $1', [id]);
    expect(row).toEqual({ name: '', image: null, email: 'an@menen.be' });
    expect(await addressesOf(personId)).toEqual([{ lookup: id }]);
    expect(await changeAddress(world.menen, personId, 'an@menen.be')).toBe(id);
  });

  test('is an opaque address for who has no e-mail', async () => {
    const id = await identityIdOf(await hire(world.menen, 'Bo', null));
    expect(await emailOf(id)).toBe(`${id}@no-mail.invalid`);
  });

  test('ties together what one human is in two organisations', async () => {
    const here = await hire(world.menen, 'Cato', 'cato@werk.be');
    const there = await hire(world.wervik, 'Cato', 'cato@werk.be');
    expect(await identityIdOf(there)).toBe(await identityIdOf(here));
    expect(await slugsOf(await identityIdOf(here))).toEqual(['menen', 'wervik']);
  });

  test('leaves out where somebody no longer works', async () => {
    const here = await hire(world.menen, 'Dina', 'dina@werk.be');
    const there = await hire(world.wervik, 'Dina', 'dina@werk.be');
    await asOwner(`update appointment set ends_on = '2021-01-01' where person_id = $1`, [there]);
    expect(await slugsOf(await identityIdOf(here))).toEqual(['menen']);
  });

  test('is of no use to a person of another organisation', async () => {
    const personId = await hire(world.menen, 'Ella', 'ella@menen.be');
    const elsewhere = inOrganisation(system(world.wervik, 'test'), (tx) =>
      ensureIdentity(tx, personId, 'x@wervik.be'),
    );
    await expect(elsewhere).rejects.toThrow(NotFound);
    await expect(
      inOrganisation(system(world.menen, 'test'), (tx) => ensureIdentity(tx, newId(), null)),
    ).rejects.toThrow(NotFound);
  });
});

describe('another address', () => {
  test('moves the identity of one organisation along, and its sessions end', async () => {
    const personId = await hire(world.menen, 'Fay', 'fay@menen.be');
    const id = await identityIdOf(personId);
    const { text } = await mailFor(world, 'fay@menen.be');
    const session = browserWith((await signInWithLink(tokenIn(text), nobody))!.setCookies);
    const old = (await mailFor(world, 'fay@menen.be')).text;
    expect(await changeAddress(world.menen, personId, 'fay.new@menen.be')).toBe(id);
    expect(await emailOf(id)).toBe('fay.new@menen.be');
    expect(await sessionIdentity(session)).toBeNull();
    expect(await signInWithLink(tokenIn(old), nobody)).toBeNull();
    expect(
      await signInWithLink(tokenIn((await mailFor(world, 'fay.new@menen.be')).text), nobody),
    ).not.toBeNull();
  });

  test('leaves the identity where it is when somebody elsewhere hangs on it', async () => {
    const here = await hire(world.menen, 'Guy', 'guy@werk.be');
    const there = await hire(world.wervik, 'Guy', 'guy@werk.be');
    const shared = await identityIdOf(there);
    const own = await changeAddress(world.menen, here, 'guy@menen.be');
    expect(own).not.toBe(shared);
    expect(await emailOf(shared)).toBe('guy@werk.be');
    expect(await slugsOf(shared)).toEqual(['wervik']);
    expect(await slugsOf(own)).toEqual(['menen']);
    expect(await addressesOf(here)).toEqual([{ lookup: own }]);
  });

  test('that somebody already has elsewhere ties the two together and drops what is left over', async () => {
    const here = await hire(world.menen, 'Hugo', 'hugo@menen.be');
    const leftOver = await identityIdOf(here);
    const there = await hire(world.wervik, 'Hugo', 'hugo@wervik.be');
    expect(await changeAddress(world.menen, here, 'hugo@wervik.be')).toBe(await identityIdOf(there));
    expect(await emailOf(leftOver)).toBeUndefined();
    expect(await slugsOf(await identityIdOf(there))).toEqual(['menen', 'wervik']);
  });

  test('or none: the old one opens nothing any more', async () => {
    const personId = await hire(world.menen, 'Ivo', 'ivo@menen.be');
    const id = await identityIdOf(personId);
    expect(await changeAddress(world.menen, personId, null)).toBe(id);
    expect(await emailOf(id)).toBe(`${id}@no-mail.invalid`);
    expect(await changeAddress(world.menen, personId, 'ivo@menen.be')).toBe(id);
  });

  test('two in different organisations at once end with one identity', async () => {
    const people = [await hire(world.menen, 'Jo', null), await hire(world.wervik, 'Jo', null)] as const;
    const both = await Promise.all([
      changeAddress(world.menen, people[0], 'jo@werk.be'),
      hire(world.demo, 'Jo', 'jo@werk.be'),
    ]);
    expect(await changeAddress(world.wervik, people[1], 'jo@werk.be')).toBe(both[0]);
    expect(await emailOf(await identityIdOf(both[1]))).toBe('jo@werk.be.demo.invalid');
  });
});

describe('many at once', () => {
  test('each get what they would have got alone', async () => {
    const { menen, wervik } = world;
    const hired = (name: string, email: string | null) => hire(menen, name, email);
    const [kim, leo, mo] = [
      await hired('Kim', 'kim@menen.be'),
      await hired('Leo', 'leo@werk.be'),
      await hired('Mo', null),
    ];
    const [noa, otto] = [await hired('Noa', 'noa@menen.be'), await hired('Otto', 'otto@menen.be')];
    const elsewhere = [await hire(wervik, 'Leo', 'leo@werk.be'), await hire(wervik, 'Mo', 'mo@werk.be')];
    const before = new Map(
      await Promise.all([kim, noa, otto].map(async (id) => [id, await identityIdOf(id)] as const)),
    );
    const wanted = [
      { id: kim, email: 'kim.new@menen.be' },
      { id: leo, email: 'leo@menen.be' },
      { id: mo, email: 'mo@werk.be' },
      { id: noa, email: null },
      { id: otto, email: 'otto@menen.be' },
      { id: elsewhere[0]!, email: 'x@menen.be' },
    ];
    const given = await inOrganisation(system(menen, 'test'), (tx) => ensureIdentities(tx, wanted));
    expect([...given.keys()].toSorted()).toEqual([kim, leo, mo, noa, otto].toSorted());
    for (const [personId, id] of given) {
      expect(await identityIdOf(personId)).toBe(id);
      expect(await addressesOf(personId)).toEqual([{ lookup: id }]);
    }
    expect(new Map([kim, noa, otto].map((id) => [id, given.get(id)]))).toEqual(before);
    expect(await emailOf(given.get(kim)!)).toBe('kim.new@menen.be');
    expect(await emailOf(given.get(noa)!)).toBe(`${given.get(noa)}@no-mail.invalid`);
    expect(given.get(mo)).toBe(await identityIdOf(elsewhere[1]!));
    expect(await slugsOf(given.get(leo)!)).toEqual(['menen']);
    expect(await emailOf(await identityIdOf(elsewhere[0]!))).toBe('leo@werk.be');
  });

  test('who pass their addresses round keep who they are, and sign in with the next one', async () => {
    const names = ['pat', 'quinn', 'rik'];
    const people = await Promise.all(names.map((name) => hire(world.menen, name, `${name}@menen.be`)));
    const ids = await Promise.all(people.map(identityIdOf));
    const { text } = await mailFor(world, 'pat@menen.be');
    const session = browserWith((await signInWithLink(tokenIn(text), nobody))!.setCookies);
    const renamed = people.map((id, at) => ({
      ...{ id, before: `${names[at]}@menen.be`, email: `${names[(at + 1) % 3]}@menen.be` },
    }));
    await inOrganisation(system(world.menen, 'test'), (tx) => moveIdentities(tx, renamed, []));
    expect(await Promise.all(people.map(identityIdOf))).toEqual(ids);
    expect(await Promise.all(ids.map(emailOf))).toEqual(renamed.map(({ email }) => email));
    expect(await sessionIdentity(session)).toBeNull();
  });
});
