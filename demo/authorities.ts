import type { Theme } from '#rooms/organisations/themes.ts';
import type { DemoQuestion } from './question.ts';
import { dePanneQuestions, kortrijkQuestions } from './questions-neighbours.ts';

/** 'employee' has no further role; the others are roles on the appointment. */
export type DemoRole = 'employee' | 'coach' | 'expert' | 'ict' | 'hr' | 'manager' | 'coordinator' | 'admin';

export type DemoColleague = {
  number: string;
  firstName: string;
  lastName: string;
  unit: string;
  /** One of the employers of the authority. */
  employer: string;
  role: DemoRole;
  email: string;
};

export type DemoAuthority = {
  /** As in src/rooms/organisations/authorities.csv. */
  name: string;
  slug: string;
  nis: string;
  /** The network of authorities.csv that this authority keeps, if any. */
  hosts: 'SHIFT' | null;
  ictPhone: string;
  /** What the numbers of its coaches begin with; two digits follow. */
  phonesFrom: string;
  people: DemoColleague[];
  /** Of its expert. */
  expertThemes: Theme[];
  /** Titles of tips.ts. */
  tips: string[];
  questions: DemoQuestion[];
};

type Row = [firstName: string, lastName: string, unit: string, employer: string, role: DemoRole];

const staff = (domain: string, rows: Row[]): DemoColleague[] =>
  rows.map(([firstName, lastName, unit, employer, role], index) => ({
    number: String(index + 1).padStart(4, '0'),
    firstName,
    lastName,
    unit,
    employer,
    role,
    email: `${firstName}.${lastName}@${domain}`.toLowerCase().replaceAll(' ', ''),
  }));

/** Its staff list, as an HR package exports one. */
export const staffListOf = ({ people }: DemoAuthority): string =>
  [
    'Personeelsnr;Naam;Voornaam;E-mail;Dienst;Werkgever',
    ...people.map(({ number, lastName, firstName, email, unit, employer }) =>
      [number, lastName, firstName, email, unit, employer].join(';'),
    ),
    '',
  ].join('\r\n');

/** A neighbour in the network that Veurne hosts, and one that hosts another. All people are invented. */
export const demoAuthorities: DemoAuthority[] = [
  {
    name: 'De Panne',
    slug: 'de-panne',
    nis: '38008',
    hosts: null,
    ictPhone: '058 12 35 00',
    phonesFrom: '058 12 35 ',
    people: staff('de-panne.example', [
      ['Lore', 'Vermote', 'Burgerzaken', 'Gemeente De Panne', 'coach'],
      ['Dirk', 'Coulier', 'Technische dienst', 'Gemeente De Panne', 'employee'],
      ['Amina', 'Bouzid', 'Thuiszorg', 'OCMW De Panne', 'employee'],
      ['Nathalie', 'Deceuninck', 'Personeelsdienst', 'Gemeente De Panne', 'coordinator'],
      ['Jurgen', 'Legein', 'ICT', 'Gemeente De Panne', 'admin'],
      ['Fien', 'Pylyser', 'Communicatie', 'Gemeente De Panne', 'expert'],
      ['Gino', 'Van Heule', 'Burgerzaken', 'Gemeente De Panne', 'employee'],
      ['Roos', 'Dejonckheere', 'Thuiszorg', 'OCMW De Panne', 'employee'],
    ]),
    expertThemes: ['outlook', 'teams'],
    tips: [
      'Een sterk wachtwoord dat je wel onthoudt',
      'Valse mails (phishing) herkennen',
      'Een QR-code scannen met je gsm',
    ],
    questions: dePanneQuestions,
  },
  {
    name: 'Kortrijk',
    slug: 'kortrijk',
    nis: '34022',
    hosts: 'SHIFT',
    ictPhone: '056 12 34 00',
    phonesFrom: '056 12 34 ',
    people: staff('kortrijk.example', [
      ['Hanne', 'Desloovere', 'Burgerzaken', 'Stad Kortrijk', 'coach'],
      ['Youssef', 'Amari', 'Sociaal Huis', 'OCMW Kortrijk', 'employee'],
      ['Katleen', 'Vandommele', 'HR', 'Stad Kortrijk', 'coordinator'],
      ['Wouter', 'Callens', 'ICT', 'Stad Kortrijk', 'admin'],
      ['Robbe', 'Messiaen', 'ICT', 'Stad Kortrijk', 'ict'],
      ['Ilse', 'Claerhout', 'HR', 'Stad Kortrijk', 'hr'],
      ['Bert', 'Nuyttens', 'Burgerzaken', 'Stad Kortrijk', 'employee'],
      ['Mieke', 'Lannoo', 'Sociaal Huis', 'OCMW Kortrijk', 'employee'],
    ]),
    expertThemes: [],
    tips: [
      'Dubbelzijdig afdrukken',
      'Deel een bestand, stuur geen bijlage',
      'Een afwezigheidsbericht instellen',
    ],
    questions: kortrijkQuestions,
  },
];
