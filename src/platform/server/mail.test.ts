import type { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { settings } from './config.ts';
import { keepMailInMemory, mailWay, MailRefused, sendMail, type Mail } from './mail.ts';

/** A mail server that does what the name of the recipient says. */
const received: ParsedMail[] = [];
const answers: Record<string, number> = { gone: 550, full: 452, strange: 554, busy: 451 };
const answerFor = (address: string, when: 'at once' | 'after the text') => {
  const name = address.split('@')[0]!;
  const code = (when === 'at once') === ['gone', 'full'].includes(name) ? answers[name] : undefined;
  return code ? Object.assign(new Error(`<${address}> no`), { responseCode: code }) : null;
};

const sockets = new Set<Socket>();

async function read(stream: Readable, to: string): Promise<Error | null> {
  if (to.startsWith('cut')) sockets.forEach((socket) => socket.destroy());
  const mail = await simpleParser(stream);
  const refusal = answerFor(to, 'after the text');
  if (!refusal && !to.startsWith('cut')) received.push(mail);
  return refusal;
}

const server = new SMTPServer({
  authOptional: true,
  hideSTARTTLS: true,
  onMailFrom: ({ address }, _session, done) =>
    done(address.startsWith('barred') ? Object.assign(new Error('not you'), { responseCode: 553 }) : null),
  onRcptTo: ({ address }, _session, done) => done(answerFor(address, 'at once')),
  onData: (stream, session, done) => void read(stream, session.envelope.rcptTo[0]!.address).then(done, done),
});

const letter = (address: string): Mail => ({
  id: '0193aaaa-0000-7000-8000-000000000001',
  to: { name: 'Ann Péeters', address },
  subject: 'Aanmelden ✓',
  text: 'Dag Ann,\n\nhier is je code.',
  html: '<p>Dag Ann</p>',
});

beforeAll(async () => {
  server.server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as { port: number };
  Object.assign(process.env, {
    APP_DATABASE_URL: 'postgres://app@127.0.0.1/none',
    SECRET_FILE: '/nowhere',
    PUBLIC_URL: 'https://trekkracht.test',
    MAIL_FROM: 'Trekkracht <noreply@trekkracht.test>',
    SMTP_URL: `smtp://127.0.0.1:${port}`,
  });
});
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));
beforeEach(() => void received.splice(0));

test('hands over text and HTML, under the id that was given', async () => {
  expect(await sendMail(letter('ann@menen.be'))).toBe('sent');
  expect(await sendMail(letter('ann@menen.be'))).toBe('sent');
  const [mail, again] = received;
  expect(mail).toMatchObject({ subject: 'Aanmelden ✓', html: '<p>Dag Ann</p>' });
  expect(mail!.text).toContain('hier is je code');
  expect(mail!.from!.text).toBe('"Trekkracht" <noreply@trekkracht.test>');
  expect(mail!.messageId).toBe('<0193aaaa-0000-7000-8000-000000000001@trekkracht.test>');
  expect(again!.messageId).toBe(mail!.messageId);
  expect(mail!.headers.get('auto-submitted')).toBe('auto-generated');
});

test('a name or subject cannot add a line to the head', async () => {
  const mail = letter('ann@menen.be');
  await sendMail({
    ...mail,
    subject: 'Dag\r\nBcc: elders@elders.be',
    to: { ...mail.to, name: 'Ann\r\nBcc: elders@elders.be' },
  });
  expect(received[0]!.bcc).toBeUndefined();
});

test.each(['gone@menen.be', 'strange@menen.be', 'no address', '', 'a@menen.be, b@menen.be'])(
  '%s is refused for good',
  async (address) => {
    await expect(sendMail(letter(address))).rejects.toThrow(MailRefused);
  },
);

test.each(['full@menen.be', 'busy@menen.be', 'cut@menen.be'])('%s may work later', async (address) => {
  await expect(sendMail(letter(address))).rejects.not.toThrow(MailRefused);
  expect(received).toEqual([]);
});

test('what is thrown names nobody, for it stands in the log', async () => {
  const thrown = await sendMail(letter('full@menen.be')).catch((error: Error) => error);
  expect(String((thrown as Error).stack)).not.toContain('menen.be');
});

test('a mail server that does not want our own name may be told to', async () => {
  const { MAIL_FROM } = settings();
  Object.assign(settings(), { MAIL_FROM: 'barred@trekkracht.test' });
  await expect(sendMail(letter('ann@menen.be'))).rejects.not.toThrow(MailRefused);
  Object.assign(settings(), { MAIL_FROM });
});

test('mail of a demonstration is kept, and leaves for this machine only', () => {
  expect(mailWay(false)).toEqual({ smtp: true, keep: false });
  expect(mailWay(true)).toEqual({ smtp: true, keep: true });
});

test('the twin takes everything', async () => {
  const kept = keepMailInMemory();
  expect(await sendMail(letter('gone@menen.be'))).toBe('sent');
  expect(kept.map((mail) => mail.to.address)).toEqual(['gone@menen.be']);
});
