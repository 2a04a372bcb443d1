import type { WeekHours } from '#platform/hours.ts';
import type { Theme } from '#rooms/organisations/themes.ts';

/** The staff list that plays Veurne. It came from a made-up town: here it gets the names of this one. */
export const demoStaffList = {
  fileName: 'personeel-export.csv',
  town: 'Veurne',
  slug: 'veurne',
  /** The network of authorities.csv that it keeps. */
  hosts: 'E-WIN',
  ictPhone: '058 12 34 56',
  dpoPhone: '058 12 34 90',
  /** What the numbers of its coaches begin with; two digits follow. */
  phonesFrom: '058 12 34 ',
  renamed: [
    [/voorbeeldstad\.be/gi, 'veurne.example'],
    [/Voorbeeld/g, 'Veurne'],
  ] as [RegExp, string][],
};

export type DemoCoach = {
  /** Personnel number in personeel-export.csv, as text with its leading zeros. */
  number: string;
  /** The coach's own unit or subunit. */
  unit: string;
  /** Small units without a coach of their own that this coach also serves. */
  alsoFor?: string[];
  /** Personnel number. */
  substitute?: string;
  /** null: the opening hours of the unit. */
  week: WeekHours | null;
  /** Said yes to helping all other units too. */
  alsoElsewhere?: boolean;
  /** What they wrote on their card. */
  about?: string;
  themes?: Theme[];
  /** Where colleagues may just walk in; the first time is the first such weekday (1 = Monday) of the demo's past. */
  dropIn?: { weekday: number; everyWeeks: 1 | 2; from: string; until: string; place: string };
  /** Away from and until these days, counted from the day of the seed. */
  awayDays?: { from: number; until: number };
};

const day: [string, string][] = [
  ['08:30', '12:00'],
  ['13:00', '16:30'],
];
const morning: [string, string][] = [['08:30', '12:00']];
const depot: [string, string][] = [
  ['07:30', '12:00'],
  ['12:30', '15:30'],
];
const early: [string, string][] = [['06:45', '14:15']];
const late: [string, string][] = [['13:45', '21:15']];
const cleaning: [string, string][] = [['06:00', '13:30']];
const childcare: [string, string][] = [['07:00', '18:00']];
const pool: [string, string][] = [['07:00', '20:00']];
const roundTheClock: [string, string][] = [['00:00', '24:00']];

const weekdays = (blocks: [string, string][]): WeekHours => ({
  '1': blocks,
  '2': blocks,
  '3': blocks,
  '4': blocks,
  '5': blocks,
});

