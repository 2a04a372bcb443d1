/**
 * The words that belong together in the office of a Flemish local authority. This is data in Dutch, the
 * language that is searched, not text on a screen.
 *
 * To add a word: put it behind the concept it means, in its simplest form (mail, not mails; stems, plurals,
 * small words in -je and forms such as "gedeeld" or "deelt" are found without being listed). A member with a
 * space is a phrase; leave out the fillers of words.ts (de, mijn, meer, …). A word may stand under two
 * concepts. To add a concept: any new key; the key is itself a member. What is only related stands in `near`.
 * After a change the documents must be filed again, for the old terms are in the postings.
 */
export const concepts: Readonly<Record<string, string>> = {
  // Mail
  mail: 'e-mail, mailtje, mailke, bericht, mailbericht, mailing, mailverkeer, elektronische post',
  outlook: 'owa, outlookprogramma, mailprogramma',
  mailbox: 'postvak, inbox, postbus, postvak in, mail box',
  handtekening:
    'signature, mailondertekening, groetformule, gegevens onder mail, naam onder mail, onderaan mail',
  ondertekenen: 'ondertekening, handtekening, signeren, paraferen, tekenen, sign, elektronische handtekening',
  bijlage: 'attachment, bijgevoegd bestand, paperclip, meesturen, aanhangsel',
  afwezigheid:
    'out of office, oof, ooo, afwezigheidsbericht, afwezigheidsassistent, automatisch antwoord, automatisch antwoorden, automatische reactie, afwezig, met verlof, op vakantie, verlofbericht, in verlof',
  spam: 'ongewenste mail, reclamemail, junk, ongewenste reclame, junkmail, nieuwsbrief uitschrijven',
  phishing:
    'verdachte mail, valse mail, rare mail, vreemde mail, nepmail, oplichting, verdacht bericht, oplichter, op link geklikt, op verkeerde link, vals bericht, raar bericht, vreemd bericht, vertrouw mail niet, vertrouw niet, verdacht, vals, nep',
  verdeellijst: 'distributielijst, mailinglijst, maillijst, mailgroep, contactgroep, groep adressen',
  adresboek: 'contact, contactpersoon, contactenlijst, adressenlijst',
  terugroepen: 'verkeerd verstuurd, naar verkeerde, intrekken, recall, verkeerde persoon gestuurd',
  // Accounts and safety
  wachtwoord: 'paswoord, password, pass, pincode, wachtwoordzin, toegangscode, pwd, ww',
  aanmelden:
    'inloggen, login, log in, aanloggen, inlog, aanmelding, sign in, geraak niet binnen, niet binnen, geraak niet in, kan niet in, raak niet in, raak niet binnen, kom niet binnen, kom niet in, toegang krijgen',
  afmelden: 'uitloggen, logout, afloggen, uitgelogd',
  account: 'gebruikersnaam, username, profiel, gebruikersaccount, user',
  mfa: '2fa, tweestaps, tweestapsverificatie, authenticator, tweefactor, tweefactorauthenticatie, two factor, twee factor, twee stappen, dubbele beveiliging, verificatiecode, mfa-code, code op gsm, twee-staps, 2 stappen, sms-code, goedkeuringsverzoek',
  itsme: 'itsmeapp',
  eid: 'identiteitskaart, e-id, kaartlezer, elektronische identiteitskaart, cardreader, id-kaart',
  privacy: 'gdpr, avg, persoonsgegevens, gegevensbescherming',
  datalek: 'gegevenslek, gegevens gelekt, data gelekt',
  beveiligen: 'veilig, beveiliging, beschermen, security, versleutelen, encryptie, afschermen',
  vergrendelen:
    'scherm op slot, lock, locken, op slot, scherm blokkeren, pc blokkeren, computer blokkeren, even weg van pc, ctrl alt delete',
  virus: 'malware, gehackt, hacker, hacken, ransomware, besmet',
  // Devices
  pc: 'computer, laptop, toestel, desktop, werkpost, computertje, portable, notebook',
  gsm: 'smartphone, telefoon, mobieltje, iphone, mobiel, androidtoestel, telefoontoestel, draagbare telefoon',
  tablet: 'ipad',
  scherm: 'monitor, beeldscherm, display',
  'tweede scherm':
    'extra scherm, twee schermen, dubbel scherm, scherm uitbreiden, 2 schermen, extern scherm, tweede monitor, extra monitor',
  beamer:
    'projector, projecteren, op groot scherm, hdmi, projectie, presentatiescherm, scherm van vergaderzaal',
  toetsenbord: 'klavier, keyboard, azerty, qwerty, toets, toetsen',
  muis: 'muisje, touchpad, cursor',
  geluid: 'audio, klank, luidspreker, speaker, horen, hoor, volume, hoort, verstaan niet, verstaat niet',
  microfoon: 'micro, headset, hoofdtelefoon, koptelefoon, oortjes, mic',
  camera: 'webcam, cam, ze zien mij niet',
  usb: 'usb-stick, stick, geheugenstick, externe schijf',
  batterij: 'accu, opladen, oplader, lader, laadkabel, batterij leeg',
  opstarten:
    'herstarten, heropstarten, reboot, restart, opnieuw starten, terug opstarten, uitzetten en aanzetten',
  vastlopen:
    'vastgelopen, hangen, blokkeren, bevroren, reageert niet, loopt vast, zit vast, crashen, freezen, vastzitten, hapert',
  traag: 'langzaam, duurt lang, sloom, vertraging, traagheid',
  // Printing and scanning
  printen:
    'afdrukken, afprinten, printer, print, afdruk, uitprinten, drukken, op papier zetten, kopieermachine',
  dubbelzijdig:
    'recto verso, recto-verso, beide zijden, twee zijden, twee kanten, beide kanten, duplex, voor en achter, voorkant en achterkant, 2 kanten, voor- en achterkant',
  scannen: 'scanner, inscannen, scan, digitaliseren',
  kopie: 'fotokopie, dubbel, dupliceren, kopietje',
  papier: 'papierlade, papierstoring, blad vast',
  toner: 'inkt, cartridge, inktpatroon',
  'zwart-wit': 'zonder kleur, kleurloos, grijswaarden, zwart wit, kleur, in kleur',
  // Files
  map: 'folder, mapje, directory, submap',
  bestand: 'file, document, bestandje, stuk',
  pdf: 'adobe, acrobat, pdf-bestand, pdf-lezer',
  word: 'worddocument, tekstverwerker, tekstdocument, word-bestand',
  excel: 'rekenblad, spreadsheet, werkblad, exceltabel, rekenvel, excelletje',
  powerpoint: 'presentatie, slides, dia, ppt, presenteren, slide, power point',
  onedrive: 'one drive, cloud, wolk',
  sharepoint: 'share point, intranetsite, teamsite',
  delen: 'doorsturen, doorgeven, sharen, toegang geven, meegeven, gezamenlijk, gedeeld, met collega',
  samenwerken:
    'tegelijk, gelijktijdig, samen, tegelijkertijd, co-editing, terzelfdertijd, met zijn allen, zelfde bestand, zelfde document, zelfde excel, dezelfde bestand',
  versie: 'versiegeschiedenis, vorige versie, oudere versie, historiek, versiebeheer, overschreven',
  herstellen:
    'terughalen, terugzetten, recupereren, recover, restore, terugvinden, ongedaan maken, terugkrijgen',
  verwijderen:
    'wissen, deleten, weggooien, delete, gewist, wegsmijten, wegdoen, prullenbak, prullenmand, vuilbak, weggegooid',
  kwijt:
    'verloren, verdwenen, niet terugvinden, vind niet terug, foetsie, niet vinden, vind niet, kwijtgeraakt',
  opslaan: 'opsla, bewaren, saven, save, opgeslagen, wegschrijven, bewaard',
  archiveren: 'archief, archivering',
  opruimen:
    'opkuisen, plaats maken, schijf vol, mailbox vol, vol, ruimte vrijmaken, opslagruimte, opslaglimiet, geen plaats',
  'groot bestand':
    'grote bestanden, groot document, grote mail, zwaar bestand, zware bestanden, grote bijlage, zware bijlage, grote foto, grote filmpjes, groot filmpje, bijlage te groot, bijlage te zwaar, bestand te groot, bestand te zwaar, document te groot, mail te groot, mail te zwaar, foto te groot, foto te zwaar, filmpje te groot, te groot om, te zwaar om, wetransfer, verkleinen, zippen, zip, comprimeren, kleiner maken, gigabyte, megabyte',
  samenvoegen:
    'combineren, mergen, bijeenzetten, aan elkaar plakken, samensmelten, bij elkaar zetten, bijeen zetten',
  snelkoppeling: 'shortcut, favoriet, bladwijzer, bookmark, icoontje op bureaublad, snel terugvinden',
  link: 'hyperlink, url, koppeling, webadres, linkje',
  benoemen: 'bestandsnaam, hernoemen, naamgeving, naam geven, andere naam',
  backup: 'back-up, reservekopie, veiligheidskopie',
  // Working together
  teams: 'microsoft teams, msteams',
  vergadering:
    'meeting, videocall, videovergadering, call, videogesprek, vergaderen, videoconferentie, online overleg, teamsoverleg, zoom',
  chat: 'chatten, chatbericht, chatgesprek',
  kanaal: 'channel, teamskanaal',
  uitnodiging: 'uitnodigen, vergaderverzoek, invite, inviteren',
  agenda: 'kalender, outlookagenda, afspraak, calendar, planning',
  achtergrond: 'background, wazig, vervagen, blur, achter mij zien',
  opnemen: 'opname, recorden, recording, record',
  'scherm delen':
    'scherm tonen, delen van scherm, mijn scherm laten zien, scherm laten zien, tonen wat ik zie, toon scherm, deel scherm, scherm gedeeld',
  ondertitel: 'ondertiteling, transcript, transcriptie, uitschrijven',
  bellen: 'telefoneren, opbellen, oproep, doorverbinden, doorschakelen, afleiden',
  formulier:
    'forms, enquete, bevraging, vragenlijst, poll, peiling, inschrijfformulier, rondvraag, google forms',
  zaal: 'vergaderzaal, vergaderruimte, zaaltje, vergaderlokaal',
  reserveren: 'boeken, reservatie, vastleggen, reservering',
  datumprikker: 'doodle, datum zoeken, datum prikken, moment vinden, datum kiezen, planningspoll',
  taak: 'planner, wie doet, takenlijst, to do, todo, to-do, takenbord',
  notitie: 'onenote, nota, notities, note, notitieboek',
  // Network
  wifi: 'netwerk, internet, wi-fi, internetverbinding, verbinding, wireless, draadloos, wi fi, online geraken, geen internet',
  vpn: 'thuiswerken, telewerken, telewerk, thuiswerk, thuis, van thuis, vanop afstand, op afstand, remote, thuis werken',
  browser: 'chrome, edge, firefox, safari, surfen, webbrowser',
  cache: 'cookies, browsergeschiedenis, browser leegmaken, tijdelijke bestanden, geschiedenis wissen',
  website: 'webpagina, site, internetpagina, webstek',
  schijf: 'netwerkschijf, g-schijf, h-schijf, server, p-schijf, gedeelde schijf, o-schijf',
  downloaden: 'binnenhalen, gedownload, afhalen',
  uploaden: 'opladen naar, geupload, inladen, opladen document',
  // Making and reading
  schermafdruk:
    'screenshot, printscreen, schermfoto, knipprogramma, knippen van scherm, foto van scherm, foto nemen van scherm, foto maken van scherm, snipping, print screen, schermopname, prtscn, knipsel, prentje van scherm, screenshotten',
  affiche: 'poster, flyer, canva, uitnodigingskaart, pamflet, folder maken',
  'sociale media': 'facebook, instagram, linkedin, social media, whatsapp, twitter',
  foto: 'afbeelding, beeld, plaatje, prent, picture, fotos',
  video: 'filmpje, film, clip, filmen',
  lettergrootte:
    'letters groter, tekst groter, grotere letters, inzoomen, vergroten, letters te klein, tekst te klein, alles te klein, alles groter, lettertype, font, letter, kleine letters, leesbaarder, zoom, slecht zien',
  toegankelijk:
    'toegankelijkheid, voorlezen, schermlezer, slechtziend, alt-tekst, voorleesfunctie, hardop lezen',
  dicteren: 'dictee, spraak naar tekst, inspreken, spraakherkenning, dictafoon, praten typen',
  vertalen:
    'vertaling, translate, deepl, andere taal, anderstalig, vertaler, naar frans, naar engels, naar duits, in frans, in engels, vanuit frans',
  ai: 'copilot, chatgpt, kunstmatige intelligentie, artificiele intelligentie, gpt, chatbot',
  tekstherkenning: 'ocr, tekst uit scan, doorzoekbaar, tekst kopieren uit',
  sjabloon: 'template, huisstijl, model, voorbeeldbrief, modelbrief, standaardbrief',
  mailmerge:
    'mail merge, samenvoegbrief, verzendlijst, gepersonaliseerde brief, brief aan veel mensen, zelfde brief, brief naar meerdere, adresetiketten, etiket',
  inhoudsopgave: 'inhoudstafel, inhoudstabel, hoofdstukken',
  paginanummer: 'bladzijdenummer, nummering, paginanummering, pagina nummeren, bladzijden nummeren',
  'wijzigingen bijhouden':
    'track changes, wijzigingen zien, aanpassingen bijhouden, wie aangepast, aanpassingen zichtbaar, revisie, wie veranderd, tekst veranderde, wie veranderde, wie gewijzigd',
  opmerking: 'commentaar, comment, reviewen, nalezen',
  draaitabel: 'pivot, pivottable, pivottabel',
  formule: 'som, optellen, berekenen, berekening, optelling, vermenigvuldigen, optelsom, totaal',
  filter: 'filteren, sorteren, rangschikken, sortering, alfabetisch',
  titelrij:
    'bovenste rij, kolomtitel, titels vastzetten, rij vastzetten, rij blokkeren, titels blokkeren, koppen vast, koppen zichtbaar, titel blijft staan, eerste rij, kolom vastzetten',
  grafiek: 'chart, diagram, taartdiagram',
  tabel: 'table, kolommen, cellen',
  plakken: 'kopieren, copy paste, knippen en plakken, copieren, paste, knippen',
  accent: 'speciale tekens, streepje op, met streepje, met dakje, trema, umlaut, euroteken, apenstaartje',
  hoofdletter: 'caps lock, capslock, shiftlock, alles in hoofdletters',
  sneltoets: 'toetsencombinatie, shortcuts, toetsen combinatie, ctrl',
  zoeken: 'opzoeken, terugzoeken, zoekfunctie, zoekopdracht, opsporen',
  update: 'bijwerken, updaten, upgraden, nieuwe versie, windowsupdate',
  installeren: 'installatie, software zetten, programma zetten',
  app: 'applicatie, programma, software, toepassing',
  qr: 'qr-code, qrcode, code scannen',
  smartschool: 'leerplatform, e-learning, oase, online cursus',
};

