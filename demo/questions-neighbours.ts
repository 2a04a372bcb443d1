import { asker, helper, text, type DemoQuestion } from './question.ts';

/** De Panne: one closed, one answered, one waiting. */
export const dePanneQuestions: DemoQuestion[] = [
  {
    unit: 'Burgerzaken',
    theme: 'printing',
    body: 'De attesten komen in kleur uit de printer en dat moet niet. Hoe zet ik dat op zwart-wit?',
    daysAgo: 14,
    hour: '09:40',
    thread: [
      helper(
        16,
        'Dat kan per afdruk:',
        '1. Druk op Ctrl + P.',
        '2. Kies bij Instellingen Zwart-wit. Soms heet het Grijstinten.',
        'Wil je het altijd zo? Dan stellen we het samen in bij de voorkeuren van de printer.',
      ),
      asker(28, 'Gelukt, zwart-wit. Dat andere mag je eens komen tonen.'),
    ],
    state: 'closed',
    sharedAnswer: {
      title: 'Afdrukken in zwart-wit',
      body: text(
        '1. Druk op Ctrl + P.',
        '2. Kies bij Instellingen Zwart-wit. Soms heet het Grijstinten.',
        '3. Klik op Afdrukken.',
        'Moet het altijd zwart-wit zijn? Dat stel je één keer in bij de voorkeuren van de printer.',
      ),
    },
  },
  {
    unit: 'Technische dienst',
    theme: 'mobile',
    body: "Hoe krijg ik de foto's van de werf van mijn gsm in ons dossier? Ik mail ze nu één voor één naar mezelf.",
    daysAgo: 2,
    hour: '13:20',
    thread: [
      helper(
        35,
        'Dat kan een stuk vlugger:',
        '1. Zet op je gsm de app OneDrive en meld je aan met je werkadres.',
        "2. Kies je foto's, tik op Delen en dan op OneDrive.",
        '3. Op je computer staan ze meteen klaar. Sleep ze naar het dossier.',
        "Wis de foto's daarna van je gsm als er mensen of nummerplaten op staan.",
      ),
    ],
    state: 'answered',
  },
  {
    unit: 'Thuiszorg',
    theme: 'outlook',
    body: 'Mijn planning staat in Outlook op de computer, maar op mijn gsm zie ik ze niet. Ik sta elke morgen eerst op het bureau om te kijken.',
    daysAgo: 0,
    hour: '08:45',
    thread: [],
    state: 'waiting',
  },
];

/** Kortrijk: the same three. */
export const kortrijkQuestions: DemoQuestion[] = [
  {
    unit: 'Sociaal Huis',
    theme: 'teams',
    body: 'Een cliënt wil een gesprek via Teams in de plaats van langs te komen. Hoe nodig ik iemand uit die geen account heeft?',
    daysAgo: 21,
    hour: '10:10',
    thread: [
      helper(
        22,
        'Een account is niet nodig, een mailadres volstaat:',
        '1. Maak in je agenda een nieuwe vergadering en zet Teams aan.',
        '2. Typ bij de genodigden het mailadres van je cliënt.',
        '3. Verzenden. Je cliënt klikt op de link en kiest Deelnemen via de browser.',
        'Je cliënt wacht in de lobby tot jij op Toelaten klikt. Zo komt er niemand zomaar binnen.',
      ),
      asker(55, 'Eerst met een collega geoefend en daarna echt gedaan. Dat van die lobby vind ik goed.'),
    ],
    state: 'closed',
    sharedAnswer: {
      title: 'Iemand zonder account uitnodigen in Teams',
      body: text(
        '1. Maak in je agenda een nieuwe vergadering en zet Teams aan.',
        '2. Typ bij de genodigden het mailadres.',
        '3. Klik op Verzenden. De andere klikt op de link en kiest Deelnemen via de browser.',
        '4. Laat die persoon toe uit de lobby als het gesprek begint.',
      ),
    },
  },
  {
    unit: 'Burgerzaken',
    theme: 'office',
    body: 'In onze standaardbrief verspringt het adres altijd als ik een langere naam typ. Kan dat vast blijven staan?',
    daysAgo: 1,
    hour: '11:05',
    thread: [
      helper(
        27,
        'Ja. Het adres staat nu met spaties op zijn plaats, en die schuiven mee. Zet het in een tabel:',
        '1. Klik op Invoegen, Tabel en kies twee kolommen en één rij.',
        '2. Zet het adres in de rechterkolom.',
        '3. Klik in de tabel, kies Tabelontwerp en zet de randen uit.',
        'Bewaar de brief opnieuw als sjabloon, dan heeft iedereen de goede versie.',
      ),
    ],
    state: 'answered',
  },
  {
    unit: 'Sociaal Huis',
    theme: 'files',
    body: 'Ik vind een document niet terug dat ik vorige week met een collega gedeeld heb. Kan ik ergens zien wat ik allemaal gedeeld heb?',
    daysAgo: 0,
    hour: '08:55',
    thread: [],
    state: 'waiting',
  },
];
