import type { Theme } from '#rooms/organisations/themes.ts';
import { text } from './question.ts';

export type DemoProblem = {
  /** Personnel number of the coach who told everybody. */
  number: string;
  theme: Theme;
  line: string;
  /** Calendar days before the day of the seed, and the clock time in Brussels. */
  daysAgo: number;
  hour: string;
  /** How it was solved, and when; without it, it is still so. */
  solved?: { outcome: string; daysAgo: number; hour: string };
};

export const demoProblems: DemoProblem[] = [
  {
    number: '001057',
    theme: 'printing',
    line: 'De printer op de eerste verdieping van het stadhuis drukt niet af.',
    daysAgo: 1,
    hour: '11:05',
  },
  {
    number: '001121',
    theme: 'sign_in',
    line: 'Aanmelden met itsme lukt niet op de computers van het onthaal.',
    daysAgo: 6,
    hour: '09:20',
    solved: { outcome: 'Het werkt weer. Start je computer één keer opnieuw.', daysAgo: 5, hour: '14:10' },
  },
];

export type DemoStandardAnswer = {
  /** Personnel number of the helper who keeps it; without one it is for all who help. */
  number?: string;
  title: string;
  body: string;
};

export const demoStandardAnswers: DemoStandardAnswer[] = [
  {
    title: 'Eerst opnieuw opstarten',
    body: text(
      'Dag {voornaam}',
      '',
      '1. Bewaar waar je mee bezig bent.',
      '2. Klik op Start, dan op het aan-uitknopje en kies Opnieuw opstarten.',
      '3. Wacht tot je weer kunt aanmelden en probeer nog eens.',
      '',
      'Lukt het nog niet? Schrijf gewoon terug, dan kijken we verder.',
      '{coach}',
    ),
  },
  {
    title: 'Een foto van je scherm sturen',
    body: text(
      'Dag {voornaam}',
      '',
      'Een foto helpt mij om te zien wat jij ziet.',
      '1. Druk op de Windows-toets, Shift en S samen.',
      '2. Sleep een kader rond wat je wilt tonen.',
      '3. Klik in je mail of in Teams en druk op Ctrl + V.',
      '',
      'Let op dat er geen gegevens van inwoners op staan.',
    ),
  },
  {
    number: '001006',
    title: 'Kom even langs aan loket 3',
    body: text(
      'Dag {voornaam}',
      '',
      'Dat tonen gaat vlugger dan het schrijven. Kom dinsdag tussen 10 en 11.30 uur langs aan loket 3, een afspraak hoeft niet.',
      '{coach}',
    ),
  },
];
