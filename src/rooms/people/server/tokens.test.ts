import { describe, expect, it } from 'vitest';
import { Problem } from '#platform/problem.ts';
import { Conflict, NotFound } from '#platform/errors.ts';
import { inOrganisation } from '#platform/server/scope.ts';
import { asOwner, travelTo } from '../../../../tests/support/database.ts';
import { mondayMorning, rowsOf, useWorld, type Town } from '../../../../tests/support/world.ts';
import { addToken, endToken, once, tokenFor, tokenNamed, tokensOf, withToken, type Reply } from './index.ts';
import { forgetOldRequests } from './requests.ts';

const world = useWorld();

const tokenIn = (town: Town) => town.inside((tx) => addToken(tx, 'service'));
const bearer = (secret: string) => `Bearer ${secret}`;
const statusOf = (work: Promise<unknown>) =>
  work.then(
    () => 'let in',
    (error: unknown) => (error instanceof Problem ? `${error.status} ${error.message}` : error),
  );

describe('a token', () => {
  it('has 192 random bits behind a prefix, and is kept as a hash only', async () => {
    const secret = await tokenIn(world.veurne);
    expect(secret).toMatch(/^tk_[\w-]{32}$/);
    expect(await tokenIn(world.veurne)).not.toBe(secret);
    const everything = JSON.stringify([await rowsOf('api_token'), await rowsOf('address', `kind = 'token'`)]);
    expect(everything).not.toContain(secret.slice(3));
    expect(await rowsOf('address', `kind = 'token' and lookup !~ '^[0-9a-f]{64}$'`)).toEqual([]);
    expect(await rowsOf('activity', `event = 'token.made'`)).not.toEqual([]);
  });

  it('opens its own organisation, and says the same about every other', async () => {
    const secret = await tokenIn(world.veurne);
    const token = await tokenFor(world.veurne.id, bearer(secret));
    expect(token).toMatchObject({ organisationId: world.veurne.id, role: 'service' });
    const refusals = await Promise.all([
      statusOf(tokenFor(world.koksijde.id, bearer(secret))),
      statusOf(tokenFor(world.brugge.id, bearer(secret))),
      statusOf(tokenFor(null, bearer(secret))),
      statusOf(tokenFor(null, null)),
      statusOf(tokenFor(world.veurne.id, null)),
      statusOf(tokenFor(world.veurne.id, bearer(`${secret}x`))),
      statusOf(tokenFor(world.veurne.id, `Basic ${secret}`)),
      statusOf(tokenFor(world.veurne.id, secret)),
    ]);
    expect(new Set(refusals)).toEqual(new Set(['401 A valid token of this organisation is needed.']));
  });

  it('opens nothing once it has ended', async () => {
    const secret = await tokenIn(world.veurne);
    const { id } = await tokenFor(world.veurne.id, bearer(secret));
    await world.veurne.inside((tx) => endToken(tx, id));
    expect(await statusOf(tokenFor(world.veurne.id, bearer(secret)))).toContain('401');
    expect(await rowsOf('activity', `event = 'token.ended'`)).toMatchObject([{ subject_id: id }]);
    await expect(world.veurne.inside((tx) => endToken(tx, id))).rejects.toBeInstanceOf(Conflict);
    const [listed] = (await world.veurne.inside(tokensOf)).filter((one) => one.id === id);
    expect(listed).toMatchObject({ role: 'service', endedAt: expect.any(Date) });
  });

  it('is named by its id or by the token itself, and ended in its own organisation alone', async () => {
    const secret = await tokenIn(world.veurne);
    const { id } = await tokenFor(world.veurne.id, bearer(secret));
    const named = (town: Town, text: string) => town.inside((tx) => tokenNamed(tx, text));
    expect([await named(world.veurne, secret), await named(world.veurne, id)]).toEqual([id, id]);
    await expect(named(world.koksijde, secret)).rejects.toBeInstanceOf(NotFound);
    await expect(named(world.veurne, `${secret}x`)).rejects.toBeInstanceOf(NotFound);
    for (const town of [world.koksijde, world.brugge]) {
      await expect(town.inside((tx) => endToken(tx, id))).rejects.toBeInstanceOf(NotFound);
      expect((await town.inside(tokensOf)).map((one) => one.id)).not.toContain(id);
    }
    expect(await statusOf(tokenFor(world.veurne.id, bearer(secret)))).toBe('let in');
  });

  it('takes the answers that were kept for it along', async () => {
    const token = await tokenFor(world.veurne.id, bearer(await tokenIn(world.veurne)));
    const reply: Reply = { status: 201, text: '{}', location: null };
    await withToken(token, null, (tx) => once(tx, { key: 'k', content: 'c' }, async () => reply));
    expect(await rowsOf('api_request', `token_id = '${token.id}'`)).toHaveLength(1);
    await world.veurne.inside((tx) => endToken(tx, token.id));
    expect(await rowsOf('api_request', `token_id = '${token.id}'`)).toEqual([]);
  });

  it('is slowed when it is used too often, for a minute, and no other with it', async () => {
    const secret = await tokenIn(world.veurne);
    await tokenFor(world.veurne.id, bearer(secret));
    await asOwner('update identity.attempt set times = 6000');
    expect(await statusOf(tokenFor(world.veurne.id, bearer(secret)))).toContain('429');
    expect(await statusOf(tokenFor(world.koksijde.id, bearer(await tokenIn(world.koksijde))))).toBe('let in');
    await travelTo('2026-11-23 10:02');
    expect(await statusOf(tokenFor(world.veurne.id, bearer(secret)))).toBe('let in');
    await travelTo(mondayMorning);
  });
});