/** Archief and Jeugd have no coach on purpose: the demo shows who helps there. */
export const demoCoaches: DemoCoach[] = [
  {
    number: '001006',
    unit: 'Burgerzaken',
    substitute: '001021',
    week: null,
    alsoElsewhere: true,
    about:
      'Ik help je graag met Teams en met bestanden delen. Zeg gewoon wat je ziet op je scherm, we zoeken het samen uit.',
    themes: ['teams', 'files', 'outlook'],
    dropIn: { weekday: 2, everyWeeks: 1, from: '10:00', until: '11:30', place: 'Loket 3' },
  },
  {
    number: '001021',
    unit: 'Burgerzaken',
    substitute: '001006',
    week: { '1': day, '2': day, '4': day, '5': day },
  },
  {
    number: '001057',
    unit: 'Financiën',
    alsoFor: ['Personeel & organisatie'],
    substitute: '001053',
    week: { '1': day, '2': day, '3': morning, '4': day, '5': day },
    about: 'Excel schrikt mij niet af. Kom langs met je lijst, dan kijken we samen.',
    themes: ['office', 'line_of_business'],
    dropIn: { weekday: 4, everyWeeks: 2, from: '13:00', until: '14:00', place: 'Vergaderzaal 2' },
  },
  { number: '001109', unit: 'Communicatie', alsoFor: ['ICT'], week: null, alsoElsewhere: true },
  { number: '001121', unit: 'Onthaal', alsoFor: ['Directie'], substitute: '001127', week: null },
  {
    number: '001155',
    unit: 'Vergunningen',
    alsoFor: ['Milieu & klimaat'],
    substitute: '001133',
    week: { '1': day, '2': day, '3': day, '4': day },
  },
  {
    number: '001189',
    unit: 'Groendienst',
    substitute: '001187',
    week: { '1': depot, '2': depot, '4': depot, '5': depot },
    about: 'Gsm of tablet die niet meewil? Spreek me aan in het depot, liefst voor 8 uur.',
    themes: ['mobile', 'sign_in'],
    dropIn: { weekday: 1, everyWeeks: 1, from: '07:30', until: '08:00', place: 'Kantine van het depot' },
  },
  {
    number: '001242',
    unit: 'Wegen & riolering',
    alsoFor: ['Gebouwen'],
    substitute: '001268',
    week: weekdays(depot),
  },
  { number: '001389', unit: 'Poetsdienst', substitute: '001376', week: weekdays(cleaning) },
  {
    number: '001405',
    unit: 'De Zandkasteeltjes',
    substitute: '001425',
    week: { '1': depot, '2': depot, '4': depot, '5': depot },
    awayDays: { from: -1, until: 5 },
  },
  {
    number: '001495',
    unit: 'Buitenschoolse opvang',
    substitute: '001471',
    week: {
      ...weekdays([
        ['07:00', '09:00'],
        ['13:00', '18:00'],
      ]),
      '3': [
        ['07:00', '09:00'],
        ['12:00', '18:00'],
      ],
    },
  },
  {
    number: '001513',
    unit: 'Bibliotheek',
    substitute: '001526',
    week: { '1': day, '2': day, '4': day, '5': day, '6': [['09:00', '12:30']] },
    alsoElsewhere: true,
  },
  { number: '001538', unit: 'Cultuur & erfgoed', alsoFor: ['Toerisme'], week: null },
  {
    number: '001573',
    unit: 'Zwembad',
    alsoFor: ['Sport'],
    week: { '1': early, '2': early, '4': early, '5': early, '6': [['08:30', '12:30']] },
    awayDays: { from: -1, until: 5 },
  },
  {
    number: '001651',
    unit: 'Academie voor muziek',
    week: {
      '1': [['13:30', '20:00']],
      '2': [['13:30', '20:00']],
      '3': [['12:30', '20:00']],
      '4': [['13:30', '20:00']],
      '6': [['09:00', '12:30']],
    },
  },
  { number: '001758', unit: 'Sociale dienst', substitute: '001756', week: null, alsoElsewhere: true },
  {
    number: '001807',
    unit: 'Verpleging',
    substitute: '001869',
    week: { '1': early, '2': early, '3': early, '4': early, '6': early },
  },
  {
    number: '001869',
    unit: 'Verpleging',
    substitute: '001807',
    week: { '2': late, '4': late, '5': late, '6': late, '7': late },
  },
  {
    number: '001916',
    unit: 'Keuken',
    week: { '1': early, '2': early, '3': early, '5': early },
  },
  {
    number: '002010',
    unit: 'Thuisdiensten',
    alsoFor: ['Lokaal dienstencentrum'],
    substitute: '001967',
    week: null,
    alsoElsewhere: true,
  },
];

export const demoExperts: { number: string; themes: Theme[] }[] = [
  { number: '001047', themes: ['office', 'files'] },
  { number: '001110', themes: ['outlook', 'teams', 'ai'] },
  { number: '001028', themes: ['government_apps', 'line_of_business'] },
];

/** Personnel numbers of who plays the other parts; nobody plays two. */
export const demoParts: {
  ict: string[];
  coordinator: string;
  hr: string;
  manager: { number: string; unit: string };
  director: string;
  dpo: string;
  admin: string;
  network_coordinator: string;
} = {
  ict: ['001092', '001095'],
  coordinator: '001076',
  hr: '001080',
  manager: { number: '001030', unit: 'Burgerzaken' },
  director: '002044',
  dpo: '001125',
  admin: '001088',
  network_coordinator: '002048',
};

/** Units whose hours differ from the default; '24:00' is the end of that day. */
export const demoOpeningHours: { unit: string; week: WeekHours }[] = [
  { unit: 'Verpleging', week: { ...weekdays(roundTheClock), '6': roundTheClock, '7': roundTheClock } },
  { unit: 'Bibliotheek', week: { ...weekdays(day), '6': [['09:00', '12:30']] } },
  { unit: 'Zwembad', week: { ...weekdays(pool), '6': pool, '7': pool } },
  { unit: 'De Zandkasteeltjes', week: weekdays(childcare) },
  { unit: 'Buitenschoolse opvang', week: weekdays(childcare) },
];
