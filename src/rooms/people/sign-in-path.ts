const somewhere = 'http://local.invalid';

/**
 * A path of this site to go on to after signing in, made safe: null for anything that a browser could take
 * for another site, such as '//elsewhere', '/\\elsewhere' or '/.//elsewhere'.
 */
export function localPath(text: unknown): string | null {
  if (typeof text !== 'string' || !/^\/(?![/\\])[^\s\\]*$/.test(text) || !URL.canParse(text, somewhere))
    return null;
  const { origin, pathname, search, hash } = new URL(text, somewhere);
  return origin === somewhere && !pathname.startsWith('//') ? pathname + search + hash : null;
}