describe('working as a token', () => {
  const enter = async (onBehalfOf: string | null) => {
    const token = await tokenFor(world.veurne.id, bearer(await tokenIn(world.veurne)));
    return withToken(token, onBehalfOf, async (tx) => tx.actor);
  };

  it('acts for a person by id or work address, with the rights of both', async () => {
    const mia = world.veurne.personId('mia');
    const [{ email }] = (await rowsOf('person', `id = '${mia}'`)) as [{ email: string }];
    for (const reference of [mia, mia.toUpperCase(), email, ` ${email.toUpperCase()} `]) {
      const actor = await enter(reference);
      expect(actor).toMatchObject({ kind: 'integration', personId: mia, name: 'service' });
      expect([actor.may('askQuestion'), actor.may('questionsInShort')]).toEqual([true, false]);
    }
    expect((await enter(null)).personId).toBeNull();
  });

  it('refuses whoever does not work here today', async () => {
    const reason = '422 Some of what you sent cannot be used.';
    const elsewhere = world.koksijde.personId('mia');
    const [{ email }] = (await rowsOf('person', `id = '${elsewhere}'`)) as [{ email: string }];
    for (const reference of [elsewhere, email, 'nobody@nowhere.example', 'nonsense', '%'])
      expect(await statusOf(enter(reference))).toBe(reason);
    const karel = world.veurne.personId('karel');
    await asOwner(`update appointment set ends_on = '2026-11-22' where person_id = $1`, [karel]);
    expect(await statusOf(enter(karel))).toBe(reason);
    await asOwner(`update appointment set ends_on = '2026-11-23' where person_id = $1`, [karel]);
    expect(await statusOf(enter(karel))).toBe('let in');
  });
});

describe('a key', () => {
  const reply: Reply = { status: 201, text: '{"b":1, "a":"é"}', location: '/there' };
  let times = 0;
  const count = async () => {
    times++;
    return reply;
  };
  const callerIn = async (town: Town) => {
    const token = await tokenFor(town.id, bearer(await tokenIn(town)));
    return (key: string, content: string, work = count) =>
      withToken(token, null, (tx) => once(tx, { key, content }, work));
  };

  it('does the work once, and gives the answer again to the letter', async () => {
    times = 0;
    const call = await callerIn(world.veurne);
    expect(await call('k', 'a')).toEqual({ ...reply, replayed: false });
    expect(await call('k', 'a')).toEqual({ ...reply, replayed: true });
    expect(times).toBe(1);
    expect(await statusOf(call('k', 'b'))).toContain('422');
    expect((await call('other', 'a')).replayed).toBe(false);
  });

  it('is of one token alone', async () => {
    times = 0;
    for (const town of [world.veurne, world.veurne, world.koksijde])
      expect((await (await callerIn(town))('shared', town.slug)).replayed).toBe(false);
    expect(times).toBe(3);
  });

  it('is refused while the first is at work, and free again when that failed', async () => {
    const call = await callerIn(world.veurne);
    let [begun, fail] = [() => {}, (_: Error) => {}];
    const started = new Promise<void>((done) => (begun = done));
    const first = call('slow', 'a', () => {
      begun();
      return new Promise<Reply>((_, reject) => (fail = reject));
    });
    await started;
    expect(await call('slow', 'a').catch((error: unknown) => error)).toBeInstanceOf(Conflict);
    fail(new Error('no luck'));
    await expect(first).rejects.toThrow('no luck');
    expect((await call('slow', 'a')).replayed).toBe(false);
  });

  it('of two that come at once does the work for one', async () => {
    times = 0;
    const call = await callerIn(world.veurne);
    const slowly = async () => {
      await new Promise((done) => setTimeout(done, 100));
      return count();
    };
    const both = await Promise.allSettled([call('race', 'a', slowly), call('race', 'a', slowly)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(times).toBe(1);
  });

  it('is forgotten after a day, with what was answered', async () => {
    const call = await callerIn(world.veurne);
    await call('old', 'a');
    await travelTo('2026-11-24 10:01');
    expect((await call('old', 'b')).replayed).toBe(false);
    await forgetOldRequests(world.koksijde.system);
    expect((await rowsOf('api_request', `organisation_id = '${world.veurne.id}'`)).length).toBeGreaterThan(1);
    await forgetOldRequests(world.veurne.system);
    const kept = (await rowsOf('api_request', `organisation_id = '${world.veurne.id}'`)) as { key: string }[];
    expect(kept.map(({ key }) => key)).toEqual(['old']);
    await travelTo(mondayMorning);
  });

  it('is for tokens only', async () => {
    const ann = await world.veurne.as('ann');
    await expect(inOrganisation(ann, (tx) => once(tx, { key: 'k', content: '' }, count))).rejects.toThrow();
  });
});
