import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { localPath } from './sign-in-path.ts';

test.each(['/', '/menen', '/menen/vragen?theme=teams#antwoord', '/naar/0193'])(
  '%s is a path of this site',
  (path) => {
    expect(localPath(path)).toBe(path);
  },
);

test.each([
  ...[
    '',
    'menen',
    'https://elders.be',
    '//elders.be',
    '/\\elders.be',
    '/\t/elders.be',
    '/\n/elders.be',
    '/.//elders.be',
  ],
  ...['/a/..//elders.be', 'javascript:alert(1)', '/menen vragen', undefined, null, 5, '///', '/\\/elders.be'],
])('%j is not', (text) => {
  expect(localPath(text)).toBeNull();
});

test('whatever comes through stays on this site', () => {
  const piece = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    '//',
    '@',
    ':',
    'elders.be',
    '\t',
    '%2f',
    '?',
    '#',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const path = localPath(`/${pieces.join('')}`);
      if (path !== null)
        expect(new URL(path, 'https://trekkracht.test/aanmelden').origin).toBe('https://trekkracht.test');
    }),
  );
});
