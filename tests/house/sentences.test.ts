import { parse as parseSvelte, type AST } from 'svelte/compiler';
import { expect, test } from 'vitest';
import { code, complain, filesUnder, isTest, read, textsOf } from './tree.ts';

// What people read stands in messages/, and nowhere else.

const files = filesUnder(['src', 'bin'], code).filter((path) => !isTest(path));

/** Attributes that people read or hear. */
const spoken =
  /^(title|alt|placeholder|label|aria-label|aria-description|aria-roledescription|aria-valuetext)$/;
const word = /\p{L}{2,}/u;

type Found = { text: string; at: string };
type Node =
  AST.Text | AST.Attribute | AST.RegularElement | { type: 'Literal'; value: unknown; start: number };

/** Walks the markup of a component: `look` returns what a node says, and false to go no deeper. */
function walkMarkup(path: string, look: (node: Node) => string | false | null): Found[] {
  const source = read(path);
  const found: Found[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (typeof node !== 'object' || node === null || !('type' in node)) return;
    const said = look(node as Node);
    if (said === false) return;
    const line = source.slice(0, (node as Node).start).split('\n').length;
    if (said !== null) found.push({ text: said, at: `${path}:${line}` });
    Object.values(node).forEach(visit);
  };
  visit(parseSvelte(source, { modern: true, filename: path }).fragment);
  return found;
}

const say = ({ text, at }: Found) => `${at} ${text.trim().slice(0, 60)}`;

/** Texts that stand in the markup themselves; an example of code or a key of the keyboard is no sentence. */
const literalsOf = (path: string): Found[] =>
  walkMarkup(path, (node) => {
    if (node.type === 'Attribute') return spoken.test(node.name) ? null : false;
    if (node.type === 'RegularElement') return /^(style|script|code|kbd)$/.test(node.name) ? false : null;
    return node.type === 'Text' && word.test(node.data) ? node.data : null;
  });

/** Texts within the braces of the markup. */
const bracedOf = (path: string): Found[] =>
  walkMarkup(path, (node) => (node.type === 'Literal' && typeof node.value === 'string' ? node.value : null));

test('components say nothing of their own', () => {
  const faults = files
    .filter((path) => path.endsWith('.svelte'))
    .flatMap(literalsOf)
    .map(say);
  complain(faults, 'Put the sentence in messages/nl.json and write {m.key()}:');
});

/** Words that are Dutch and not English too. */
const dutchWords = `
  het een niet geen jij jouw jullie uw wij hij zij deze dit naar voor zijn wordt worden werd heeft
  hebben kan kunnen moet moeten mag nog maar ook wel bij tot uit om aan als waar wie hoe wat waarom
  vraag vragen antwoord medewerker medewerkers dienst diensten afdeling gemeente beheerder opslaan
  annuleren verwijderen bewaren zoeken terug volgende vorige vandaag morgen gisteren uur dag dagen
  maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart juni juli
  augustus oktober naam voornaam achternaam bestand fout ongeldig aanmelden afmelden melding bericht
  nieuw nieuwe hulp afwezig aanwezig collega
`;
const dutch = new RegExp(
  `(?<![\\p{L}\\p{N}_])(${dutchWords.trim().split(/\s+/).join('|')})(?![\\p{L}\\p{N}_])`,
  'iu',
);

/** Where Dutch words are data rather than something said, and what they are. */
const wordLists: Record<string, string> = {
  'src/rooms/organisations/slugs.ts': 'addresses',
  'src/rooms/networks/body-types.ts': 'kinds of body, as the law calls them',
  'src/rooms/helpline/own-name.ts': 'names that are plain words as well',
  'src/rooms/helpline/theme-guess.ts': 'words that give a theme away',
  'src/rooms/helpline/urgent-words.ts': 'words that say what cannot wait',
  'src/rooms/people/directory-filter.ts': 'addresses',
  'src/rooms/people/function-group.ts': 'words of function titles that give the kind of work away',
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
  complain(gone, 'Remove from wordLists of tests/house/sentences.test.ts:');
  const faults = files
    .filter((path) => !(path in wordLists))
    .flatMap((path) => [...textsOf(path), ...(path.endsWith('.svelte') ? bracedOf(path) : [])])
    .filter(({ text }) => !inAddresses.has(text) && dutch.test(withoutAddresses(text)));
  complain(
    faults.map(say),
    'Put the sentence in messages/nl.json; a list of Dutch words that is data is named in wordLists of tests/house/sentences.test.ts:',
  );
});

test('the list of Dutch words knows Dutch from English', () => {
  expect(dutch.test('Je vraag is verstuurd')).toBe(true);
  expect(dutch.test('the question is in the hands of one coach')).toBe(false);
  expect(dutch.test(withoutAddresses('/vragen/?lijst=dienst'))).toBe(false);
});
