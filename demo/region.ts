/**
 * Words for the region of `bin/seed region`: made-up authorities that are as large as real ones, to measure speed on.
 * Questions and tips are those of the demo, each time about another thing.
 */
export const firstNames = (
  'An Bart Bram Chris Dirk Ellen Els Emma Eva Filip Frank Geert Gert Greet Griet Hanne Hilde Ilse Inge Jan Joke ' +
  'Joris Jozef Karel Karen Katrien Koen Kris Kurt Lien Lies Linda Luc Maarten Marc Marie Marijke Mia Nele Nico ' +
  'Noor Pascal Patrick Peter Piet Rik Rita Sara Sofie Stefan Stijn Sven Tine Tom Veerle Wim Wouter Yves'
).split(' ');

export const lastNames = (
  'Baert Bogaert Callens Claeys Coppens Cornelis Debruyne Declercq Decock Degraeve Delaere Demeyer Denys Deprez ' +
  'Desmet Devos Dewitte Dumont Geerts Goethals Hendrickx Hoste Jacobs Janssens Lambrecht Leroy Maes Martens ' +
  'Mertens Michiels Naessens Nys Peeters Pauwels Rogge Samyn Segers Smets Stevens Tack Temmerman Vanacker ' +
  'Vandamme Vandenberghe Vanhove Verbeke Verhaeghe Vermeulen Verstraete Wauters Willems Wouters Wyffels'
).split(' ');

/** For `bin/seed town`: two of one first name, and what a narrow screen must hold. */
export const longNames: readonly (readonly [firstName: string, lastName: string])[] = [
  ['Marie-Louise', 'Vandenbroucke-Van den Abeele'],
  ['Marieke', 'Vanoverschelde'],
  ['Marieke', 'Van de Velde'],
];

export const longUnitName = 'Kinderopvang, buitenschoolse opvang en gezinsondersteuning';

/** The first four are the branches of the tree, the others hang below them in turn. */
export const unitNames = [
  'Welzijn',
  'Ruimte',
  'Vrije tijd',
  'Ondersteuning',
  'Burgerzaken',
  'Sociale dienst',
  'Woonzorgcentrum De Linde',
  'Kinderopvang',
  'Thuiszorg',
  'Poetsdienst',
  'Groendienst',
  'Omgeving',
  'Openbare werken',
  'Mobiliteit',
  'Bibliotheek',
  'Sport',
  'Cultuur',
  'Jeugd',
  'Zwembad',
  'Financiën',
  'Personeelsdienst',
  'Secretariaat',
  'Communicatie',
  'Archief',
];

/** What a question or tip is about this time: put after a title, and in a sentence of its own. */
export const things = [
  'het jaarverslag',
  'de ledenlijst',
  'het aanvraagformulier',
  'de planning van volgende week',
  'de foto’s van het feest',
  'het verslag van de vergadering',
  'de verlofaanvraag',
  'de factuur van de leverancier',
  'de uitnodiging',
  'het dossier van een inwoner',
  'de bestelling',
  'de inschrijvingen',
];

export const answers = {
  first: 'Goed dat je het vraagt. Kijk eens bij Instellingen en kies daar de bovenste regel. Lukt het zo?',
  back: 'Dank je, dat heb ik gedaan. Het is nu al beter, maar de knop die je noemt zie ik nog niet staan.',
  last: 'Die staat onder de drie puntjes rechts. Klik daarop en kies Weergeven: dan blijft hij ook morgen staan.',
};

/** What is added to a question of the demo, so that no two are the same. */
export const aboutThing = (thing: string): string => `Het gaat over ${thing}.`;

export const employerOf = (town: string): string => `Gemeente ${town}`;

/** What people of the bench look for, type and write. */
export const benchWords = {
  searched: ['printer', 'wachtwoord', 'vergadering', 'mail handtekening', 'dubbelzijdig', 'bestand delen'],
  typed: [
    'mijn printer doet',
    'ik ben mijn wachtw',
    'hoe deel ik een bestand met',
    'de vergadering start niet',
  ],
  asked: (at: number) => `Mijn scherm blijft zwart na de middag, al ${at} keer.`,
  answered: 'Zet het scherm uit, tel tot tien en zet het weer aan.',
};
