import { describe, expect, test } from 'vitest';
import { NotFound } from '#platform/errors.ts';
import { asOwner } from '../../../../tests/support/database.ts';
import { auth } from './sign-in-auth.ts';
import { signInWithCode, signInWithLink } from './sign-in-session.ts';
import { requestSignIn, signInLink } from './sign-in.ts';
import {
  codeIn,
  count,
  hire,
  identityIdOf,
  mailFor,
  nobody,
  otherThan,
  tokenIn,
  useWorld,
  waitingJobs,
  work,
} from './sign-in.world.ts';

const world = useWorld();

describe('asking for a mail', () => {
  test('is the same for an address that is known and one that is not', async () => {
    await hire(world.menen, 'An', 'an@menen.be');
    expect(await requestSignIn(' An@Menen.be ')).toBe(await requestSignIn('niemand@menen.be'));
    const jobs = await waitingJobs();
    expect(jobs).toHaveLength(2);
    const known = new Set(jobs.flatMap(({ data }) => Object.keys(data.payload)));
    expect([...known].sort()).toEqual(['identityId', 'requestId']);
    expect(JSON.stringify(jobs)).not.toMatch(/@|menen/i);
    await work();
    expect(world.sent.map((mail) => mail.to)).toEqual([{ name: 'An Test', address: 'an@menen.be' }]);
  });

  test('sends nothing after five times in a quarter of an hour, and says nothing of it', async () => {
    await hire(world.menen, 'Bea', 'bea@menen.be');
    for (let time = 0; time < 7; time += 1) await requestSignIn('bea@menen.be');
    for (let time = 0; time < 7; time += 1) await requestSignIn('onbekend@menen.be');
    expect(await waitingJobs()).toHaveLength(10);
    await asOwner(`update identity.attempt set since = since - interval '16 minutes'`);
    await requestSignIn('bea@menen.be');
    expect(await waitingJobs()).toHaveLength(11);
  });

  test('gives the same mail when the worker has to do it again', async () => {
    await hire(world.menen, 'Cas', 'cas@menen.be');
    await requestSignIn('cas@menen.be');
    await work();
    await work();
    expect(world.sent).toHaveLength(2);
    expect(world.sent[0]).toEqual(world.sent[1]);
    const [mail] = world.sent;
    expect(await signInWithLink(tokenIn(mail!.text), nobody)).not.toBeNull();
    expect(await signInWithLink(tokenIn(mail!.text), nobody)).toBeNull();
  });

  test('never reaches addresses of our own making', async () => {
    const personId = await hire(world.menen, 'Dries', null);
    await requestSignIn(`${await identityIdOf(personId)}@no-mail.invalid`);
    await work();
    expect(world.sent).toEqual([]);
  });

  test('keeps the mail of a demonstration on its own page', async () => {
    await hire(world.demo, 'Eva', 'eva@proefstad.be');
    await requestSignIn('eva@proefstad.be');
    await work();
    await work();
    expect(world.sent).toEqual([]);
    const kept = await asOwner<{ body_text: string }>('select body_text from demo_mail where address = $1', [
      'eva@proefstad.be',
    ]);
    expect(kept).toHaveLength(1);
    expect(
      await signInWithCode({ address: 'eva@proefstad.be', code: codeIn(kept[0]!.body_text) }, nobody),
    ).not.toBeNull();
  });
});

