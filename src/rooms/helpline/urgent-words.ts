// What words mean for urgent.ts: lists in the language that colleagues write, folded (lowercase, no accents, no
// apostrophes or hyphens), Flemish as it is spoken included. Safe in the browser.

export type Meaning = keyof typeof lists;

const lists = {
  clicked: `geklikt klikte klikten aangeklikt doorgeklikt opengeklikt geklicked geklickt gekliekt gedrukt geduwd getikt`,
  opened: `geopend opengedaan opgedaan opende opendeed opengemaakt gedownload gedownloaded geinstalleerd`,
  typed: `ingevuld ingegeven ingetypt ingetikt ingevoerd doorgegeven gegeven achtergelaten ingelogd aangemeld gaf vulde
    overgeschreven betaald gestort`,
  link: `link linkje linken links linkske url hyperlink popup`,
  attachment: `bijlage bijlages bijlagen bijlageke attachment`,
  mail: `mail mailtje mails email emails mailke sms smsje berichtje bericht whatsapp whatsappje qr qrcode`,
  site: `site sites website webpagina pagina webstek aanmeldpagina inlogpagina loginpagina`,
  secret: `wachtwoord wachtwoorden paswoord paswoorden wachtwoordje pincode pin code codes gegevens bankgegevens inloggegevens
    aanmeldgegevens logingegevens login kaartnummer bankkaart bankkaartnummer rekeningnummer rijksregisternummer itsme
    kredietkaart persoonsgegevens ingelogd aangemeld`,
  suspect: `verdacht verdachte phishing spam nep neppe nepmail fake vals valse malafide frauduleus frauduleuze bedrieglijk
    hacker hackers oplichter oplichters oplichting oplichterij scam bpost prijs gewonnen erfenis vertrouwd vertrouwde
    vertrouw vertrouwen betrouwbaar betrouwbare onveilig onveilige zogezegd zogezegde zogenaamd
    zogenaamde uitzag nietecht`,
  odd: `raar rare raars vreemd vreemde onbekend onbekende ongekend ongekende louche`,
  slip: `perongeluk abuis vergist vergissing dom doms domme stom stoms stomme oeps ojee ai amai foute fout verkeerde shit helaas`,
  stranger: `microsoft bank onbekende vreemde onbekenden belde gebeld telefoon afzender iemand`,
  fooled: `opgelicht ingetrapt ingetuind getrapt getuind beetgenomen gehackt gehacked gehackd gehacket ransomware losgeld
    gijzelsoftware malware overgenomen gephisht gefisht versleuteld`,
  virus: `virus virussen`,
  device: `gsm gsms gsmke telefoon telefoontje smartphone iphone laptop laptopke portable pc computer tablet ipad badge
    badgeke toestel usbstick usb stick chromebook simkaart notebook macbook`,
  gone: `kwijt kwijtgeraakt kwijtgespeeld kwijtgeraak verloren verloor verlies verlegd verlore spoorloos verdwenen
    zoekgeraakt`,
  away: `weg`,
  stolen: `gestolen gepikt gejat ontvreemd gestole gesjot geroofd gegapt`,
  taken: `meegenomen gepakt weggenomen`,
  taker: `iemand dief dieven inbreker inbrekers`,
  bag: `tas handtas rugzak boekentas jas koffer auto wagen valies fietstas`,
  left: `vergeten achtergelaten liggen ligt lag blijven`,
  outside: `trein bus tram taxi metro cafe restaurant station winkel delhaize colruyt strand park perron zetel bank taxis
    wachtzaal terras hotel luchthaven treinstel`,
  /** What one can miss on a device that is still there. */
  content: `wifi internet verbinding geluid mail mails email emails bestand bestanden contacten contact foto fotos agenda app
    apps wachtwoord pincode code beeld scherm instellingen lader oplader hoesje hoes kabel muis account toegang gegevens
    map mappen knop icoon icoontje pictogram signaal bereik netwerk toetsenbord document documenten bluetooth camera
    nummer batterij snelkoppeling menu berichten sms programma`,
  sent: `gestuurd verstuurd verzonden gemaild gemailed gezonden doorgestuurd opgestuurd geforward geforwarded gedeeld
    stuurde mailde bezorgd gepost doorgemaild rondgestuurd uitgestuurd rondgemaild meegestuurd gestuurt verstuurt gesmst
    geappt gewhatsappt terechtgekomen beland toegekomen`,
  put: `gezet geplaatst opgeladen geupload`,
  recipient: `adres mailadres emailadres persoon personen ontvanger bestemmeling groep chat gesprek kanaal collega klant
    nummer`,
  wrong: `verkeerd verkeerde verkeerden fout foute foutieve foutief`,
  everyone: `iedereen allen allemaal all iederen`,
  outsider: `ander andere anders burger burgers inwoner inwoners klant klanten ouder ouders leverancier leveranciers client clienten patient
    bewoner bewoners journalist pers extern externe buitenstaander buitenstaanders iemand vreemde onbekende particulier
    advocaat firma`,
  oneself: `mij mezelf mijzelf`,
  personal: `rijksregisternummer rijksregisternummers persoonsgegevens loongegevens klantgegevens patientgegevens medisch medische dossier dossiers gevoelig gevoelige
    vertrouwelijk vertrouwelijke loon lonen loonbrief loonbrieven loonfiche loonfiches loonlijst client clienten prive privegegevens
    adressenlijst gezondheid attest attesten ziekteattest identiteitskaart identiteitskaarten leefloon leefloondossier
    adressen mailadressen emailadressen telefoonnummers`,
  visible: `zichtbaar zien openbaar openstaan opengezet opengesteld beantwoord beantwoorden publiek online lezen bekijken toegang toegankelijk`,
  leak: `datalek datalekken gelekt uitgelekt lekt`,
  cc: `cc`,
  bcc: `bcc`,
  /** Where a thing can be put wrongly without anybody else reading it. */
  place: `map mappen printer printers plaats plek locatie lade tab tabblad kolom cel schijf veld rij volgorde formaat versie
    archiefdoos kant lijn`,
  benign: `teams vergadering teamsvergadering meeting zoom sharepoint onedrive intranet webinar opleiding cursus handleiding
    agenda word excel powerpoint outlook vorming collega digicoach coach tip vergaderlink uitnodiging bevestigingsmail
    formulier enquete bevraging activatiemail agendapunt printer nieuwsbrief knop menu`,
  failing: `niets niks nietsch foutmelding leeg lege wit witte traag blijft laadt laden bewerken afdrukken printen geblokkeerd
    verlopen toegang`,
  but: `maar`,
  what: `wat`,
  towards: `naar aan nr`,
  target: `naar aan met bij nr`,
  how: `hoe waar waarom hoeveel`,
  learning: `herken herkennen opleiding vorming cursus les lessen infosessie affiche affiches campagne quiz presentatie
    procedure beleid artikel nieuwsbrief simulatie filmpje testmail voorkomen voorkom vermijden vermijd beveiligen beveilig
    verzekering workshop uitleggen uitleg betekent oefening sensibilisering`,
  unreal: `wordt zou zouden zodat ooit teruggevonden terecht`,
  repair: `herstelling herstel hersteld reparatie binnengebracht ict onderhoud garantie`,
  not: `niet nie nooit geen nergens`,
  of: `van op in met voor naar aan via tussen over bij uit tegen zonder vant sinds na door behalve vanop`,
  determiner: `de het een mijn mijne mijnen mn men menen mine minne onze ons zijn haar hun die dat dees deze nen ne den uw je
    jouw ze een t n jullie twee`,
} as const;

