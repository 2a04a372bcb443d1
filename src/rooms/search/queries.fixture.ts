const linesOf = (text: string): string[] => text.trim().split('\n');

/**
 * What people type, in Flemish Dutch, for the tests of this room alone. Tip | how somebody would ask for it.
 * The tip must be among the first three.
 */
export const paraphrases = linesOf(`
signature | mijn handtekening staat niet onder mijn mails in outlook
password | ik geraak niet meer binnen, paswoord vergeten
duplex | hoe kan ik afdrukken op twee kanten
signature | outlok handteekening
signature | handteekening
signature | mailhandtekening
signature | mail handtekening
signature | hantekening mail
mfa | 2fa
mfa | hoe log ik in met 2 stappen
mfa | nieuwe gsm, code werkt niet meer bij inloggen
duplex | recto verso afprinten
duplex | druk het blad aan twee kanten af
duplex | printerinstellingen
calendar | mijn kalender laten zien aan een collega
calendar | agenda del
away | out of office
away | ik ben volgende week met verlof en wil een automatisch antwoord
background | videocall achtergrond verbergen
no-sound | ze horen me niet in de meeting
no-sound | micro doet het niet
scan-mail | inscannen naar mijn mail
merge-pdf | twee pdf bestanden aan elkaar plakken
sign-pdf | document ondertekenen met identiteitskaart
big-file | mijn bijlage is te groot
big-file | foto te zwaar om te mailen
restore | per ongeluk map gewist
restore | ik heb mijn bestand weggegooid, kan ik het nog recupereren?
versions | oudere versie van mijn worddocument
mailmerge | zelfde brief aan 200 mensen sturen
freeze | titels blijven staan in rekenblad
pivot | pivottabel
phishing | ik kreeg een rare mail en heb op de link geklikt
vpn | van thuis uit aan mijn schijf
second-screen | extra monitor aansluiten
screenshot | printscreen nemen
rules | mails automatisch naar een mapje
full-mailbox | mailbox zit vol
form | enquête opmaken
bigger-letters | letters te klein
beamer | powerpoint op groot scherm
wifi-guest | internet voor bezoekers
password | wagtwoord
password | paswrod vergeten
password | wacht woord vergeten
password | wachtw
dictate | tekst inspreken
share-screen | mijn scherm laten zien aan de anderen
share-screen | scherm in teams delen
signature | hoe zet ik mijn naam en functie automatisch onder een bericht
signature | logo onderaan mijn mails plaatsen
password | kben mijn wachtwoordje kwijt
password | mijn account is geblokkeerd, verkeerd paswoord ingetikt
password | nieuw password kiezen
duplex | voor- en achterkant bedrukken
duplex | printen langs beide kanten van een blad
duplex | papier besparen bij het afdrukken
calendar | hoe kan een collega in mijn agenda kijken
calendar | agenda openzetten voor iemand anders
away | ik ga op vakantie, wat met mijn mails
away | automatische antwoorden aanzetten
away | afwezigheid melden in outlook
mfa | authenticator app op nieuwe telefoon zetten
mfa | tweestapsverificatie
mfa | ik krijg geen code meer op mijn gsm om in te loggen
background | rommelige achtergrond verbergen bij videovergadering
background | teams achtergrond vervagen
share-screen | mijn scherm tonen tijdens teamsvergadering
share-screen | powerpoint delen in een meeting
no-sound | koptelefoon werkt niet in teams
no-sound | geen klank bij videocall
scan-mail | papieren document digitaliseren
scan-mail | scan toesturen naar mezelf
merge-pdf | 2 pdf's in 1 bestand steken
sign-pdf | pdf handtekenen met itsme
sign-pdf | contract digitaal tekenen
big-file | mail geraakt niet weg omdat de bijlage te zwaar is
big-file | filmpje van 200 MB doorsturen
restore | per ongeluk een worddocument gewist
restore | bestanden terughalen uit vuilbak
versions | iemand heeft mijn tekst overschreven, hoe krijg ik de vorige terug
mailmerge | etiketten maken vanuit excel
mailmerge | gepersonaliseerde brieven maken
freeze | bovenste rij vastzetten in excell
freeze | koppen zichtbaar houden als ik naar beneden scroll in excel
pivot | draaitabellen leren maken
phishing | ik vertrouw een mail niet
phishing | is deze mail van de bank echt of vals
vpn | thuis aan de bestanden op de server geraken
vpn | telewerken verbinding maken
second-screen | werken met 2 schermen
screenshot | foto nemen van mijn scherm
rules | nieuwsbrieven apart in een folder zetten
full-mailbox | ik kan geen mails meer ontvangen, postbus vol
form | vragenlijst opstellen voor inwoners
dictate | praten in plaats van typen
bigger-letters | ik zie de letters niet goed, te klein
beamer | laptop aan de projector hangen
wifi-guest | wifi code voor een bezoeker
password | wachtwoordt vergeten
mfa | authentcator
away | afwezigheidsberigt
duplex | dubelzijdig printen
screenshot | schermafruk
pivot | draaitabbel
vault | waar bewaar ik best al mijn paswoorden
vault | te veel wachtwoorden om te onthouden
lock | mijn computer op slot doen
lock | scherm blokkeren als ik koffie ga halen
shared-mailbox | mailbox van de dienst in mijn outlook krijgen
shared-mailbox | gemeenschappelijk postvak toevoegen
numbers | bladzijden nummeren
numbers | paginanummering start niet op 1
toc | inhoudsopgave maken
track | wijzigingen bijhouden in word
track | hoe zie ik wie wat aangepast heeft in mijn verslag
filter | lijst alfabetisch zetten in excel
filter | gegevens sorteren op datum
sum | som maken van een kolom
sum | cijfers optellen
translate | tekst naar het frans omzetten
translate | vertaling van een brief
captions | ondertiteling bij vergadering
captions | live ondertitels
favourites | bladwijzer maken
favourites | site bewaren in favorieten
cache | cookies verwijderen
cache | website laadt niet goed in chrome
toner | inkt is op
toner | printer zegt toner leeg
jam | papier zit vast in de printer
jam | papierstoring
jam | printer loopt vast
forward | oproepen doorverbinden naar iemand anders als ik weg ben
forward | telefoon afleiden
todo | takenlijst met het team
todo | wie doet wat bijhouden
onenote | nota’s maken van een meeting
qr | qrcode voor poster
co-edit | samen tegelijk in 1 bestand werken
shortcut | toetsencombinaties
shortcut | shortcuts
caps | alles in hoofdletters, capslock
caps | ik typ enkel hoofdletters
accent | accenten typen
reboot | mijn pc is heel sloom
reboot | computer hangt
list | mailgroep voor collegas aanmaken
list | distributielijst
recall | mail naar verkeerde persoon gestuurd
recall | verkeerd bericht verstuurd, kan ik het terughalen
room | zaal boeken
room | vergaderruimte vastleggen
poll | doodle maken voor een vergaderdatum
alt | afbeelding beschrijven voor slechtzienden
copilot | mag ik chatgpt gebruiken
copilot | artificiële intelligentie
usb | usbstick gevonden op de parking
signature | hoe krijg ik ons logo automatisch onderaan elke e-mail
password | ik ben mijn pass kwijt van de computer
duplex | rectoverso printen
calendar | de secretaresse moet mijn afspraken kunnen zien
away | out-of-office aanzetten
background | ik wil niet dat ze mijn keuken zien in teams
no-sound | de anderen verstaan mij niet tijdens online vergadering
scan-mail | ingescand document komt niet toe in mijn mailbox
merge-pdf | verschillende pdfjes in één steken
sign-pdf | een contract tekenen zonder af te printen
big-file | fotos van het evenement doorsturen, mail weigert
restore | ik heb per ongeluk een folder gedelete
versions | iemand heeft mijn tekst aangepast, ik wil de oude terug
freeze | eerste rij moet blijven staan als ik scrol
pivot | tabel samenvatten in excel
phishing | ik kreeg een sms of mail van bpost met een link, is dat echt
vpn | kan thuis niet aan de p-schijf
second-screen | mijn tweede monitor blijft zwart
rules | nieuwsbrieven vanzelf in een apart mapje
full-mailbox | ik krijg melding dat mijn mailbox bijna vol zit
form | inschrijvingen verzamelen via een online formulier
bigger-letters | alles staat zo klein op mijn scherm
beamer | de beamer toont niks
wifi-guest | bezoeker wil op de wifi
lock | laptop vergrendelen
toner | er is geen inkt meer
jam | er zit een blad vast in de kopieermachine
forward | gsm doorschakelen
reboot | computer doet er eeuwen over
recall | ik heb een mail naar de foute persoon gestuurd
translate | brief in het engels nodig
copilot | ai gebruiken voor verslagen
`).map((line) => line.split(' | ') as [string, string]);

/** About the office, but about no tip. */
export const harmless = linesOf(`
wanneer is de kerstreceptie
hoe laat begint het personeelsfeest
waar kan ik mijn fiets stallen
wie is de nieuwe schepen van sport
is de cafetaria vandaag open
mag ik mijn hond meenemen naar het werk
wanneer wordt het loon gestort
is er een ehbo-kit op het gelijkvloers
het regent binnen in de gang
waar liggen de maaltijdcheques
mijn sleutel past niet op de kelder
wie bestelt er de koffie
wanneer is het zwembad gesloten
de lift is stuk
parkeerkaart voor bewoners aanvragen
goeiemorgen allemaal
wanneer gaat de gemeenteraad door
tarief van de huisvuilzak
ik word gek van het lawaai
wanneer komt de glazenwasser
wat eten we vanmiddag
de verwarming staat te hoog
hoe lang is het nog tot mijn pensioen
wanneer sluit het containerpark
trouwen op het stadhuis prijs
kapotte lamp in de gang
is er taart in de refter
mijn stoel is stuk
waar staat de brandblusser
hoe word ik lid van de vakbond
verloren voorwerp afgeven
de koffiemachine lekt
bloemen bestellen voor een geboorte
`);
