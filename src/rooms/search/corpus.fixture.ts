/**
 * Tips as colleagues write them, one a line: id | title | body. Demonstration content in Dutch, for the tests
 * of this room alone.
 */
const lines = `
signature | Een handtekening onder elke mail in Outlook | Ga naar Bestand, Opties, E-mail en klik op Handtekeningen. Maak een nieuwe en kies ze voor nieuwe berichten en voor antwoorden. Het logo van de gemeente vind je op intranet.
password | Wachtwoord vergeten? Zo kies je een nieuw | Klik op het scherm waar je aanmeldt op "Wachtwoord vergeten". Je krijgt een code op je gsm. Kies een lange zin die je makkelijk onthoudt.
duplex | Dubbelzijdig printen | Kies bij het afdrukken voor Eigenschappen en dan voor beide zijden. Zo spaar je papier. Bij de printer op de gang is dit al de standaard.
calendar | Je agenda delen met een collega | Open je agenda in Outlook, klik met de rechtermuisknop en kies Delen. Je kiest zelf of je collega alleen ziet dat je bezet bent of ook de titel van de afspraken.
away | Afwezigheidsbericht instellen als je verlof hebt | In Outlook: Bestand, Automatische antwoorden. Zet de begindatum en einddatum erbij en noem wie je vervangt.
mfa | Aanmelden in twee stappen met de Authenticator | Installeer de app Microsoft Authenticator op je smartphone. Bij het aanmelden keur je de melding goed. Nieuwe gsm? Vraag je digicoach om de koppeling opnieuw te maken.
background | Achtergrond wazig maken in een Teams-vergadering | Klik voor je deelneemt op Achtergrondeffecten en kies Vervagen. Tijdens het overleg vind je het bij Meer.
share-screen | Je scherm delen in Teams | Klik rechtsboven op Delen en kies het venster dat de anderen mogen zien. Sluit eerst je mailbox, zodat niemand meeleest.
no-sound | Ze horen mij niet in Teams: geluid en microfoon nakijken | Kijk bij Apparaatinstellingen welke luidspreker en welke micro gekozen zijn. Zit de headset goed in? Staat de microfoon niet op stil?
scan-mail | Scannen naar je eigen mailbox | Hou je badge voor het toestel, kies Scannen naar e-mail en druk op Start. Het bestand komt als pdf toe in je postvak.
merge-pdf | Meerdere pdf's samenvoegen tot één bestand | Open het eerste bestand in de pdf-lezer, kies Pagina’s ordenen en sleep de andere bestanden erbij.
sign-pdf | Een pdf digitaal ondertekenen met je eID of itsme | Steek je identiteitskaart in de kaartlezer, open het document en kies Handtekening plaatsen. Met itsme gaat het ook zonder kaartlezer.
big-file | Grote bestanden doorsturen zonder bijlage | Een mail mag hoogstens 20 MB zijn. Zet het bestand in OneDrive en stuur een link. Kies hoe lang de link geldig is.
restore | Een verwijderd bestand terughalen uit de prullenbak | In OneDrive en SharePoint blijft wat je weggooit 93 dagen in de prullenbak. Klik op Herstellen en het staat terug in zijn map.
versions | Terug naar een vorige versie van een document | Kies Bestand, Info, Versiegeschiedenis. Je ziet wie wanneer iets heeft aangepast en zet de oude tekst terug.
mailmerge | Dezelfde brief naar veel adressen met Afdruk samenvoegen | Zet de adressen in een rekenblad, open de brief in Word en kies Verzendlijsten. Zo maak je ook etiketten.
freeze | De titelrij in Excel laten staan bij het schuiven | Kies Beeld, Blokkeren, Bovenste rij blokkeren. Zo zie je de titels van de kolommen ook op rij 500.
pivot | Je eerste draaitabel in Excel | Selecteer de tabel, kies Invoegen, Draaitabel. Sleep een kolom naar Rijen en een naar Waarden.
phishing | Een verdachte mail: zo herken je phishing en dit doe je | Kijk naar het adres van de afzender en ga met de muis over de link zonder te klikken. Meld het met de knop Phishing melden. Toch geklikt? Bel meteen de helpdesk.
vpn | Thuiswerken: verbinden met het netwerk via VPN | Start het programma, meld je aan en wacht tot er Verbonden staat. Dan vind je je schijven zoals op kantoor.
second-screen | Een tweede scherm aansluiten | Druk op Windows en P en kies Uitbreiden. Staat het verkeerd om? Sleep de schermen bij Beeldscherminstellingen.
screenshot | Een schermafdruk maken met het knipprogramma | Druk op Windows, Shift en S. Trek een kader rond wat je wil tonen en plak het in je mail.
rules | Mails automatisch in mappen laten vallen met regels | Klik met rechts op een bericht, kies Regels en dan Regel maken. Bijvoorbeeld alles van de nieuwsbrief in een map.
full-mailbox | Je postvak is vol: opruimen en archiveren | Sorteer op grootte en verwijder zware bijlagen. Maak de verwijderde items leeg.
form | Een bevraging maken met Forms | Kies Nieuw formulier, zet je vragen erin en deel de koppeling. De antwoorden komen in een rekenblad.
dictate | Dicteren in Word in plaats van typen | Klik op Start, Dicteren en spreek rustig. Zeg "punt" en "nieuwe regel".
bigger-letters | Alles groter op je scherm | Hou Ctrl in en draai aan het wieltje. Voor alle programma’s: Instellingen, Toegankelijkheid, Tekstgrootte.
beamer | Presentatie tonen op de beamer in de vergaderzaal | Steek de HDMI-kabel in je laptop en druk op Windows en P. Kies Dupliceren.
wifi-guest | Gasten op de wifi laten | Bezoekers kiezen het netwerk voor gasten en krijgen een code die een dag geldig is. De balie print ze af.
vault | Al je wachtwoorden veilig in een wachtwoordkluis | Installeer de kluis en bewaar er elk wachtwoord in. Je onthoudt er nog maar één.
lock | Je pc vergrendelen als je even weg bent | Druk op de Windowstoets en L.
shared-mailbox | Een gedeelde mailbox openen in Outlook | Voeg het postvak van je dienst toe via Accountinstellingen.
numbers | Paginanummers in Word beginnen op de derde bladzijde | Voeg een sectie-einde in en koppel de voettekst los.
toc | Een inhoudstafel die zichzelf bijwerkt | Gebruik koppen en kies Verwijzingen, Inhoudsopgave.
track | Zien wat een collega aan je tekst veranderde | Zet Wijzigingen bijhouden aan op het tabblad Controleren.
filter | Rijen filteren en sorteren in Excel | Klik op Gegevens, Filter en kies wat je wil zien.
sum | Optellen in Excel: de functie SOM | Klik onder de getallen en op AutoSom.
translate | Een brief vertalen zonder hem te lekken | Gebruik de vertaalfunctie van Word en geen gratis website.
captions | Ondertitels aanzetten in Teams | Kies Meer, Taal en spraak, Livebijschriften.
favourites | Een website bij je favorieten zetten | Klik op het sterretje in de adresbalk.
cache | De browser leegmaken als een website raar doet | Wis de cache en de cookies via Instellingen, Privacy.
toner | De toner vervangen | Open de klep, neem de lege patroon eruit en schud de nieuwe.
jam | Vastgelopen papier uit de printer halen | Open alle kleppen en trek het blad er traag uit.
forward | Je telefoon doorschakelen naar een collega | Tik *21* en het nummer van je collega.
todo | Taken verdelen met Planner | Maak een bord, zet er kaarten op en wijs ze toe.
onenote | Notities van een overleg delen met OneNote | Maak een notitieblok in het kanaal van je team.
qr | Zelf een QR-code maken voor een affiche | Klik in Edge met rechts op de pagina.
co-edit | Met meerdere tegelijk in hetzelfde document werken | Bewaar het in SharePoint en stuur de link. Je ziet elkaars cursor.
shortcut | Tien sneltoetsen die je elke dag tijd winnen | Ctrl C, Ctrl V, Ctrl Z en meer.
caps | Hoofdletters blijven staan: caps lock uitzetten | Druk op de toets links met het slotje.
accent | é, è en ç typen op je toetsenbord | Op azerty staan ze boven de cijfers.
reboot | Je laptop is traag: eerst heropstarten | Kies Opnieuw opstarten, niet Afsluiten.
list | Een verdeellijst maken voor je dienst | Maak in Outlook een contactgroep.
recall | Een mail intrekken die naar de verkeerde ging | Open het bericht, kies Acties, Dit bericht intrekken. Gaat het om persoonsgegevens, bel dan de DPO.
room | Een vergaderzaal reserveren in Outlook | Voeg bij de uitnodiging de zaal toe als ruimte.
poll | Samen een datum zoeken met een peiling | Maak in de uitnodiging een planningspoll.
alt | Foto’s toegankelijk maken met alt-tekst | Klik met rechts op de foto en kies Alternatieve tekst.
copilot | Veilig aan de slag met Copilot | Zet nooit persoonsgegevens in je vraag.
usb | Een gevonden usb-stick: niet insteken | Geef hem af bij ICT.
`;

export type Tip = { id: string; title: string; body: string };

export const corpus: readonly Tip[] = lines
  .trim()
  .split('\n')
  .map((line) => {
    const [id = '', title = '', body = ''] = line.split(' | ');
    return { id, title, body };
  });