describe('link and code', () => {
  test('the link signs in once, and says the same in text and HTML', async () => {
    const personId = await hire(world.menen, 'Fien', 'fien@menen.be');
    const mail = await mailFor(world, 'fien@menen.be');
    const token = tokenIn(mail.text);
    expect(mail.html).toContain(token);
    expect(mail.html).toContain(codeIn(mail.text));
    const signedIn = await signInWithLink(token, nobody);
    expect(signedIn?.identityId).toBe(await identityIdOf(personId));
    expect(await signInWithLink(token, nobody)).toBeNull();
    expect(await signInWithLink('', nobody)).toBeNull();
  });

  test('two who use the same link or code at once: one gets in', async () => {
    await hire(world.menen, 'Gaston', 'gaston@menen.be');
    const { text } = await mailFor(world, 'gaston@menen.be');
    const links = await Promise.all([1, 2, 3].map(() => signInWithLink(tokenIn(text), nobody)));
    expect(links.filter((signedIn) => signedIn !== null)).toHaveLength(1);
    const given = { address: 'gaston@menen.be', code: codeIn(text) };
    const codes = await Promise.all([1, 2, 3].map(() => signInWithCode(given, nobody)));
    expect(codes.filter((signedIn) => signedIn !== null)).toHaveLength(1);
  });

  test('neither stands in the database as it is', async () => {
    await hire(world.menen, 'Gus', 'gus@menen.be');
    const mail = await mailFor(world, 'gus@menen.be');
    const proofs = JSON.stringify(await asOwner('select * from identity.proof'));
    expect(proofs).toContain('gus@menen.be');
    expect(proofs).not.toContain(tokenIn(mail.text));
    expect(proofs).not.toMatch(new RegExp(`"value":"${codeIn(mail.text)}`));
  });

  test('both die after a quarter of an hour', async () => {
    await hire(world.menen, 'Hilde', 'hilde@menen.be');
    const mail = await mailFor(world, 'hilde@menen.be');
    await asOwner(`update identity.proof set expires_at = expires_at - interval '15 minutes'`);
    expect(await signInWithLink(tokenIn(mail.text), nobody)).toBeNull();
    expect(await signInWithCode({ address: 'hilde@menen.be', code: codeIn(mail.text) }, nobody)).toBeNull();
  });

  test('the code may be typed with spaces, and works once', async () => {
    const personId = await hire(world.menen, 'Iris', 'iris@menen.be');
    const code = codeIn((await mailFor(world, 'iris@menen.be')).text);
    const typed = ` ${code.slice(0, 3)} ${code.slice(3)}`;
    const signedIn = await signInWithCode({ address: 'IRIS@menen.be', code: typed }, nobody);
    expect(signedIn?.identityId).toBe(await identityIdOf(personId));
    expect(await signInWithCode({ address: 'iris@menen.be', code }, nobody)).toBeNull();
  });

  test('after three wrong codes the right one is refused too; a new mail helps', async () => {
    await hire(world.menen, 'Jan', 'jan@menen.be');
    const code = codeIn((await mailFor(world, 'jan@menen.be')).text);
    for (let time = 0; time < 3; time += 1)
      expect(await signInWithCode({ address: 'jan@menen.be', code: otherThan(code) }, nobody)).toBeNull();
    expect(await signInWithCode({ address: 'jan@menen.be', code }, nobody)).toBeNull();
    const again = codeIn((await mailFor(world, 'jan@menen.be')).text);
    expect(await signInWithCode({ address: 'jan@menen.be', code: again }, nobody)).not.toBeNull();
  });

  test('two wrong codes do no harm', async () => {
    await hire(world.menen, 'Kobe', 'kobe@menen.be');
    const code = codeIn((await mailFor(world, 'kobe@menen.be')).text);
    for (let time = 0; time < 2; time += 1)
      await signInWithCode({ address: 'kobe@menen.be', code: otherThan(code) }, nobody);
    expect(await signInWithCode({ address: 'kobe@menen.be', code }, nobody)).not.toBeNull();
  });

  test('a code for one address opens no other', async () => {
    await hire(world.menen, 'Lies', 'lies@menen.be');
    await hire(world.menen, 'Mia', 'mia@menen.be');
    const code = codeIn((await mailFor(world, 'lies@menen.be')).text);
    expect(await signInWithCode({ address: 'mia@menen.be', code }, nobody)).toBeNull();
  });

  test('guessing stops for the day after fifty tries, whatever was asked for meanwhile', async () => {
    await hire(world.menen, 'Noor', 'noor@menen.be');
    for (let time = 0; time < 50; time += 1)
      await signInWithCode({ address: 'noor@menen.be', code: '000000' }, nobody);
    const mail = await mailFor(world, 'noor@menen.be');
    expect(await signInWithCode({ address: 'noor@menen.be', code: codeIn(mail.text) }, nobody)).toBeNull();
    expect(await signInWithLink(tokenIn(mail.text), nobody)).not.toBeNull();
  });

  test('nobody gets in who was not written down first', async () => {
    const before = await count('identity.identity');
    const code = await (
      await auth()
    ).api.createVerificationOTP({
      body: { email: 'vreemd@elders.be', type: 'sign-in' },
    });
    expect(await signInWithCode({ address: 'vreemd@elders.be', code }, nobody)).toBeNull();
    let token = '';
    const metadata = { take: (made: string) => (token = made) };
    await (
      await auth()
    ).api.signInMagicLink({ body: { email: 'vreemd@elders.be', metadata }, headers: nobody });
    expect(await signInWithLink(token, nobody)).toBeNull();
    expect(await count('identity.identity')).toBe(before);
  });
});

describe('a link that an administrator hands over', () => {
  test('also for somebody without e-mail, a day long, once', async () => {
    const personId = await hire(world.menen, 'Tine', null);
    const link = await signInLink(world.menen, personId);
    expect(link).toMatch(/^https:\/\/trekkracht\.test\/aanmelden\/link\?token=[\w-]{43}$/);
    await asOwner(`update identity.proof set expires_at = expires_at - interval '23 hours 50 minutes'`);
    const signedIn = await signInWithLink(tokenIn(link), nobody);
    expect(signedIn?.identityId).toBe(await identityIdOf(personId));
    expect(await signInWithLink(tokenIn(link), nobody)).toBeNull();
  });

  test('not for a person of another organisation', async () => {
    const personId = await hire(world.menen, 'Uma', null);
    await expect(signInLink(world.wervik, personId)).rejects.toThrow(NotFound);
  });
});
