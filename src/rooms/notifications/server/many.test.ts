import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { stopQueue } from '#platform/server/jobs.ts';
import { asOwner, travelTo } from '../../../../tests/support/database.ts';
import { runMailJobs, sendDue, workOnMails } from '../../../../tests/support/mail-jobs.ts';
import { mondayMorning, rowsOf, useWorld } from '../../../../tests/support/world.ts';
import { notify, waitingForMe } from './index.ts';

// A real mail server that says "later" to one address, and a worker that takes what is in the queue.

const received = new Map<string, number>();
let saysLater = '';
const server = new SMTPServer({
  authOptional: true,
  hideSTARTTLS: true,
  onRcptTo: ({ address }, _session, done) =>
    done(address === saysLater ? Object.assign(new Error('later'), { responseCode: 451 }) : null),
  onData(stream, _session, done) {
    let text = '';
    stream.on('data', (part: Buffer) => (text += part.toString()));
    stream.on('end', () => {
      const id = /^Message-ID: (.*)$/im.exec(text)![1]!;
      received.set(id, (received.get(id) ?? 0) + 1);
      done();
    });
  },
});

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  process.env.SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise<void>((done) => server.close(done)));

// Settings are read once: the world comes after the mail server.
const world = useWorld();

const total = 100;

it('of a hundred mails of which one fails ninety-nine go once, and the one is tried again', async () => {
  const { veurne } = world;
  const roleOf = async (name: 'ann' | 'lies') =>
    (
      await rowsOf(
        'role',
        `appointment_id in (select id from appointment where person_id = '${veurne.personId(name)}')`,
      )
    )[0]!.id as string;
  const [ann, lies] = [await roleOf('ann'), await roleOf('lies')];
  saysLater = (await rowsOf('person', `id = '${veurne.personId('lies')}'`))[0]!.email as string;
  await veurne.inside(async (tx) => {
    for (let number = 0; number < total; number++) {
      const name = number === 30 ? 'lies' : 'ann';
      const subjectId = name === 'lies' ? lies : ann;
      await notify(tx, { personId: veurne.personId(name), kind: 'role.given', subjectId });
    }
  });
  await workOnMails();
  const inQueue = async () =>
    (await asOwner(`select from pgboss.job where name = 'notifications.mail' and state <> 'completed'`))
      .length;
  while ((await inQueue()) > 0) await pause(50);
  await stopQueue();
  const times = () => [...received.values()];
  expect(times()).toEqual(Array(total - 1).fill(1));
  expect(await rowsOf('notification', `mail = 'waiting'`)).toMatchObject([
    { person_id: veurne.personId('lies'), mail_tries: 1 },
  ]);

  // The same jobs once more, as after a crash: what went does not go again.
  await runMailJobs(veurne);
  expect(times()).toEqual(Array(total - 1).fill(1));

  saysLater = '';
  await travelTo('2026-11-23 10:20');
  await sendDue(veurne);
  expect(times()).toEqual(Array(total).fill(1));
  expect(await rowsOf('notification', `mail <> 'sent'`)).toEqual([]);
  await travelTo(mondayMorning);
});

it('who has no e-mail finds the number on every page, and nothing waits to be mailed', async () => {
  const { veurne } = world;
  await asOwner('update person set email = null where id = $1', [veurne.personId('karel')]);
  const { unseen: before } = await waitingForMe(await veurne.as('karel'));
  await veurne.inside((tx) =>
    notify(tx, {
      personId: veurne.personId('karel'),
      kind: 'question.answered',
      subjectId: veurne.personId('karel'),
    }),
  );
  expect((await waitingForMe(await veurne.as('karel'))).unseen).toBe(before + 1);
  expect(await rowsOf('notification', `person_id = '${veurne.personId('karel')}'`)).toMatchObject([
    { mail: 'none', mail_due_at: null, seen_at: null },
  ]);
});
