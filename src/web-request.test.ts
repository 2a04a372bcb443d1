import { expect, test } from 'vitest';
import { clientAddressOf, originOf } from './web-request.ts';
import { readWebSettings, WrongSetting } from './web-settings.ts';

const origin = (host: string | undefined, publicUrl: string) => {
  const found = originOf(host, new URL(publicUrl));
  return `${found.protocol}://${found.host}`;
};

test('the origin is PUBLIC_URL, whatever the client says', () => {
  expect(origin('evil.example', 'https://hulp.example.be')).toBe('https://hulp.example.be');
  expect(origin('localhost:3000', 'https://hulp.example.be')).toBe('https://hulp.example.be');
  expect(origin(undefined, 'https://hulp.example.be:8443/x')).toBe('https://hulp.example.be:8443');
});

test('on one machine its names are as good as one another', () => {
  for (const host of ['localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'a.localhost:81'])
    expect(origin(host, 'http://localhost:3000')).toBe(`http://${host}`);
  for (const host of ['evil.example:3000', 'localhost.evil.example', 'a b', '127.0.0.1.evil.example', ''])
    expect(origin(host, 'http://localhost:3000')).toBe('http://localhost:3000');
});

test('a client is who connects, unless that is a proxy of ours', () => {
  const { trusts } = readWebSettings({ TRUSTED_PROXY: '10.0.0.0/8, 127.0.0.1, fd00::/8' });
  const cases: [string | undefined, string | undefined, string][] = [
    ['81.1.2.3', undefined, '81.1.2.3'],
    ['81.1.2.3', '9.9.9.9', '81.1.2.3'],
    ['127.0.0.1', '9.9.9.9', '9.9.9.9'],
    ['::ffff:127.0.0.1', '6.6.6.6, 9.9.9.9', '9.9.9.9'],
    ['10.1.1.1', '6.6.6.6, 9.9.9.9, 10.2.2.2', '9.9.9.9'],
    ['fd00::1', '2a02::1', '2a02::1'],
    ['127.0.0.1', '9.9.9.9:4711', '9.9.9.9'],
    ['127.0.0.1', '[2a02::1]:4711', '2a02::1'],
    ['127.0.0.1', 'unknown', '127.0.0.1'],
    ['127.0.0.1', '9.9.9.9, nonsense, 10.2.2.2', '10.2.2.2'],
    ['127.0.0.1', undefined, '127.0.0.1'],
    [undefined, '9.9.9.9', ''],
  ];
  for (const [peer, forwardedFor, client] of cases)
    expect(clientAddressOf(peer, forwardedFor, trusts)).toBe(client);
});

test('it listens for others only when they need to come in directly', () => {
  const hostFor = (environment: NodeJS.ProcessEnv) => readWebSettings(environment).host;
  expect(hostFor({})).toBe('127.0.0.1');
  expect(hostFor({ PUBLIC_URL: 'http://127.0.0.1:3000' })).toBe('127.0.0.1');
  expect(hostFor({ PUBLIC_URL: 'https://hulp.example.be' })).toBe('0.0.0.0');
  expect(hostFor({ PUBLIC_URL: 'https://hulp.example.be', TRUSTED_PROXY: '127.0.0.1, ::1' })).toBe(
    '127.0.0.1',
  );
  expect(hostFor({ PUBLIC_URL: 'https://hulp.example.be', TRUSTED_PROXY: '127.0.0.1,10.0.0.1' })).toBe(
    '0.0.0.0',
  );
  expect(hostFor({ HOST: '::', PORT: '' })).toBe('::');
});

test('a setting that cannot be used is named', () => {
  const wrong: NodeJS.ProcessEnv[] = [
    { PORT: 'abc' },
    { PORT: '70000' },
    { PUBLIC_URL: 'hulp.example.be' },
    { PUBLIC_URL: 'ftp://hulp.example.be' },
    { TRUSTED_PROXY: 'nginx' },
    { TRUSTED_PROXY: '10.0.0.0/99' },
    { TRUSTED_PROXY: '10.0.0.0/8/8' },
  ];
  for (const environment of wrong) {
    expect(() => readWebSettings(environment)).toThrow(WrongSetting);
    expect(() => readWebSettings(environment)).toThrow(Object.keys(environment)[0]);
  }
});
