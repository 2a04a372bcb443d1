import { createHash, createHmac, hkdfSync } from 'node:crypto';
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
