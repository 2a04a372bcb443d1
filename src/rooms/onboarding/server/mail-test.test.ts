import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as v from 'valibot';
import { Forbidden, Invalid } from '#platform/errors.ts';
import { settings } from '#platform/server/config.ts';
import { mailTestJobs } from './mail-test.ts';
import { asOwner } from '../../../../tests/support/database.ts';
import { useWorld, type Town } from '../../../../tests/support/world.ts';
import { mailHere, testMail } from './index.ts';

const world = useWorld();

/** A mail server that says `words` to every recipient. One for all tests: where mail goes is read once. */
const mailServer = { words: '250 ok', received: [] as string[], url: '', server: createServer(converse) };

beforeAll(async () => {
  mailServer.server.listen(0, '127.0.0.1');
  await once(mailServer.server, 'listening');
  mailServer.url = `smtp://127.0.0.1:${(mailServer.server.address() as AddressInfo).port}`;
});
afterAll(() => mailServer.server.close());

function converse(socket: Socket): void {
  socket.on('error', () => {});
  socket.write('220 here\r\n');
  socket.on('data', (chunk) => {
    const said = String(chunk);
    if (said.startsWith('RCPT')) socket.write(`${mailServer.words}\r\n`);
    else if (said.startsWith('DATA')) socket.write('354 go on\r\n');
    else if (said.startsWith('QUIT')) socket.end('221 bye\r\n');
    else if (/^Subject: /m.test(said)) mailServer.received.push(said);
    if (/^(EHLO|MAIL|RSET)/.test(said) || said.endsWith('\r\n.\r\n')) socket.write('250 ok\r\n');
  });
}

/** What the worker does with the tests that were asked for. */
async function work(town: Town): Promise<void> {
  const { schema, run } = mailTestJobs['onboarding.testMail']!;
  const rows = await asOwner<{ payload: unknown }>(
    `select data -> 'payload' as payload from pgboss.job where name = 'onboarding.testMail'`,
  );
  for (const { payload } of rows) await run(town.system, v.parse(schema, payload) as never);
}

const setServer = (url: string | undefined) => Object.assign(settings(), { SMTP_URL: url });

async function tested(town: Town, url: string | undefined) {
  setServer(url);
  await testMail(await town.as('ada'));
  expect((await mailHere(await town.as('ada'))).test).toMatchObject({ outcome: null });
  await work(town);
  return (await mailHere(await town.as('cora'))).test;
}

test('a mail server that takes the mail', async () => {
  expect(await tested(world.veurne, mailServer.url)).toMatchObject({ outcome: 'sent', answer: null });
  expect(mailServer.received).toMatchObject([expect.stringContaining('Testmail van Trekkracht')]);
  await work(world.veurne);
  expect(mailServer.received).toHaveLength(1);
  expect((await mailHere(await world.koksijde.as('ada'))).test).toBeNull();
});

test('one that refuses says why, in its own words', async () => {
  mailServer.words = '550 5.7.1 Sender not allowed here';
  const test = await tested(world.veurne, mailServer.url);
  expect(test).toMatchObject({ outcome: 'refused', answer: expect.stringContaining('Sender not allowed') });
});

test('none that answers, and none at all', async () => {
  mailServer.server.close();
  expect(await tested(world.veurne, mailServer.url)).toMatchObject({ outcome: 'unreachable' });
  expect(await tested(world.veurne, undefined)).toMatchObject({ outcome: 'no_smtp' });
  expect(await mailHere(await world.veurne.as('ada'))).toMatchObject({ server: null, leaves: false });
});

test('only coordinator and administrator, and somebody with an address', async () => {
  await expect(testMail(await world.veurne.as('mia'))).rejects.toThrow(Forbidden);
  await expect(mailHere(await world.veurne.as('hans'))).rejects.toThrow(Forbidden);
  await asOwner('update person set email = null where id = $1', [world.brugge.personId('ada')]);
  await expect(testMail(await world.brugge.as('ada'))).rejects.toThrow(Invalid);
});
