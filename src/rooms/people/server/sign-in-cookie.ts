import { createHmac, timingSafeEqual } from 'node:crypto';
import { settings } from '#platform/server/config.ts';
import { keyFor } from '#platform/server/secrets.ts';

export const cookiePrefix = 'trekkracht';

/** Whether cookies travel over https only. */
export const secureCookies = (): boolean => settings().PUBLIC_URL.startsWith('https:');

/** What the sign-in library signs its cookies with. */
export const cookieSecret = (): string => keyFor('sign-in').toString('base64');

const sessionCookie = () => `${secureCookies() ? '__Secure-' : ''}${cookiePrefix}.session_token=`;

/**
 * The token of the session in the Cookie header, if it bears our signature; else null. The library writes it as
 * '<token>.<HMAC-SHA256 in base64>', percent-encoded; it is read here because every request does so, and
 * the library takes four times the processor for it.
 */
export function sessionToken(headers: Headers): string | null {
  const name = sessionCookie();
  const found = headers
    .get('cookie')
    ?.split(/;\s*/)
    .find((cookie) => cookie.startsWith(name));
  if (!found) return null;
  const [, token, signature] = /^(\w+)\.([A-Za-z0-9+/]{43}=)$/.exec(decoded(found.slice(name.length))) ?? [];
  if (!token || !signature) return null;
  const expected = createHmac('sha256', cookieSecret()).update(token).digest();
  return timingSafeEqual(Buffer.from(signature, 'base64'), expected) ? token : null;
}

/** Anything may stand in a cookie that a browser sends. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}
