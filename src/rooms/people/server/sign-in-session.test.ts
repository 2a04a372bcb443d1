import pg from 'pg';
import { describe, expect, test, vi } from 'vitest';
import { asOwner } from '../../../../tests/support/database.ts';
import { sessionIdentity, signInWithLink, signOut } from './sign-in-session.ts';
import { browserWith, hire, identityIdOf, mailFor, nobody, tokenIn, useWorld } from './sign-in.world.ts';

const world = useWorld();

describe('a session', () => {
  test('says who it is, reads only, and is gone after signing out', async () => {
    const personId = await hire(world.menen, 'Otto', 'otto@menen.be');
    const { setCookies } = (await signInWithLink(
      tokenIn((await mailFor(world, 'otto@menen.be')).text),
      nobody,
    ))!;
    expect(setCookies).toHaveLength(1);
    expect(setCookies[0]).toMatch(/^__Secure-trekkracht\.session_token=/);
    for (const attribute of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/', 'Max-Age=2592000'])
      expect(setCookies[0]).toContain(attribute);
    const browser = browserWith(setCookies);
    expect(await sessionIdentity(browser)).toBe(await identityIdOf(personId));
    const [row] = await asOwner(
      'select ip_address, user_agent from identity.session where identity_id = $1',
      [await identityIdOf(personId)],
    );
    expect(row).toEqual({ ip_address: '', user_agent: '' });
    const cleared = await signOut(browser);
    expect(cleared.some((line) => /session_token=;.*Max-Age=0/.test(line))).toBe(true);
    expect(await sessionIdentity(browser)).toBeNull();
    expect(
      await asOwner('select from identity.session where identity_id = $1', [await identityIdOf(personId)]),
    ).toEqual([]);
  });

  test('is looked up with one query, and none for who has no cookie', async () => {
    await hire(world.menen, 'Quinten', 'quinten@menen.be');
    const token = tokenIn((await mailFor(world, 'quinten@menen.be')).text);
    const browser = browserWith((await signInWithLink(token, nobody))!.setCookies);
    const query = vi.spyOn(pg.Client.prototype, 'query');
    await sessionIdentity(nobody);
    expect(query).not.toHaveBeenCalled();
    await sessionIdentity(browser);
    expect(query).toHaveBeenCalledTimes(1);
    query.mockRestore();
  });

  test('nobody without a cookie, with a forged one or with one that is too old', async () => {
    await hire(world.menen, 'Piet', 'piet@menen.be');
    const { setCookies } = (await signInWithLink(
      tokenIn((await mailFor(world, 'piet@menen.be')).text),
      nobody,
    ))!;
    expect(await sessionIdentity(nobody)).toBeNull();
    const forged = setCookies[0]!
      .split(';')[0]!
      .replace(/\.[^.]*$/, '.c2lnbmF0dXJlc2lnbmF0dXJlc2lnbmF0dXJlc2lnbmE%3D');
    expect(await sessionIdentity(new Headers({ cookie: forged }))).toBeNull();
    const browser = browserWith(setCookies);
    await asOwner(`update identity.session set expires_at = now() - interval '1 second'`);
    expect(await sessionIdentity(browser)).toBeNull();
  });

  test('signing in as somebody else ends the session that this browser had', async () => {
    await hire(world.menen, 'Rik', 'rik@menen.be');
    await hire(world.menen, 'Sara', 'sara@menen.be');
    const first = browserWith(
      (await signInWithLink(tokenIn((await mailFor(world, 'rik@menen.be')).text), nobody))!.setCookies,
    );
    await signInWithLink(tokenIn((await mailFor(world, 'sara@menen.be')).text), first);
    expect(await sessionIdentity(first)).toBeNull();
  });
});
