import { BlockList, isIP } from 'node:net';

/** A variable of the environment that cannot be used as it stands. */
export class WrongSetting extends Error {
  readonly setting: string;
  readonly value: string;

  constructor(setting: string, value: string) {
    super(`${setting} cannot be used: ${value}`);
    this.name = 'WrongSetting';
    this.setting = setting;
    this.value = value;
  }
}

export type WebSettings = {
  port: number;
  /** The address to listen on. */
  host: string;
  /** The address people use. */
  publicUrl: URL;
  /** Whether this address is a proxy of ours, whose word we take for where a request came from. */
  trusts: (address: string) => boolean;
};

export function readWebSettings(environment: NodeJS.ProcessEnv): WebSettings {
  const port = readPort(environment.PORT || '3000');
  const publicUrl = readPublicUrl(environment.PUBLIC_URL || `http://localhost:${port}`);
  const proxies = (environment.TRUSTED_PROXY ?? '')
    .split(',')
    .map((text) => text.trim())
    .filter(Boolean);
  const host = environment.HOST || (isForThisMachine(publicUrl, proxies) ? '127.0.0.1' : '0.0.0.0');
  return { port, host, publicUrl, trusts: readProxies(proxies) };
}

function readPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new WrongSetting('PORT', text);
  return port;
}

function readPublicUrl(text: string): URL {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) throw new WrongSetting('PUBLIC_URL', text);
  return url;
}

/** Nobody from outside needs to come in directly: people use it on this machine, or through a proxy on it. */
const isForThisMachine = (publicUrl: URL, proxies: string[]) =>
  isLoopbackName(publicUrl.hostname) || (proxies.length > 0 && proxies.every(isLoopbackName));

/** Names and addresses that lead to the machine itself, as they stand in a URL or in TRUSTED_PROXY. */
export const isLoopbackName = (name: string): boolean =>
  /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+(\/\d+)?|\[?::1\]?)$/i.test(name);

const versionOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

function readProxies(proxies: string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const proxy of proxies) {
    const [address = '', bits, more] = proxy.split('/');
    try {
      if (!isIP(address) || more !== undefined) throw new WrongSetting('TRUSTED_PROXY', proxy);
      if (bits === undefined) list.addAddress(address, versionOf(address));
      else list.addSubnet(address, Number(bits), versionOf(address));
    } catch {
      throw new WrongSetting('TRUSTED_PROXY', proxy);
    }
  }
  return (address) => isIP(address) !== 0 && list.check(address, versionOf(address));
}
