import { test } from 'vitest';
import { code, complain, filesUnder, isTest, read, textsOf } from './tree.ts';

type Messages = Record<string, unknown>;
const messagesOf = (language: string): Messages => {
  const { $schema: _, ...messages } = JSON.parse(read(`messages/${language}.json`)) as Messages;
  return messages;
};

const nl = messagesOf('nl');
const files = filesUnder(['src', 'bin'], code).filter((path) => !isTest(path));

/** m.key and m['key'], called or passed on. */
const used = files.flatMap((path) =>
  [...read(path).matchAll(/\bm(?:\.(\w+)|\[\s*['"`](\w+)['"`]\s*\])/g)].map((hit) => ({
    key: hit[1] ?? hit[2]!,
    path,
  })),
);

/** Keys also travel as texts: the reason of a Conflict, the problem of a field. bin/ reads some before anything is compiled. */
const travelling = new Set([
  ...files.flatMap((path) => textsOf(path).map(({ text }) => text)),
  ...filesUnder(['bin'], /^bin\/[^.]+$/).flatMap((path) => read(path).match(/\w+/g) ?? []),
]);

test('every sentence that is asked for exists', () => {
  const own = /\.(ts|js|svelte)$/;
  const faults = used.filter(
    ({ key, path }) => !(key in nl) && own.test(path) && /#messages/.test(read(path)),
  );
  complain(
    faults.map(({ key, path }) => `${path} ${key}`),
    'Add to messages/nl.json:',
  );
});

test('every sentence is used', () => {
  const keys = new Set(used.map(({ key }) => key));
  complain(
    Object.keys(nl).filter((key) => !keys.has(key) && !travelling.has(key)),
    'Remove from messages/nl.json (and en.json, fr.json):',
  );
});

test('a key is never put together from pieces', () => {
  const computed = files.filter((path) => /\bm\[\s*(?:`[^`]*\$\{|['"]\w*['"]\s*\+)/.test(read(path)));
  complain(computed, 'Write a table from the word to m.key, as src/rooms/organisations/themes.ts does:');
});

test('other languages have no sentences that Dutch lacks', () => {
  const strange = ['en', 'fr'].flatMap((language) =>
    Object.keys(messagesOf(language))
      .filter((key) => !(key in nl))
      .map((key) => `${language}.json ${key}`),
  );
  complain(strange, 'Add them to messages/nl.json first, or remove them:');
});

test('no sentence is empty', () => {
  complain(
    Object.keys(nl).filter((key) => typeof nl[key] === 'string' && nl[key].trim() === ''),
    'Write these in messages/nl.json:',
  );
});
