/**
 * Lists of Dutch words that steer filing and searching; what they mean together stands in lexicon.ts.
 * Data in the language that is searched, without accents, separated by spaces; order does not matter.
 */
const list = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Never filed, never searched: function words and what people say to be polite. */
export const stopwords = list(`
  de het een t n m s d ie der den des te ten ter er hier daar ginder waar hoe wat wie wanneer waarom welke welk hoeveel waarmee
  waarop waarin waarvoor daarmee daarop daarna daarvoor hiermee hiervoor ik ikke jij je u gij ge ga hij zij ze wij we jullie mij
  me mijn mn m'n jouw jou uw zijn z'n zn haar ons onze hun hen zich zelf elkaar iemand niemand iets niets alles alle allemaal
  elk elke ieder iedere iedereen men dit dat deze die zo zo'n zulke ander andere anders is ben bent was waren geweest wordt worden
  werd werden geworden heb hebt heeft hebben had hadden gehad kan kun kunt kunnen kon konden gekund kunde kent zal zult zullen zou
  zouden mag mogen mocht moet moeten moest wil wilt willen wou wilde hoef hoeft hoeven laat laten gaat gaan ging gingen gegaan doe
  doet doen deed gedaan kom komt komen kwam gekomen en of maar want dus als dan toen terwijl omdat doordat zodat voordat nadat
  hoewel indien tenzij dus noch ook nog al reeds wel niet geen nooit altijd soms vaak meestal weer terug steeds toch echt heel erg
  zeer te veel weinig meer minder meest genoeg bijna ongeveer alleen enkel slechts net pas juist gewoon eigenlijk eens even ooit
  nu straks later vroeger vandaag gisteren morgen eerst daarnet zonet plots ineens opeens misschien in op aan af uit van vanaf
  voor achter onder boven over door met zonder bij naar naast tegen tot tijdens sinds na om rond per via binnen buiten tussen
  tijdje beetje hallo hoi dag goedendag goedemorgen goeiemorgen goeiedag goedemiddag goeienamiddag beste geachte lieve help hulp
  helpen helpt geholpen aub alsjeblieft alstublieft dank danku bedankt merci dankjewel dankuwel thx mvg groet groeten groetjes vriendelijk
  vriendelijke alvast graag svp ah oh och amai euh he hey ja nee neen oke ok mss bv bijvoorbeeld enz etc ivm nl gvd sorry the of a an and
  to for is it blijkbaar precies zeg nochtans trouwens kweet weet weten wist snap begrijp lukt lukken gelukt lukte vraag vragen
  vraagje vroeg gevraagd probleem probleempje problemen
`);

/**
 * Filed and searched, but too common to be what a question is about: they lift a document that fits already
 * and never bring one in alone.
 */
export const faintWords = list(`
  maak maakt maken gemaakt maakte zet zetten gezet krijg krijgt krijgen kreeg gekregen geef geeft geven gaf gegeven neem neemt nemen
  genomen zie ziet zien zag gezien toon tonen toont staan staat stond gestaan ligt liggen zit zitten blijf blijft blijven bleef gebleven
  werkt werken gewerkt werkte werk gebruik gebruikt gebruiken kies kiest kiezen koos gekozen klik klikken klikt geklikt druk open
  opent openen geopend sluit sluiten gesloten start starten gestart begin begint beginnen stop stoppen ga vind vindt vinden vond gevonden
  zoek zoekt kijk kijken bekijk bekijken lees lezen schrijf schrijven verander veranderen veranderd wijzig wijzigen gewijzigd aanpassen
  aangepast pas instellen instelling instellingen ingesteld stel stellen bewerk bewerken bewerkt toevoegen toegevoegd voeg haal halen
  gehaald breng brengen steek steken stuur sturen stuurt gestuurd verstuur versturen verstuurd verzenden zend ontvang ontvangen krijgt
  probeer proberen geprobeerd sukkel sukkelen geraak geraakt geraken raak raken kwam lopen loopt gaat moeilijk moeilijke makkelijk
  gemakkelijk eenvoudig snel sneller vlug goed goede beter best fout fouten foute foutmelding melding slecht juiste juist verkeerd
  verkeerde nieuw nieuwe oud oude ander lang lange kort korte klein kleine groot grote mooi zelfde hetzelfde dezelfde eigen eerste
  tweede derde laatste volgende vorige extra vast automatisch manier stap stappen tip tips trucje uitleg keer dingen ding zaak zaken
  soort deel kant plaats plek tijd uur uren week weken maand jaar jaren dagen ochtend namiddag minuut minuten moment mens mensen
  collega collegas medewerker medewerkers dienst diensten gemeente stad ocmw bestuur inwoner inwoners burger burgers klant klanten team
  bureau kantoor baas chef diensthoofd leidinggevende ict informatica it digitaal digitale digicoach coach online knop knoppen menu
  venster tabblad lijst naam namen nummer nummers nodig mogelijk beschikbaar gratis belangrijk handig raar rare vreemd vreemde stuk kapot
  gebeurt gebeuren gebeurd zeggen zegt gezegd denk denken noemen noemt heet heten beheer beheren gegevens informatie info aantal paar
  een twee drie vier vijf verschillende meerdere enkele hele half volledig volledige vergeten vergeet
  aanvragen aanvraag aangevraagd afspreken regelen geregeld inschrijven meenemen betalen kost kosten
  functie functies opstellen opgesteld opzetten opgezet bestellen besteld hou houd houdt houden gehouden beneden zichtbaar zetje uitvoeren bepaalde bepalen controleren controle nakijken rechts links bovenaan onderaan boven onder midden tekst
  regel lijn pagina bladzijde blad rij kolom cel persoon personen wijziging wijzigingen aanpassing aanpassingen
`);

