import type { DemoQuestion } from './question.ts';

const door = 'De badgelezer aan de achterdeur piept en blijft op rood staan. Ligt dat aan mijn badge?';

/** Two colleagues with the same question, and one who wants only one coach to know the name. */
export const togetherQuestions: DemoQuestion[] = [
  {
    unit: 'Bibliotheek',
    theme: 'sign_in',
    body: door,
    daysAgo: 0,
    hour: '08:40',
    thread: [],
    state: 'claimed',
  },
  {
    unit: 'Bibliotheek',
    theme: 'sign_in',
    body: 'Ik geraak vanmorgen niet binnen langs achter, de badge doet niks meer. Collega had het ook precies',
    daysAgo: 0,
    hour: '08:55',
    thread: [],
    state: 'waiting',
    goesWith: door,
  },
  {
    unit: 'Sociale dienst',
    theme: 'office',
    body: 'Ik werk al vijf jaar met Excel en ik durf niet zeggen dat ik niet weet hoe je een filter zet. Kun jij het mij eens tonen?',
    daysAgo: 0,
    hour: '09:15',
    thread: [],
    state: 'waiting',
    onlyCoach: '001006',
  },
];
