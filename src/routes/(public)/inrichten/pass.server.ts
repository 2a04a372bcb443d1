import type { Cookies } from '@sveltejs/kit';
import { secureCookies } from '#rooms/people/server/index.ts';

// What shows that this browser typed the code, from there until the organisation is made.

const passCookie = 'inrichten_pas';
const keptSeconds = 2 * 60 * 60;

const options = () => ({
  path: '/inrichten',
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: secureCookies(),
});

export const keepPass = (cookies: Cookies, pass: string): void =>
  cookies.set(passCookie, pass, { ...options(), maxAge: keptSeconds });

export const passOf = (cookies: Cookies): string => cookies.get(passCookie) ?? '';

export const dropPass = (cookies: Cookies): void => cookies.delete(passCookie, options());
