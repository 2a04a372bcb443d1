import { ExternalTrouble } from './external-trouble.ts';

/** A PostgreSQL that somebody else keeps running. */
export type External = {
  /** DATABASE_URL: the role that migrates, and owns the tables. */
  ownerUrl: string;
  /** APP_DATABASE_URL: the role of web and worker; null when we are to make it. */
  appUrl: string | null;
};

/**
 * Reads both addresses; null when there is none, and the database is our own. What is wrong with one is told without
 * it: it holds a password. Throws ExternalTrouble.
 */
export function readExternal(environment: NodeJS.ProcessEnv): External | null {
  const { DATABASE_URL: owner, APP_DATABASE_URL: app } = environment;
  if (!owner && !app) return null;
  if (!owner) throw new ExternalTrouble('external_owner_missing');
  const ownerUrl = readAddress('DATABASE_URL', owner);
  const appUrl = app ? readAddress('APP_DATABASE_URL', app) : null;
  if (appUrl && userOf(appUrl) === userOf(ownerUrl))
    throw new ExternalTrouble('external_same_role', { role: userOf(ownerUrl) });
  return { ownerUrl, appUrl };
}

/** `options` would take the place of what our connections start with; the others would hide who comes in. */
const unusable = ['options', 'user', 'password'];

function readAddress(name: string, text: string): string {
  const url = URL.parse(text);
  if (!url || !/^postgres(ql)?:$/.test(url.protocol))
    throw new ExternalTrouble('external_no_address', { name });
  if (!url.username || !url.hostname || url.pathname.length < 2)
    throw new ExternalTrouble('external_name_missing', { name });
  const part = unusable.find((key) => url.searchParams.has(key));
  if (part) throw new ExternalTrouble('external_part_unusable', { name, part });
  return url.href;
}

export const userOf = (url: string): string => decodeURIComponent(new URL(url).username);

/** The same database, reached as somebody else. */
export function asRole(url: string, role: string, password: string): string {
  const other = new URL(url);
  other.username = encodeURIComponent(role);
  other.password = encodeURIComponent(password);
  return other.href;
}

/** Where it is, for people: without who comes in, and how. */
export const placeOf = (url: string): string => {
  const { hostname, port } = new URL(url);
  return `${decodeURIComponent(hostname)}${port ? `:${port}` : ''}`;
};
