import { createTransport, type Transporter } from 'nodemailer';
import { isLoopback, settings } from './config.ts';
import type { Letter } from './handed-in.ts';

export type Mail = Letter & {
  /** Becomes the Message-ID, so that the same mail sent again is recognised as the same. */
  id: string;
  to: { name: string; address: string };
};

/** The mail server will never take this mail for this address: trying again is of no use. */
export class MailRefused extends Error {
  override name = 'MailRefused';
}

/** The mail server did not take this mail now. What it said, often with the address in it, is the cause: no log tells that. */
class MailNotTaken extends Error {
  override name = 'MailNotTaken';
}

/** Where mail goes: out by SMTP, kept on the page of a demonstration, both, or nowhere yet. */
export type MailWay = 'none' | { smtp: boolean; keep: boolean };

type SmtpError = Error & { responseCode?: number; command?: string };

const connectTimeoutMs = 10_000;
const silenceTimeoutMs = 30_000;

let transport: Transporter | undefined;
let twin: Mail[] | undefined;

/** From here on mail stays in this list instead of leaving. For tests. */
export function keepMailInMemory(): Mail[] {
  return (twin = []);
}

/**
 * Mail of a demonstration is kept to be looked at, and leaves only for a mail server on this very machine,
 * so that made-up addresses never reach the world.
 */
export function mailWay(demo: boolean): MailWay {
  const url = settings().SMTP_URL;
  if (demo) return { smtp: url !== undefined && isLoopback(url), keep: true };
  return url !== undefined || twin ? { smtp: true, keep: false } : 'none';
}

/**
 * Hands one mail to the mail server. 'sent': the server took it over. 'no_smtp': none is configured.
 * Throws MailRefused when the server refuses it for good, and MailNotTaken when it may work later.
 */
export async function sendMail(mail: Mail): Promise<'sent' | 'no_smtp'> {
  if (twin) {
    twin.push(mail);
    return 'sent';
  }
  const url = settings().SMTP_URL;
  if (!url) return 'no_smtp';
  transport ??= createTransport({
    url,
    connectionTimeout: connectTimeoutMs,
    greetingTimeout: connectTimeoutMs,
    socketTimeout: silenceTimeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail(envelope(mail));
  } catch (error) {
    const cause = { cause: error };
    if (isRefusal(error)) throw new MailRefused('The mail server refuses this mail.', cause);
    throw new MailNotTaken('The mail server does not take this mail now.', cause);
  }
  return 'sent';
}

const envelope = ({ id, to, subject, text, html }: Mail) => ({
  from: settings().MAIL_FROM,
  to,
  subject,
  text,
  html,
  messageId: `<${id}@${new URL(settings().PUBLIC_URL).hostname}>`,
  // RFC 3834, and the same for Exchange: no out-of-office in reply to a machine.
  headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
});

/**
 * A 5xx answer to the recipient or the text, or an address that no server can be asked about. A 5xx to our own
 * name or password is a setting to mend, not a refusal.
 */
function isRefusal(error: unknown): boolean {
  const { responseCode = 0, command, message } = error as SmtpError;
  if (command === 'API') return /recipient/i.test(message);
  return responseCode >= 500 && (command === 'RCPT TO' || command === 'DATA');
}
