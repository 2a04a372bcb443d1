import { parse as parseSvelte, type AST } from 'svelte/compiler';
import { expect, test } from 'vitest';
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

/** Attributes that people read or hear. */
const spoken =
  /^(title|alt|placeholder|label|aria-label|aria-description|aria-roledescription|aria-valuetext)$/;
const word = /\p{L}{2,}/u;

/** Texts of a component that stand in its markup themselves. */
function literalsOf(path: string): string[] {
  const text = read(path);
  const found: { text: string; start: number }[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (typeof node !== 'object' || node === null || !('type' in node)) return;
    const { type } = node as { type: string };
    if (type === 'Text') found.push({ text: (node as AST.Text).data, start: (node as AST.Text).start });
    if (type === 'Attribute' && !spoken.test((node as AST.Attribute).name)) return;
    if (type === 'Script' || type === 'StyleSheet' || type === 'Comment') return;
    // The text between <style> in a head is no sentence, and neither is code shown as an example.
    if (type === 'RegularElement' && /^(style|script|code|kbd)$/.test((node as AST.RegularElement).name))
      return;
    Object.values(node).forEach(visit);
  };
  visit(parseSvelte(text, { modern: true, filename: path }).fragment);
  return found
    .filter((one) => word.test(one.text))
    .map((one) => `${path}:${text.slice(0, one.start).split('\n').length} ${one.text.trim().slice(0, 60)}`);
}

test('components say nothing of their own', () => {
  const faults = files.filter((path) => path.endsWith('.svelte')).flatMap(literalsOf);
  complain(faults, 'Put the sentence in messages/nl.json and write {m.key()}:');
});

/** Words that are Dutch and not English too. */
const dutch = new RegExp(
  `(?<![\\p{L}\\p{N}_])(${[
    ...[
      'het',
      'een',
      'niet',
      'geen',
      'jij',
      'jouw',
      'jullie',
      'uw',
      'wij',
      'hij',
      'zij',
      'deze',
      'dit',
      'naar',
      'voor',
      'zijn',
    ],
    ...[
      'wordt',
      'worden',
      'werd',
      'heeft',
      'hebben',
      'kan',
      'kunnen',
      'moet',
      'moeten',
      'mag',
      'nog',
      'maar',
      'ook',
      'wel',
    ],
    ...[
      'bij',
      'tot',
      'uit',
      'om',
      'aan',
      'als',
      'waar',
      'wie',
      'hoe',
      'wat',
      'waarom',
      'vraag',
      'vragen',
      'antwoord',
    ],
    ...[
      'medewerker',
      'medewerkers',
      'dienst',
      'diensten',
      'afdeling',
      'gemeente',
      'beheerder',
      'opslaan',
      'annuleren',
    ],
    ...[
      'verwijderen',
      'bewaren',
      'zoeken',
      'terug',
      'volgende',
      'vorige',
      'vandaag',
      'morgen',
      'gisteren',
      'uur',
      'dag',
    ],
    ...[
      'dagen',
      'maandag',
      'dinsdag',
      'woensdag',
      'donderdag',
      'vrijdag',
      'zaterdag',
      'zondag',
      'januari',
      'februari',
    ],
    ...[
      'maart',
      'juni',
      'juli',
      'augustus',
      'oktober',
      'naam',
      'voornaam',
      'achternaam',
      'bestand',
      'fout',
      'ongeldig',
    ],
    ...[
      'aanmelden',
      'afmelden',
      'melding',
      'bericht',
      'nieuw',
      'nieuwe',
      'hulp',
      'afwezig',
      'aanwezig',
      'collega',
    ],
  ].join('|')})(?![\\p{L}\\p{N}_])`,
  'iu',
);

/** Where Dutch words are data rather than something said, and what they are. */
const wordLists: Record<string, string> = {
  'src/rooms/organisations/slugs.ts': 'addresses',
  'src/rooms/helpline/theme-guess.ts': 'words that give a theme away',
  'src/rooms/people/staff/cells.ts': 'what stands in the cells of staff lists',
  'src/rooms/people/staff/fields.ts': 'the headers of staff lists',
  'src/rooms/search/lexicon.ts': 'words that mean the same',
  'src/rooms/search/passage.ts': 'pronouns that stand between the parts of a verb',
  'src/rooms/search/words.ts': 'words that say little',
};

/** Addresses are interface of another kind: route folders are Dutch, and so is what follows the question mark. */
const withoutAddresses = (text: string) => text.replace(/\/[\w[\]-]*|[\w-]+\/|[?&][\w-]+=[\w-]*/g, ' ');
const inAddresses = new Set(['voor-mij', 'dienst', 'naar', 'vraag']);

test('code says nothing in Dutch', () => {
  const gone = Object.keys(wordLists).filter((path) => !files.includes(path));
  complain(gone, 'Remove from wordLists of tests/house/messages.test.ts:');
  const faults = files
    .filter((path) => !(path in wordLists))
    .flatMap((path) =>
      textsOf(path)
        .filter(({ text }) => !inAddresses.has(text) && dutch.test(withoutAddresses(text)))
        .map(({ text, at }) => `${at} ${text.trim().slice(0, 60)}`),
    );
  complain(
    faults,
    'Put the sentence in messages/nl.json; a list of Dutch words that is data is named in wordLists of tests/house/messages.test.ts:',
  );
});

test('the list of Dutch words knows Dutch from English', () => {
  expect(dutch.test('Je vraag is verstuurd')).toBe(true);
  expect(dutch.test('the question is in the hands of one coach')).toBe(false);
  expect(dutch.test(withoutAddresses('/vragen/?lijst=dienst'))).toBe(false);
});
