import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export type Mail = { to: string[]; from: string; subject: string; text: string; html: string };

export type Mailbox = {
  /** For SMTP_URL. */
  url: string;
  /** What came for an address so far, oldest first. */
  mails(to: string): Mail[];
  /** The first mail for an address that fits, as soon as it is there. Throws after `withinMs`. */
  waitForMail(to: string, fits?: (mail: Mail) => boolean, withinMs?: number): Promise<Mail>;
  close(): Promise<void>;
};

/** A real mail server on a free port, which keeps everything in memory. */
export async function openMailbox(): Promise<Mailbox> {
  const received: Mail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, done) {
      const to = session.envelope.rcptTo.map(({ address }) => address.toLowerCase());
      simpleParser(stream)
        .then(({ from, subject, text, html }) => {
          received.push({
            to,
            from: from?.text ?? '',
            subject: subject ?? '',
            text: text ?? '',
            html: html || '',
          });
          done();
        })
        .catch(done);
    },
  });
  server.on('error', () => {});
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  const mails = (to: string) => received.filter((mail) => mail.to.includes(to.toLowerCase()));
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    waitForMail: async (to, fits = () => true, withinMs = 60_000) => {
      const end = performance.now() + withinMs;
      while (performance.now() < end) {
        const found = mails(to).find(fits);
        if (found) return found;
        await pause(50);
      }
      const others = received.map((mail) => `${mail.to.join(', ')}: ${mail.subject}`).join('\n  ');
      throw new Error(`No such mail for ${to} within ${withinMs} ms. What came:\n  ${others || 'nothing'}`);
    },
    close: () => new Promise((done) => server.close(() => done())),
  };
}
