import { describe, expect, test } from 'vitest';
import { newId } from '#platform/ids.ts';
import { NotFound } from '#platform/errors.ts';
import { demoHouses, stepIn } from './sign-in-demo.ts';
import { workplacesOf } from './sign-in-places.ts';
import { sessionIdentity, signInWithLink } from './sign-in-session.ts';
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
