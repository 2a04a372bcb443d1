import { m } from '#messages';
import { settings } from '#platform/server/config.ts';
import type { HandedIn, Letter, Occasion } from '#platform/server/handed-in.ts';
import { letter } from '#platform/server/letters.ts';
import type { Tx } from '#platform/server/scope.ts';
import { organisationOf } from '#rooms/organisations/server/index.ts';
import { fullName } from '#rooms/people/name.ts';
import { namesOf, whoHelpsUnits } from '#rooms/people/server/index.ts';
import { helpSentences } from '../../welcome/shown.ts';
import { newcomersOf } from './newcomers.ts';

/** For who begins: who helps, how one asks, and the way in. Without any secret: signing in asks for the address. */
async function invitation(tx: Tx, { personId, subjectId }: Occasion): Promise<Letter | null> {
  const [newcomer] = await newcomersOf(tx, [personId]);
  if (!newcomer || newcomer.welcomeId !== subjectId) return null;
  const { name, slug } = await organisationOf(tx);
  const help = (await whoHelpsUnits(tx, [newcomer.unitId])).get(newcomer.unitId) ?? null;
  return letter({
    subject: m.welcome_mail_subject(),
    greeting: m.welcome_mail_greeting({ name: newcomer.firstName }),
    paragraphs: [
      m.welcome_mail_opening({ organisation: name, unit: newcomer.unitName }),
      ...helpSentences(help),
      m.welcome_mail_ask(),
      m.welcome_mail_sign_in(),
    ],
    button: { label: m.welcome_mail_open(), href: `${settings().PUBLIC_URL}/${slug}/ik/onthaal` },
    because: m.welcome_mail_because({ organisation: name }),
  });
}

/** Both ends of a buddy: who begins as a coach hears who it is, the other that they are it. Not once it changed. */
const aboutBuddy =
  (reader: 'person_id' | 'buddy_id') =>
  async (tx: Tx, { personId, subjectId }: Occasion): Promise<Letter | null> => {
    const welcome = await tx
      .selectFrom('welcome')
      .select(['person_id', 'buddy_id'])
      .where('id', '=', subjectId)
      .executeTakeFirst();
    if (!welcome?.buddy_id || welcome[reader] !== personId) return null;
    const names = await namesOf(tx, [welcome.person_id, welcome.buddy_id]);
    const isBuddy = reader === 'buddy_id';
    const other = fullName(names.get(isBuddy ? welcome.person_id : welcome.buddy_id) ?? null) ?? '';
    const { slug } = await organisationOf(tx);
    return letter({
      subject: m.welcome_mail_buddy_subject(),
      greeting: m.welcome_mail_greeting({ name: names.get(personId)?.firstName ?? '' }),
      paragraphs: isBuddy
        ? [m.welcome_mail_buddy_of({ name: other }), m.welcome_mail_buddy_of_how({ name: other })]
        : [m.welcome_mail_buddy({ name: other }), m.welcome_mail_buddy_how()],
      button: { label: m.welcome_mail_buddy_open(), href: `${settings().PUBLIC_URL}/${slug}` },
      because: isBuddy ? m.welcome_mail_buddy_of_because() : m.welcome_mail_buddy_because(),
    });
  };

/** Their buddy helps no longer. Neither once another one was named, or the list is done. */
const withoutBuddy =
  (reader: 'beginner' | 'coordinator') =>
  async (tx: Tx, { personId, subjectId }: Occasion): Promise<Letter | null> => {
    const welcome = await tx
      .selectFrom('welcome')
      .select(['person_id', 'buddy_id', 'finished_at'])
      .where('id', '=', subjectId)
      .executeTakeFirst();
    if (!welcome || welcome.buddy_id || welcome.finished_at) return null;
    const names = await namesOf(tx, [welcome.person_id, personId]);
    const name = fullName(names.get(welcome.person_id) ?? null) ?? '';
    const { slug } = await organisationOf(tx);
    const home = `${settings().PUBLIC_URL}/${slug}`;
    const greeting = m.welcome_mail_greeting({ name: names.get(personId)?.firstName ?? '' });
    return reader === 'beginner'
      ? letter({
          ...{ subject: m.welcome_mail_buddy_subject(), greeting },
          paragraphs: [m.welcome_mail_buddy_left(), m.welcome_mail_buddy_left_next()],
          button: { label: m.welcome_mail_buddy_open(), href: home },
          because: m.welcome_mail_buddy_left_because(),
        })
      : letter({
          ...{ subject: m.welcome_mail_no_buddy_subject(), greeting },
          paragraphs: [m.welcome_mail_no_buddy({ name })],
          button: { label: m.welcome_mail_no_buddy_open(), href: `${home}/onthaal/${welcome.person_id}` },
          because: m.people_mail_no_coach_because(),
        });
  };

export const welcomeMails: NonNullable<HandedIn['mails']> = {
  'welcome.invitation': invitation,
  'welcome.buddy': aboutBuddy('person_id'),
  'welcome.buddy_of': aboutBuddy('buddy_id'),
  'welcome.buddy_left': withoutBuddy('beginner'),
  'welcome.no_buddy': withoutBuddy('coordinator'),
};
