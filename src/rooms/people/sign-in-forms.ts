import * as v from 'valibot';
import { localPath } from './sign-in-path.ts';

// Lenient on purpose: whether an address is right shows when the mail arrives. Only what no address can be is refused.
const address = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(254, 'signin_address_missing'),
  v.regex(/^[^\s\p{Cc}@]+@[^\s\p{Cc}@]+$/u, 'signin_address_missing'),
);

/** Where to go on to afterwards; anything but a path of this site counts as nothing. */
const to = v.optional(
  v.pipe(
    v.string(),
    v.transform((text) => localPath(text)),
  ),
  '',
);

/** Messages are keys of messages/nl.json. */
export const requestForm = v.object({ address, to });

export const codeForm = v.object({
  address,
  code: v.pipe(
    v.string(),
    v.transform((typed) => typed.replace(/\s/g, '')),
    v.regex(/^\d{6}$/, 'signin_code_six'),
  ),
});

export const linkForm = v.object({ token: v.pipe(v.string(), v.maxLength(100)) });

export const stepInForm = v.object({
  organisationId: v.string(),
  personId: v.string(),
  to,
});
