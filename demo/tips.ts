import type { Theme } from '#rooms/organisations/themes.ts';
import { text } from './question.ts';

export type DemoTip = {
  title: string;
  theme: Theme;
  /** Plain text, one paragraph or numbered step a line, 80 to 160 words. */
  body: string;
};

export const demoTips: DemoTip[] = [
  {
    title: 'Je handtekening in Outlook instellen',
    theme: 'outlook',
    body: text(
      'Een handtekening onder je mail toont wie je bent en hoe iemand je bereikt. Je maakt ze één keer.',
      '1. Open Outlook en klik op het tandwiel (Instellingen).',
      '2. Zoek Handtekeningen. Werk je met de klassieke Outlook? Klik dan op Nieuwe e-mail, Handtekening, Handtekeningen.',
      '3. Maak een nieuwe handtekening en geef ze een naam, bijvoorbeeld "Werk".',
      '4. Typ je naam, je functie, je dienst, het adres en je telefoonnummer.',
      '5. Kies waar ze moet staan: bij nieuwe berichten, en bij antwoorden.',
      '6. Sla op en open een nieuwe mail. Je handtekening staat er al onder.',
      'Goed om te weten: hou ze kort en zet geen belangrijke tekst in een afbeelding. Wie laat voorlezen of op een gsm leest, ziet die afbeelding misschien niet.',
    ),
  },
  {
    title: 'Dubbelzijdig afdrukken',
    theme: 'printing',
    body: text(
      'Dubbelzijdig afdrukken spaart de helft van het papier. Zo doe je het in Word:',
      '1. Druk op Ctrl + P. Je ziet nu het afdrukvenster.',
      '2. Kijk of de juiste printer gekozen is.',
      '3. Klik bij Instellingen op Enkelzijdig afdrukken.',
      '4. Kies Dubbelzijdig afdrukken, met omslaan over de lange zijde. Die keuze is goed voor een gewone brief of nota.',
      '5. Ligt je blad dwars, zoals bij een tabel? Kies dan de korte zijde.',
      '6. Druk eerst twee bladzijden af om te kijken of het klopt.',
      'In een pdf vink je Aan beide zijden aan in het afdrukvenster. Zie je geen dubbelzijdige keuze? Dan kan die printer het niet zelf. Vraag je digicoach welke printer in je gebouw het wel kan.',
    ),
  },
  {
    title: 'Een sterk wachtwoord dat je wel onthoudt',
    theme: 'sign_in',
    body: text(
      'Een lang wachtwoord is sterker dan een moeilijk wachtwoord. Maak er een zin van.',
      '1. Kies vier of vijf woorden die niets met elkaar te maken hebben, bijvoorbeeld fiets, soep, maandag, giraf.',
      '2. Maak er een zin van die je voor je ziet. Gebruik niet het voorbeeld van hier.',
      '3. Zet er een hoofdletter, een cijfer en een leesteken bij als daarom gevraagd wordt.',
      '4. Neem geen namen van kinderen of huisdieren en geen geboortedatum.',
      '5. Gebruik voor je werk een ander wachtwoord dan thuis.',
      'Toch vergeten? Klik op het aanmeldscherm van Microsoft op Wachtwoord vergeten en volg de stappen. Lukt dat niet, bel dan naar ICT. Niemand van ICT en geen enkele digicoach vraagt ooit je wachtwoord. Vraagt iemand het toch, geef het dan niet.',
    ),
  },
  {
    title: 'Tweestapsverificatie op je nieuwe gsm zetten',
    theme: 'sign_in',
    body: text(
      'Heb je een nieuwe gsm? Zet dan eerst de app Microsoft Authenticator over. Hou je oude gsm bij tot alles werkt.',
      '1. Installeer Microsoft Authenticator op je nieuwe gsm, uit de App Store of de Play Store.',
      '2. Ga op een computer naar aka.ms/mysecurityinfo en meld je aan met je werkadres. Keur goed met je oude gsm.',
      '3. Klik op Aanmeldingsmethode toevoegen en kies Microsoft Authenticator. Er komt een QR-code op het scherm.',
      '4. Open de app op je nieuwe gsm, kies Werk- of schoolaccount en scan de QR-code.',
      '5. Keur de test goed. Werkt het? Verwijder dan je oude gsm uit de lijst.',
      'Is je oude gsm stuk of kwijt? Bel naar ICT. Zij helpen je opnieuw aanmelden. Krijg je ooit een vraag om goed te keuren terwijl je je niet aanmeldt? Weiger ze en verwittig ICT.',
    ),
  },
  {
    title: 'Een inhoudstafel maken in Word',
    theme: 'office',
    body: text(
      'Word maakt zelf een inhoudstafel, met de juiste bladzijden. Je moet Word alleen tonen wat de titels zijn.',
      '1. Klik in de titel van je eerste hoofdstuk.',
      '2. Kies bij Start, in het vak Stijlen, de stijl Kop 1.',
      '3. Doe dat bij elke hoofdtitel. Een tussentitel krijgt Kop 2.',
      '4. Klik op de plaats waar de inhoudstafel moet komen, meestal vooraan.',
      '5. Klik op Verwijzingen en dan op Inhoudsopgave. Zo noemt Word de inhoudstafel.',
      '6. Kies een van de automatische voorbeelden.',
      'Heb je later iets veranderd? Klik met de rechtermuisknop op de inhoudstafel, kies Veld bijwerken en werk alles bij. Vind je de titels te groot of te blauw? Klik met de rechtermuisknop op de stijl en kies Wijzigen.',
    ),
  },
  {
    title: 'Deel een bestand, stuur geen bijlage',
    theme: 'files',
    body: text(
      'Met een bijlage heeft iedereen na een dag een andere versie. Deel je het bestand, dan werkt iedereen in hetzelfde.',
      '1. Zet het bestand in OneDrive. Is het van je team? Zet het dan in Teams.',
      '2. Klik met de rechtermuisknop op het bestand en kies Delen.',
      '3. Typ de naam van je collega.',
      '4. Kies wat je collega mag: alleen bekijken of ook bewerken.',
      '5. Klik op Verzenden. Je collega krijgt een mail met de link.',
      'Staan er gegevens van inwoners of collega\'s in? Kies dan altijd bepaalde personen en nooit "iedereen met de link". Zo kan niemand anders het openen, ook niet als de link doorgestuurd wordt. Klaar met samenwerken? Klik op het bestand, kies Toegang beheren en stop met delen.',
    ),
  },
  {
    title: 'Geen geluid in Teams? Loop deze stappen af',
    theme: 'teams',
    body: text(
      'Bijna altijd gebruikt Teams een ander toestel dan jij denkt. Probeer dit in deze volgorde.',
      '1. Hoor je niets? Kijk eerst of het geluid van je computer aanstaat: klik rechtsonder op de luidspreker.',
      '2. Klik in de vergadering op het pijltje naast Microfoon.',
      '3. Kies bij Luidspreker de naam van je koptelefoon, of die van je computer.',
      '4. Horen ze jou niet? Kies in hetzelfde lijstje de juiste microfoon en kijk of er geen streep door het microfoontje staat.',
      '5. Trek je koptelefoon uit en steek hem er opnieuw in.',
      '6. Ga uit de vergadering en doe opnieuw mee.',
      'Doe dit vijf minuten voor een belangrijk overleg, dan zit je rustig klaar. Lukt het echt niet? Doe dan mee met de Teams-app op je gsm.',
    ),
  },
  {
    title: 'Valse mails (phishing) herkennen',
    theme: 'safety',
    body: text(
      'Een valse mail wil je doen schrikken of haasten. Neem daarom altijd even de tijd.',
      '1. Verwacht je deze mail? Een pakje dat je niet bestelde, is verdacht.',
      '2. Klik op de naam van de afzender. Zie je een vreemd adres, dan klopt er iets niet.',
      '3. Hou je muis boven de link, zonder te klikken. Je ziet dan waar hij echt naartoe gaat.',
      '4. Moet het dringend, of vraagt men een wachtwoord, een code of geld? Doe het niet.',
      '5. Twijfel je? Bel de afzender op een nummer dat je zelf kent, of vraag het aan je digicoach.',
      '6. Stuur de mail door naar verdacht@safeonweb.be en verwijder hem.',
      'Heb je toch geklikt? Bel dan meteen naar ICT. Het kan iedereen overkomen, en hoe vroeger zij het weten, hoe beter.',
    ),
  },
  {
    title: 'Een QR-code scannen met je gsm',
    theme: 'mobile',
    body: text(
      'Een QR-code is een vierkantje met blokjes. Je gsm leest het en opent dan een pagina. Een aparte app is meestal niet nodig.',
      '1. Open de camera van je gsm, alsof je een foto neemt.',
      '2. Hou de gsm recht voor de code, op ongeveer een hand afstand. Je moet geen foto nemen.',
      '3. Wacht tot er een link of een geel kadertje verschijnt.',
      '4. Lees waar de link naartoe gaat en tik erop.',
      'Gebeurt er niets? Veeg de lens schoon, ga iets verder staan of zoek meer licht. Op sommige toestellen staat er een knop QR-code bij de snelle instellingen: veeg van boven naar beneden.',
      'Let op met codes op een sticker die over een andere geplakt is, bijvoorbeeld op een parkeerautomaat. Typ daar nooit je bankgegevens in.',
    ),
  },
  {
    title: 'Een afwezigheidsbericht instellen',
    theme: 'outlook',
    body: text(
      'Ga je met verlof? Dan weet iedereen dankzij een automatisch antwoord wanneer je terug bent en wie intussen helpt.',
      '1. Open Outlook en klik op het tandwiel (Instellingen). In de klassieke Outlook klik je op Bestand.',
      '2. Zoek Automatische antwoorden en zet ze aan.',
      '3. Vul de eerste en de laatste dag in. Dan stopt het vanzelf.',
      "4. Schrijf een kort bericht voor je collega's: tot wanneer je weg bent en bij wie ze terechtkunnen.",
      '5. Schrijf ook een bericht voor mensen van buiten het bestuur, met het algemene nummer of adres van je dienst.',
      '6. Klik op Opslaan of OK.',
      'Schrijf niet waarom je weg bent. Zet liever het adres van je dienst dan dat van één collega, want die kan ook eens weg zijn.',
    ),
  },
  {
    title: 'Scannen naar je eigen mail',
    theme: 'printing',
    body: text(
      'Met het grote kopieertoestel maak je van papier een pdf en stuur je die naar jezelf. De knoppen kunnen op jouw toestel een andere naam hebben.',
      '1. Leg je bladen in de invoer bovenaan, met de tekst naar boven. Een boekje leg je op de glasplaat.',
      '2. Meld je aan met je badge of je code.',
      '3. Kies Scannen en dan E-mail.',
      '4. Kies je eigen adres. Staat het er niet bij, typ het dan.',
      '5. Kies pdf, en dubbelzijdig als er op beide kanten iets staat.',
      '6. Druk op Start en meld je daarna af.',
      'Komt de mail niet aan? Kijk bij de ongewenste mail. Veel bladen maken de mail te zwaar: scan ze dan in twee of drie keer. Neem je papieren altijd mee.',
    ),
  },
  {
    title: 'Je agenda delen met een collega',
    theme: 'outlook',
    body: text(
      'Met een gedeelde agenda vind je sneller een moment dat voor iedereen past. Jij kiest wat een ander ziet.',
      '1. Open in Outlook je agenda.',
      '2. Klik bovenaan op Agenda delen. Zie je die knop niet? Klik met de rechtermuisknop op de naam van je agenda.',
      '3. Typ de naam van je collega.',
      '4. Kies wat je collega mag zien: alleen wanneer je bezet bent, ook de titels, of alles. Alleen bezet is meestal genoeg.',
      '5. Klik op Delen. Je collega krijgt een mail en klikt daar op Accepteren.',
      'Zet een afspraak bij de dokter of iets anders dat alleen jou aangaat op Privé. Dan ziet niemand de titel. Wil je later stoppen met delen? Ga terug naar dezelfde plaats en verwijder je collega uit de lijst.',
    ),
  },
];
