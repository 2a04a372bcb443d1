import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { settings } from './config.ts';

const leastCharacters = 32;

let secret: string | undefined;
const keys = new Map<string, Buffer>();

/** The one secret of the installation, outside the database and its backups. Read once. */
function readSecret(): string {
  const text = readFileSync(settings().SECRET_FILE, 'utf8').trim();
  if (text.length < leastCharacters)
    throw new Error(`SECRET_FILE must hold at least ${leastCharacters} characters.`);
  return text;
}

/** A key of 32 bytes for one purpose; keys for two purposes say nothing about one another (RFC 5869). */
export function keyFor(purpose: string): Buffer {
  const known = keys.get(purpose);
  if (known) return known;
  secret ??= readSecret();
  const key = Buffer.from(hkdfSync('sha256', secret, '', `trekkracht ${purpose}`, 32));
  keys.set(purpose, key);
  return key;
}

/** For secrets of at least 128 random bits: a plain hash cannot be searched. 64 hexadecimal digits. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** For what people type, or could guess (a code, an address): useless without the key. 64 hexadecimal digits. */
export const hashShort = (text: string): string =>
  createHmac('sha256', keyFor('short texts')).update(text).digest('hex');

const nonceBytes = 12;
const tagBytes = 16;

/** What a sealed text is for, and the id of the one thing it belongs to: moved to another it does not open. */
export type Seal = { purpose: string; about: string };

/** AES-256-GCM with a random nonce: the same text is never sealed the same way twice. Base64url of nonce, tag, text. */
export function seal(text: string, { purpose, about }: Seal): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), nonce).setAAD(Buffer.from(about));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** The text, or null when it was sealed with another key, for something else, or changed since. */
export function unseal(sealed: string, { purpose, about }: Seal): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < nonceBytes + tagBytes) return null;
  const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), bytes.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]).toString(
      'utf8',
    );
  } catch {
    return null;
  }
}
