import { AsyncLocalStorage } from 'node:async_hooks';
import { createHmac, randomBytes } from 'node:crypto';
import type { BetterAuthOptions } from 'better-auth';
import { newId } from '#platform/ids.ts';
import { settings } from '#platform/server/config.ts';
import { database } from '#platform/server/db.ts';
import { log } from '#platform/server/log.ts';
import { hashShort, hashToken, keyFor } from '#platform/server/secrets.ts';
import { cookiePrefix, cookieSecret, secureCookies } from './sign-in-cookie.ts';

// The sign-in library, used through its calls only: its own web addresses are mounted nowhere.

export const proofMinutes = 15;
const givenLinkMinutes = 24 * 60;
const sessionDays = 30;
const codeDigits = 6;

const moments = { createdAt: 'created_at', updatedAt: 'updated_at' };
const models = {
  user: { modelName: 'identity', fields: { emailVerified: 'email_verified', ...moments } },
  account: {
    modelName: 'credential',
    fields: {
      userId: 'identity_id',
      accountId: 'account_id',
      providerId: 'provider_id',
      accessToken: 'access_token',
      refreshToken: 'refresh_token',
      idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at',
      ...moments,
    },
  },
  verification: { modelName: 'proof', fields: { expiresAt: 'expires_at', ...moments } },
};
const session = {
  modelName: 'session',
  fields: {
    userId: 'identity_id',
    expiresAt: 'expires_at',
    ipAddress: 'ip_address',
    userAgent: 'user_agent',
    ...moments,
  },
  expiresIn: sessionDays * 24 * 60 * 60,
  // Looking up who somebody is only reads.
  disableSessionRefresh: true,
  deferSessionRefresh: true,
};

/** The request for a mail, while its link and code are made. */
const request = new AsyncLocalStorage<string>();

/** Link and code follow from the request, so that a mail that has to go twice is the same mail twice. */
const derived = (purpose: string): Buffer | undefined => {
  const id = request.getStore();
  return id === undefined ? undefined : createHmac('sha256', keyFor(purpose)).update(id).digest();
};

const makeToken = () => (derived('sign-in link') ?? randomBytes(32)).toString('base64url');

const makeCode = () =>
  String((derived('sign-in code') ?? randomBytes(6)).readUIntBE(0, 6) % 10 ** codeDigits).padStart(
    codeDigits,
    '0',
  );

/** Loaded when somebody signs in: who is signed in already does not need it. */
async function open(linkMinutes: number) {
  const { betterAuth } = await import('better-auth');
  const { emailOTP } = await import('better-auth/plugins/email-otp');
  const { magicLink } = await import('better-auth/plugins/magic-link');
  return betterAuth({
    ...options(),
    plugins: [
      magicLink({
        disableSignUp: true,
        expiresIn: linkMinutes * 60,
        generateToken: makeToken,
        storeToken: { type: 'custom-hasher', hash: async (token) => hashToken(token) },
        sendMagicLink: ({ token, metadata }) => (metadata as { take: (token: string) => void }).take(token),
      }),
      emailOTP({
        disableSignUp: true,
        otpLength: codeDigits,
        allowedAttempts: 3,
        expiresIn: proofMinutes * 60,
        generateOTP: makeCode,
        storeOTP: { hash: async (code) => hashShort(code) },
        sendVerificationOTP: async () => {},
      }),
    ],
  });
}

const options = () =>
  ({
    appName: 'Trekkracht',
    baseURL: settings().PUBLIC_URL,
    trustedOrigins: [settings().PUBLIC_URL],
    secret: cookieSecret(),
    database: { db: database().db, type: 'postgres', schemaName: 'identity', transaction: true },
    ...models,
    session,
    // Accounts come from a person row alone (identity.ts): nobody makes one by signing in.
    databaseHooks: { user: { create: { before: async () => false } } },
    telemetry: { enabled: false },
    logger: {
      level: 'warn',
      log: (level, message) => log[level === 'error' ? 'error' : 'warn'](`sign-in: ${message}`),
    },
    advanced: {
      cookiePrefix,
      useSecureCookies: secureCookies(),
      // Where somebody signs in from is nobody's business; tries are counted by address instead.
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => newId(), joins: true },
    },
  }) satisfies BetterAuthOptions;

type Library = ReturnType<typeof open>;

let mailed: Library | undefined;
let given: Library | undefined;

export const auth = (): Library => (mailed ??= open(proofMinutes));

/** A link for this address, good once and for as many minutes as its way of travelling needs. */
async function makeLink(from: Library, email: string): Promise<string> {
  let token = '';
  const metadata = { take: (made: string) => (token = made) };
  const { api } = await from;
  await api.signInMagicLink({ body: { email, metadata }, headers: new Headers() });
  return token;
}

/** Link and code for one mail. The same request gives the same two again, valid anew. */
export const proofsFor = (requestId: string, email: string): Promise<{ token: string; code: string }> =>
  request.run(requestId, async () => ({
    token: await makeLink(auth(), email),
    code: await (await auth()).api.createVerificationOTP({ body: { email, type: 'sign-in' } }),
  }));

/** A token to use at once. */
export const tokenNow = (email: string): Promise<string> => makeLink(auth(), email);

/** A token for a link that is handed over by hand. */
export const tokenToGive = (email: string): Promise<string> =>
  makeLink((given ??= open(givenLinkMinutes)), email);

/** The address of the page that such a token opens. */
export const linkFor = (token: string): string => `${settings().PUBLIC_URL}/aanmelden/link?token=${token}`;
