import { m } from '#messages';
import { formatDay } from '#platform/dates.ts';
import { dayOf, instantOf, localDay } from '#platform/days.ts';
import { settings } from '#platform/server/config.ts';
import type { HandedIn, Letter, Occasion } from '#platform/server/handed-in.ts';
import { letter } from '#platform/server/letters.ts';
import { inOrganisation, type Actor, type Tx } from '#platform/server/scope.ts';
import { notify } from '#rooms/notifications/server/index.ts';
import { namesOf } from '#rooms/people/server/index.ts';
import type { FollowUpState } from '../follow-up.ts';
import { greetingFor } from './mail-parts.ts';

/** Nobody needs to hear of it during the night. */
const fromMinute = 7 * 60 + 30;

/** On the day itself the one who promised is reminded, once, from half past seven on. Any number of workers may do it. */
export const tellFollowUps = (actor: Actor): Promise<void> =>
  inOrganisation(actor, async (tx) => {
    const today = localDay(tx.now);
    if (tx.now.getTime() < instantOf(dayOf(today), fromMinute)) return;
    const due = await tx
      .updateTable('follow_up')
      .set({ told_at: tx.now })
      .where('id', 'in', (eb) =>
        eb
          .selectFrom('follow_up')
          .select('id')
          .where('state', '=', 'agreed')
          .where('told_at', 'is', null)
          .where('come_on', '<=', today)
          .orderBy('come_on')
          .limit(100)
          .forUpdate()
          .skipLocked(),
      )
      .returning(['id', 'coach_id'])
      .execute();
    for (const { id, coach_id: personId } of due)
      await notify(tx, { personId, kind: 'followup.today', subjectId: id });
  });

type Told = { other: string; day: string; state: FollowUpState };

const linkTo = ({ subjectId }: Occasion) => `${settings().PUBLIC_URL}/naar/${subjectId}`;

/** The first name of the one whom the letter is not for, the day, and how it stands. */
async function toldOf(tx: Tx, { subjectId, personId }: Occasion): Promise<Told | null> {
  const row = await tx
    .selectFrom('follow_up')
    .select(['coach_id', 'person_id', 'come_on', 'state'])
    .where('id', '=', subjectId)
    .executeTakeFirst();
  if (!row) return null;
  const otherId = row.coach_id === personId ? row.person_id : row.coach_id;
  const other = (await namesOf(tx, [otherId])).get(otherId)?.firstName ?? '';
  return { other, day: formatDay(row.come_on), state: row.state as FollowUpState };
}

type Words = {
  /** In any other state it is no longer worth a letter. */
  states: readonly FollowUpState[];
  subject: () => string;
  paragraphs: (told: { name: string; day: string; state: FollowUpState }) => string[];
  button: () => string;
};

const about =
  ({ states, subject, paragraphs, button }: Words) =>
  async (tx: Tx, occasion: Occasion): Promise<Letter | null> => {
    const told = await toldOf(tx, occasion);
    if (!told || !states.includes(told.state)) return null;
    return letter({
      subject: subject(),
      greeting: await greetingFor(tx, occasion.personId),
      paragraphs: paragraphs({ name: told.other, day: told.day, state: told.state }),
      button: { label: button(), href: linkTo(occasion) },
      because: m.helpline_mail_because_follow_up(),
    });
  };

/** A name and a day, never what it is about. */
export const followUpMails: NonNullable<HandedIn['mails']> = {
  'followup.proposed': about({
    states: ['proposed'],
    subject: m.helpline_mail_follow_up_subject,
    paragraphs: (told) => [m.helpline_mail_follow_up(told), m.helpline_mail_follow_up_free()],
    button: m.helpline_mail_follow_up_button,
  }),
  'followup.answered': about({
    states: ['agreed', 'declined'],
    subject: m.helpline_mail_follow_up_answered_subject,
    paragraphs: (told) => [
      told.state === 'agreed' ? m.helpline_mail_follow_up_yes(told) : m.helpline_mail_follow_up_no(told),
    ],
    button: m.helpline_mail_follow_up_look,
  }),
  'followup.withdrawn': about({
    states: ['withdrawn'],
    subject: m.helpline_mail_follow_up_off_subject,
    paragraphs: (told) => [m.helpline_mail_follow_up_off(told)],
    button: m.helpline_mail_follow_up_look,
  }),
  'followup.today': about({
    states: ['agreed'],
    subject: m.helpline_mail_follow_up_today_subject,
    paragraphs: (told) => [m.helpline_mail_follow_up_today(told)],
    button: m.helpline_mail_follow_up_look,
  }),
};