/** Common words one letter away from a word above, that mean something else. */
const otherWords = `verwacht verwachte verlopen gestoken geprikt verkeer verbonden gevonden gebonden gemaald gelikt gedeelte
  verdeeld verkeerden bestuurd gedrukte gehaald gepaste geplakt gestopt verloop verlof gestart printer gesteld gedeelde
  gedraaid gelaten gebracht hackathon ingevoegd ingebeld laptops`;

const words = (text: string) => text.trim().split(/\s+/);
const meanings = new Map<string, Set<Meaning>>();
for (const [meaning, text] of Object.entries(lists) as [Meaning, string][])
  for (const word of words(text)) meanings.set(word, (meanings.get(word) ?? new Set()).add(meaning));

const otherwise = new Set(words(otherWords));
const shortestMisspelt = 6;
const misspellable = [...meanings.keys()].filter((word) => word.length >= shortestMisspelt);
const nothing: ReadonlySet<Meaning> = new Set();

/** Words that others end in: werklaptop, toegangsbadge, ziekteattest. */
const ends = words(
  'gsm telefoon smartphone laptop tablet ipad badge toestel bijlage attachment wachtwoord paswoord attest dossier persoonsgegevens',
);

/** What a folded word can mean here: as it stands, as a compound, or one slip of the fingers away. */
export function meaningsOf(word: string): ReadonlySet<Meaning> {
  const exact = meanings.get(word);
  if (exact) return exact;
  if (otherwise.has(word)) return nothing;
  if (/^(ph|f)i+sh?in/.test(word)) return meanings.get('phishing')!;
  const end = ends.find((one) => word.length > one.length + 1 && word.endsWith(one));
  if (end) return meanings.get(end)!;
  if (word.length < shortestMisspelt - 1) return nothing;
  const meant = misspellable.find((one) => one[0] === word[0] && isOneSlipAway(word, one));
  return meant ? meanings.get(meant)! : nothing;
}

/** One letter more, less, other, or two that changed places. */
export function isOneSlipAway(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  const swapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  return swapped && short.slice(at + 2) === long.slice(at + 2);
}
