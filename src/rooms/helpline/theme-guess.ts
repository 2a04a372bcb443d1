import type { Theme } from '#rooms/organisations/themes.ts';

/**
 * Beginnings of words that give a theme away, the more telling first: "kan niet aanmelden in teams" is
 * about signing in. A first guess only: it finds an expert, and the coach can change it when answering.
 */
const tellingWords: readonly (readonly [Theme, readonly string[]])[] = [
  ['safety', ['phish', 'virus', 'gehackt', 'verdacht', 'geklikt', 'spam', 'oplicht']],
  [
    'sign_in',
    ['wachtwoord', 'paswoord', 'aanmeld', 'inlog', 'authenticator', 'tweestaps', '2fa', 'mfa', 'pincode'],
  ],
  [
    'government_apps',
    ['itsme', 'myid', 'ebox', 'burgerprofiel', 'myminfin', 'mypension', 'doccle', 'izimi', '4411', 'eid'],
  ],
  ['ai', ['copilot', 'chatgpt', 'ai']],
  ['printing', ['print', 'scan', 'afdruk', 'toner', 'kopie']],
  ['teams', ['teams', 'vergader', 'webcam', 'micro', 'headset', 'meeting']],
  ['outlook', ['outlook', 'mail', 'agenda', 'handtekening', 'afwezigheid']],
  ['office', ['word', 'excel', 'powerpoint', 'inhoudstafel', 'document', 'pdf', 'formule', 'rekenblad']],
  ['files', ['bestand', 'onedrive', 'sharepoint', 'map', 'delen', 'bijlage', 'schijf']],
  ['mobile', ['gsm', 'smartphone', 'tablet', 'ipad', 'iphone', 'android', 'qr']],
  ['line_of_business', ['dossier', 'vakapplicatie', 'registreren', 'registratie']],
  ['new_process', ['nieuwe werkwijze', 'procedure', 'werkproces']],
];

/** The theme that the words of a question point to; null when nothing does. */
export function guessTheme(text: string): Theme | null {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const fits = (start: string) =>
    start.length <= 3 ? words.includes(start) : words.some((word) => word.includes(start));
  return tellingWords.find(([, starts]) => starts.some(fits))?.[0] ?? null;
}
