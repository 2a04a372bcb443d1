import { m } from '#messages';
import { formatDay } from '#platform/dates.ts';
import { settings } from '#platform/server/config.ts';
import type { HandedIn, Letter, Occasion } from '#platform/server/handed-in.ts';
import { letter } from '#platform/server/letters.ts';
import type { Tx } from '#platform/server/scope.ts';
import { organisationOf } from '#rooms/organisations/server/index.ts';
import { fullName } from '#rooms/people/name.ts';
import { namesOf } from '#rooms/people/server/index.ts';
import { plainParagraphs } from '../document.ts';
import { announcementOf } from './announce.ts';
import { callOf } from './call.ts';
import { namersOf } from './namings.ts';

/** A colleague thought of them. Not once they answered, it was taken back, or the call closed. */
async function named(tx: Tx, { personId, subjectId: callId }: Occasion): Promise<Letter | null> {
  const call = await callOf(tx);
  if (!call?.isOpen) return null;
  const namer = (await namersOf(tx, callId, personId))[0];
  if (!namer) return null;
  const { slug } = await organisationOf(tx);
  return letter({
    subject: m.startpath_mail_named_subject(),
    greeting: await greeting(tx, personId),
    paragraphs: [
      m.startpath_mail_named({ name: fullName(namer) }),
      m.startpath_mail_named_free({ day: formatDay(call.closesOn), name: fullName(namer) }),
    ],
    button: { label: m.startpath_call_read(), href: `${settings().PUBLIC_URL}/${slug}/oproep` },
    because: m.startpath_mail_named_because(),
  });
}

/** To every colleague, in the words that the organisation chose. */
async function announced(tx: Tx, { subjectId }: Occasion): Promise<Letter | null> {
  const made = await announcementOf(tx);
  if (made?.id !== subjectId) return null;
  const { slug } = await organisationOf(tx);
  const [title = '', greets = '', ...paragraphs] = plainParagraphs(made.body);
  return letter({
    subject: title,
    greeting: greets,
    paragraphs: [...paragraphs, m.startpath_mail_announced_sign_in()],
    button: { label: m.startpath_mail_announced_button(), href: `${settings().PUBLIC_URL}/${slug}` },
    because: m.startpath_mail_announced_because(),
  });
}

async function greeting(tx: Tx, personId: string): Promise<string> {
  const { firstName = '' } = (await namesOf(tx, [personId])).get(personId) ?? {};
  return m.helpline_mail_greeting({ name: firstName });
}

export const startpathMails: NonNullable<HandedIn['mails']> = {
  'call.named': named,
  'call.announced': announced,
};