/** Related, not the same: a question about one also looks, weakly, at the other. Both ways. */
export const near: Readonly<Record<string, string>> = {
  outlook: 'mail, agenda, mailbox',
  mail: 'mailbox',
  teams: 'vergadering, chat',
  agenda: 'vergadering, uitnodiging',
  handtekening: 'ondertekenen',
  mfa: 'aanmelden',
  itsme: 'aanmelden, ondertekenen',
  eid: 'aanmelden, ondertekenen',
  wachtwoord: 'aanmelden',
  account: 'aanmelden',
  word: 'bestand',
  excel: 'bestand',
  powerpoint: 'bestand',
  pdf: 'bestand',
  map: 'bestand',
  onedrive: 'map, bestand, delen',
  sharepoint: 'map, bestand',
  schijf: 'map',
  samenwerken: 'delen, bestand',
  'groot bestand': 'bijlage',
  opruimen: 'mailbox, archiveren',
  herstellen: 'kwijt, verwijderen, versie',
  kwijt: 'verwijderen',
  microfoon: 'geluid',
  geluid: 'vergadering',
  camera: 'vergadering',
  achtergrond: 'camera',
  beamer: 'scherm, powerpoint',
  'tweede scherm': 'scherm',
  'scherm delen': 'scherm, vergadering',
  schermafdruk: 'scherm',
  scannen: 'printen',
  papier: 'printen',
  toner: 'printen',
  dubbelzijdig: 'printen',
  traag: 'vastlopen',
  opstarten: 'vastlopen',
  tablet: 'gsm',
  vpn: 'wifi, schijf',
  phishing: 'spam, virus, mail',
  spam: 'mail',
  afwezigheid: 'mail',
  foto: 'groot bestand',
  mailmerge: 'samenvoegen',
  formule: 'excel',
  filter: 'excel',
  titelrij: 'excel',
  draaitabel: 'excel',
  grafiek: 'excel',
  link: 'website',
  browser: 'website, wifi',
};

/**
 * Names and short words whose form is the meaning: Teams is not "team", Word is not "worden". Never stemmed.
 */
export const exactForms: readonly string[] = [
  'teams',
  'word',
  'forms',
  'edge',
  'pass',
  'sign',
  'dia',
  'ww',
  'oof',
  'ooo',
  'slides',
  'windows',
  'sharepoint',
  'its',
  'avg',
];