/** Dropped inside phrases of the lexicon: "geraak niet meer binnen" is found as "geraak niet binnen". */
export const fillers =
  list(`de het een mijn m'n je jouw uw zijn haar ons onze hun meer nog is wat heeft heb al dan toch even eens er wel ook echt
  gewoon dat die dit deze ik nu zo mij me`);

/** Parts of verbs that come apart in a sentence: "druk het blad af", "meld je aan". */
export const particles = list(`aan in op af uit door toe mee over terug weg samen`);

/**
 * Nouns and verb stems that stand in compounds and are in no concept. With the concepts: what the splitter
 * knows.
 */
export const compoundParts = list(`
  aanbod aanvraag actie adres advies afdeling akkoord algemeen alarm antwoord apparaat arbeid archief artikel assistent attest audit
  avond badge balie bank bedrag bedrijf begroting beheer bekendmaking beleid bericht besluit bestelbon bestelling bestuur betaal
  betaling beurs bewaar bewaking bewerking bezoek bezoeker bib bibliotheek blad blok boek boekhouding bon bord bouw brandweer breedte brief
  bron budget bureau bureaublad buurt campagne categorie centrum certificaat cijfer code college commissie controle cursus dag data
  datum deel dienst directeur dossier draai drempel dropbox dubbel element enveloppe factuur feedback feest fiche fiets filter financien
  folder formaat fout functie gast gebouw gebruiker gebruik gegevens geheim geheugen geld gemeente getal gezin gids goedkeuring
  groep groen groet handleiding helpdesk herinnering hoofd hoofdletter hoek hoogte horizon huis hulp icoon icoontje idee
  informatie inhoud inkomend instelling instellingen intake intranet invoer inventaris inwoner item jaar jeugd journaal kaart kabel
  kanaal kantoor kast keuze kennis kind kinderopvang klacht klant klas kleur kluis knop kolom kop koptekst kost kamer
  lade lamp leden leer les letter lezer lijn lijst limiet locatie loket loon maand machine mandaat markering materiaal mededeling
  medewerker melding menu meter modus model nacht naam nota nummer objectief ochtend omgeving onderhoud onderwerp onthaal
  opdracht opleiding oplossing opslag optie organisatie orgaan ouder overdracht overleg overzicht pagina pakket paneel partij pauze
  pensioen persoon personeel plan plaats plein poets pols poort post poster praktijk prikklok prikken procedure proces product
  project raad rapport raming receptie recht rechten regel register rekening reservatie reserveren richtlijn rij rol rooster route
  ruimte samenvatting schema school schuld secretariaat sector seizoen sessie slot sleutel sluit sneeuw soort sociaal sport staat stad
  standaard stap start stap status steun stijl stoel stok storing straat stroom stuk systeem tarief team tekst telling tekens teken thema
  tijd titel toegang toets toelage training tuin type uitgave uitleen uitleg uur uren vacature vak veld venster verandering verblijf vergader
  verificatie verkeer verkiezing verlof verloop vergunning verslag verwijzing verzoek voertuig voet voettekst voorbeeld voorkeur vorming
  vraag vrij vrijwilliger vuil wagen water week weergave welzijn wens werf werk wet wijk wijziging winkel wissel woning woord
  zaal zaak zitting zomer zone zorg zwembad
  antivirus barcode bureaustoel datumprikker dagorde logo macro marge opmaak opsomming raster server sms streepje
  tijdlijn tijdregistratie toegangsbadge uurrooster voicemail vinkje widget windows zaalreservatie zichtbaar
  aanwezigheid bezetting bijeenkomst brochure chauffeur dagboek ontwerp agendapunt punt actiepunt
`);
