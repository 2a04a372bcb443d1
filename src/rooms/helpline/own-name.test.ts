import { describe, expect, it } from 'vitest';
import { tellsWho, type Self } from './own-name.ts';

const mia: Self = { firstName: 'Mia', lastName: 'Maes', email: 'mia.maes@veurne.be', phone: '058 31 20 11' };
const as = (self: Partial<Self>): Self => ({ ...mia, email: null, phone: null, ...self });
const zoe = as({ firstName: 'Zoë', lastName: 'Crabbé' });
const roos = as({ firstName: 'Roos', lastName: 'De Wit' });
const jo = as({ firstName: 'Jo', lastName: 'An' });
const long = as({ firstName: 'Marie-Louise', lastName: "Van den Abeele-D'hondt" });

const cases: [text: string, self: Self, says: boolean][] = [
  ['Hoe zet ik een bijlage bij een mail?', mia, false],
  ['Groeten, Mia', mia, true],
  ['groetjes mia', mia, true],
  ['MIA MAES van het loket', mia, true],
  ['De map van Maes is weg.', mia, true],
  ['Ik open de map Miami en dan de map Maestro.', mia, false],
  ['Mijn adres is Mia.Maes@Veurne.be', mia, true],
  ['Mail naar info@veurne.be komt terug.', mia, false],
  ['Bel me op 058/31.20.11', mia, true],
  ['Bel me op +32 58 31 20 11 of +32 (0)58 31 20 11.', mia, true],
  ['De printer geeft fout 058312011999.', mia, false],
  ['Sinds 23/11 om 10 uur, fout 2011.', mia, false],
  ['Ik ben zoe', zoe, true],
  ['ZOË hier', zoe, true],
  ['Groeten van Crabbe', zoe, true],
  ['Ik zet een roos in Word, maar de wit is grijs.', roos, false],
  ['Roos krijg ik er niet in.', roos, false],
  ['Dank je.\nRoos', roos, true],
  ['Dit is een vraag van Roos, van het loket', roos, true],
  ['De brief van mevrouw De Wit', roos, true],
  ['Jo, het lukt niet meer. An ook niet.', jo, false],
  ['Groeten, Marie Louise', long, true],
  ['groeten van den abeele d hondt', long, true],
  ['Ik mail van den computer.', long, false],
  ['', mia, false],
];

describe('a text that says who wrote it', () => {
  it.each(cases)('%j', (text, self, says) => expect(tellsWho(text, self)).toBe(says));

  it('takes no notice of what is not known', () => {
    expect(tellsWho('Bel 058 31 20 11', as({ phone: null }))).toBe(false);
    expect(tellsWho('Bel 2011', as({ phone: '2011' }))).toBe(false);
  });

  it('is read at once, however it is laid out', () => {
    const started = performance.now();
    for (const blank of ['\n', '\n ', '. ', '1 '])
      expect(tellsWho(`${blank.repeat(1_000)}${'a '.repeat(1_000)}${'\t'.repeat(1_000)}`, mia)).toBe(false);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
