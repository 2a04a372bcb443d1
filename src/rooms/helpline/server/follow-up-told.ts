import { m } from '#messages';
import { formatDay } from '#platform/dates.ts';
import { dayOf, instantOf, localDay } from '#platform/days.ts';
import { settings } from '#platform/server/config.ts';
import type { HandedIn, Letter, Occasion } from '#platform/server/handed-in.ts';
import { letter } from '#platform/server/letters.ts';
import { inOrganisation, type Actor, type Tx } from '#platform/server/scope.ts';
import { notify } from '#rooms/notifications/server/index.ts';
import { fullName } from '#rooms/people/name.ts';
import { isAwayNow, namesOf } from '#rooms/people/server/index.ts';
import type { FollowUpState } from '../follow-up.ts';
import { greetingFor } from './mail-parts.ts';

/** Nobody needs to hear of it during the night. */
const fromMinute = 7 * 60 + 30;

/**
 * On the day itself, from half past seven on, the one who promised is reminded, once; whoever is away then hears it when
 * they are back, and their colleague need not wait. Any number of workers may do it.
 */
export const tellFollowUps = (actor: Actor): Promise<void> =>
  inOrganisation(actor, async (tx) => {
    const today = localDay(tx.now);
    if (tx.now.getTime() < instantOf(dayOf(today), fromMinute)) return;
    await tellWhoWaits(tx, today);
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
          .where(({ not }) => not(isAwayNow(tx, 'follow_up.coach_id')))
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

/** Today somebody was to come back to them, who is not there. Told once. */
async function tellWhoWaits(tx: Tx, today: string): Promise<void> {
  const inVain = await tx
    .selectFrom('follow_up')
    .select(['id', 'person_id'])
    .where('state', '=', 'agreed')
    .where('come_on', '=', today)
    .where(isAwayNow(tx, 'follow_up.coach_id'))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('notification')
            .select('notification.id')
            .whereRef('notification.subject_id', '=', 'follow_up.id')
            .where('notification.kind', '=', 'followup.away'),
        ),
      ),
    )
    .forUpdate()
    .skipLocked()
    .execute();
  for (const { id, person_id: personId } of inVain)
    await notify(tx, { personId, kind: 'followup.away', subjectId: id });
}

type Told = { other: string; day: string; state: FollowUpState };

const linkTo = ({ subjectId }: Occasion) => `${settings().PUBLIC_URL}/naar/${subjectId}`;

/** The one whom the letter is not for, the day, and how it stands. */
async function toldOf(tx: Tx, { subjectId, personId }: Occasion): Promise<Told | null> {
  const row = await tx
    .selectFrom('follow_up')
    .select(['coach_id', 'person_id', 'come_on', 'state'])
    .where('id', '=', subjectId)
    .executeTakeFirst();
  if (!row) return null;
  const otherId = row.coach_id === personId ? row.person_id : row.coach_id;
  const other = fullName((await namesOf(tx, [otherId])).get(otherId)) ?? '';
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
  'followup.away': about({
    states: ['agreed'],
    subject: m.helpline_mail_follow_up_off_subject,
    paragraphs: (told) => [m.helpline_mail_follow_up_away(told)],
    button: m.helpline_mail_follow_up_look,
  }),
  'followup.today': about({
    states: ['agreed'],
    subject: m.helpline_mail_follow_up_today_subject,
    paragraphs: (told) => [m.helpline_mail_follow_up_today(told)],
    button: m.helpline_mail_follow_up_look,
  }),
};
