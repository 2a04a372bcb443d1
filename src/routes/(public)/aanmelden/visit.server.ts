import { redirect, type Cookies } from '@sveltejs/kit';
import { secureCookies, type SignedIn } from '#rooms/people/server/index.ts';
import { localPath } from '#rooms/people/sign-in-path.ts';

// What one visit to these pages remembers in the browser itself, between asking for a mail and using it.

const addressCookie = 'aanmelden_adres';
const toCookie = 'aanmelden_naar';
const rememberSeconds = 15 * 60;

const options = () => ({
  path: '/aanmelden',
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: secureCookies(),
});

export type Visit = { address: string; to: string | null };

/** The address that asked for a mail, and where to go on to afterwards. */
export const visitOf = (cookies: Cookies): Visit => ({
  address: cookies.get(addressCookie) ?? '',
  to: localPath(cookies.get(toCookie)),
});

export function remember(cookies: Cookies, { address, to }: Visit): void {
  cookies.set(addressCookie, address, { ...options(), maxAge: rememberSeconds });
  if (to) cookies.set(toCookie, to, { ...options(), maxAge: rememberSeconds });
  else cookies.delete(toCookie, options());
}

/** Hands the session to the browser and goes on: to where somebody was going, or to choose whom to work for. */
export function welcome(cookies: Cookies, { setCookies }: SignedIn, to = visitOf(cookies).to): never {
  handOn(cookies, setCookies);
  cookies.delete(addressCookie, options());
  cookies.delete(toCookie, options());
  redirect(303, to ?? '/aanmelden/kies');
}

export function handOn(cookies: Cookies, setCookies: string[]): void {
  for (const line of setCookies) {
    const { name, value, ...attributes } = cookies.parse(line);
    if (name) cookies.set(name, value ?? '', attributes);
  }
}
