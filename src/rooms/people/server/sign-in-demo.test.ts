import { describe, expect, test } from 'vitest';
import { travelTo } from '../../../../tests/support/database.ts';
import { newId } from '#platform/ids.ts';
import { NotFound } from '#platform/errors.ts';
import { demoHouses, stepIn } from './sign-in-demo.ts';
import { workplacesOf } from './sign-in-places.ts';
import { arrivalAt, sessionIdentity, signInWithLink } from './sign-in-session.ts';
import {
  browserWith,
  count,
  hire,
  identityIdOf,
  mailFor,
  nobody,
  tokenIn,
  useWorld,
} from './sign-in.world.ts';

const world = useWorld();

describe('trying out a demonstration', () => {
  test('shows one person for each role, and steps in as them', async () => {
    await hire(world.demo, 'Ward', 'ward@proefstad.be');
    await hire(world.demo, 'Vera', 'vera@proefstad.be', 'coach');
    await hire(world.demo, 'Wim', 'wim@proefstad.be', 'coach');
    await hire(world.demo, 'Xander', null, 'admin');
    const houses = await demoHouses();
    expect(houses.map(({ name }) => name)).toEqual(['Proefstad']);
    expect(houses[0]!.people.map(({ role }) => role)).toEqual(['employee', 'coach', 'admin']);
    const admin = houses[0]!.people[2]!;
    expect(admin).toMatchObject({ firstName: 'Xander', unitName: 'dienst Xander' });
    const signedIn = await stepIn({ organisationId: world.demo, personId: admin.personId }, nobody);
    expect(signedIn.identityId).toBe(await identityIdOf(admin.personId));
    expect(await sessionIdentity(browserWith(signedIn.setCookies))).toBe(signedIn.identityId);
  });

  test.each([
    '2026-12-31 22:00',
    '2027-01-01 09:00',
    '2028-02-29 09:00',
    '2027-03-28 02:30',
    '2020-01-02 09:00',
  ])('stays signed in when the clock of the installation stands at %s', async (moment) => {
    await travelTo(moment);
    const [person] = (await demoHouses())[0]!.people;
    const ids = { organisationId: world.demo, personId: person!.personId };
    const { identityId, setCookies } = await stepIn(ids, nobody);
    expect(await sessionIdentity(browserWith(setCookies))).toBe(identityId);
    expect((await arrivalAt(browserWith(setCookies), 'proefstad'))?.personId).toBe(person!.personId);
    await travelTo(new Date());
  });

  test('is refused anywhere else', async () => {
    const personId = await hire(world.menen, 'Yana', 'yana@menen.be');
    const sessions = await count('identity.session');
    for (const organisationId of [world.menen, world.wervik, world.demo, newId(), 'onzin'])
      await expect(stepIn({ organisationId, personId }, nobody)).rejects.toThrow(NotFound);
    expect(await count('identity.session')).toBe(sessions);
  });

  test('opens no organisation, even under the address of somebody who works there', async () => {
    const real = await hire(world.menen, 'Zoë', 'zoe@menen.be');
    const pretended = await hire(world.demo, 'Zoë', 'zoe@menen.be', 'dpo');
    expect(await identityIdOf(pretended)).not.toBe(await identityIdOf(real));
    const { identityId } = await stepIn({ organisationId: world.demo, personId: pretended }, nobody);
    expect((await workplacesOf(identityId)).map(({ slug }) => slug)).toEqual(['proefstad']);
    const mail = await mailFor(world, 'zoe@menen.be');
    expect((await signInWithLink(tokenIn(mail.text), nobody))?.identityId).toBe(await identityIdOf(real));
  });
});
