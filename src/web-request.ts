import { isIP } from 'node:net';
import { isLoopbackName } from './web-settings.ts';

/**
 * The origin of a request: that of PUBLIC_URL, whatever a client claims. Only on somebody's own machine the names of
 * that machine are as good as one another, so there the browser's word is taken among them.
 */
export function originOf(hostHeader: string | undefined, publicUrl: URL): { protocol: string; host: string } {
  const local = publicUrl.protocol === 'http:' && isLoopbackName(publicUrl.hostname);
  const asked = local && hostHeader ? URL.parse(`http://${hostHeader}`) : null;
  const origin = asked && isLoopbackName(asked.hostname) ? asked : publicUrl;
  return { protocol: origin.protocol.slice(0, -1), host: origin.host };
}

/**
 * Where a request came from: the other end of the connection, or, when that is a proxy we trust, the last address in
 * X-Forwarded-For that is not one. What stands before it anybody can have written.
 */
export function clientAddressOf(
  peer: string | undefined,
  forwardedFor: string | undefined,
  trusts: (address: string) => boolean,
): string {
  let client = plain(peer ?? '');
  for (const entry of (forwardedFor ?? '').split(',').reverse()) {
    const before = plain(entry);
    if (!trusts(client) || !isIP(before)) return client;
    client = before;
  }
  return client;
}

/** Without the port some proxies add, and IPv4 as IPv4. */
const plain = (entry: string) =>
  entry
    .trim()
    .replace(/^\[(.*)\](:\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/^::ffff:(?=\d+\.)/i, '');
