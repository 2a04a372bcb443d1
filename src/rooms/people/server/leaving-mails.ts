import { m } from '#messages';
import { formatDay } from '#platform/dates.ts';
import { settings } from '#platform/server/config.ts';
import type { HandedIn, Letter, Occasion } from '#platform/server/handed-in.ts';
import { letter, type LetterParts } from '#platform/server/letters.ts';
import type { Tx } from '#platform/server/scope.ts';
import { organisationOf } from '#rooms/organisations/server/index.ts';
import { namesOf } from './helpers.ts';
import { helpsOn, unitsWithout } from './leaving-stands.ts';

type Row = { person_id: string; kind: string; last_day: string; word: string | null };
type Said = Pick<LetterParts, 'subject' | 'paragraphs' | 'button' | 'because'> & { quote?: string };
type Look = { row: Row; occasion: Occasion; home: string; organisation: string };

/** The letter about a leaving; none once it was cancelled. */
const about =
  (say: (tx: Tx, look: Look) => Promise<Said | null>) =>
  async (tx: Tx, occasion: Occasion): Promise<Letter | null> => {
    const row = await tx
      .selectFrom('leaving')
      .select(['person_id', 'kind', 'last_day', 'word'])
      .where('id', '=', occasion.subjectId)
      .executeTakeFirst();
    if (!row) return null;
    const { slug, name: organisation } = await organisationOf(tx);
    const said = await say(tx, { row, occasion, home: `${settings().PUBLIC_URL}/${slug}`, organisation });
    if (!said) return null;
    const { firstName } = (await namesOf(tx, [occasion.personId])).get(occasion.personId) ?? {
      firstName: '',
    };
    return letter({ ...said, greeting: m.people_mail_role_greeting({ name: firstName }) });
  };

/** For who leaves, before: only for whoever helps. */
const planned = about(async (tx, { row, home, organisation }) =>
  (await helpsOn(tx, row.person_id, row.last_day))
    ? {
        subject: m.people_mail_leaving_subject(),
        paragraphs: [
          row.kind === 'coach'
            ? m.people_mail_leaving_coach({ day: formatDay(row.last_day) })
            : m.people_mail_leaving_job({ day: formatDay(row.last_day), organisation }),
          m.people_leaving_passes_alone(),
          m.people_leaving_own_guidance(),
        ],
        button: { label: m.people_mail_leaving_look(), href: `${home}/ik` },
        because: m.people_mail_leaving_because(),
      }
    : null,
);

/** On the last day. No figures: nobody is measured here. */
const thanks = about(async (_tx, { row, home }) => ({
  subject: m.people_mail_thanks_subject(),
  paragraphs: [m.people_thanks_line(), m.people_thanks_more(), ...(row.word ? [row.word] : [])],
  button: { label: m.people_mail_role_open(), href: home },
  because: m.people_mail_thanks_because(),
}));

const noCoach = about(async (tx, { row, home }) => {
  const units = await unitsWithout(tx, row.person_id, row.last_day);
  if (units.length === 0) return null;
  const names = units.map(({ name }) => name).join(', ');
  const only = units.length === 1 ? units[0] : undefined;
  return {
    subject: m.people_mail_no_coach_subject(),
    paragraphs: [
      m.people_mail_no_coach({ units: names, day: formatDay(row.last_day) }),
      m.people_mail_no_coach_next(),
    ],
    button: {
      label: m.people_leaving_find_coach(),
      href: only ? `${home}/diensten/${only.id}/coach` : `${home}/wie-helpt-waar`,
    },
    because: m.people_mail_no_coach_because(),
  };
});

const passedToYou = about(async (_tx, { occasion: { particulars }, home }) => ({
  subject: m.people_mail_passed_subject(),
  paragraphs: [
    ...(particulars.dropIns ? [m.people_mail_passed_drop_ins()] : []),
    ...(particulars.standsIn ? [m.people_mail_passed_stands_in()] : []),
  ],
  button: { label: m.people_mail_role_open(), href: `${home}/ik` },
  because: m.people_mail_because_helper(),
}));

export const leavingMails: NonNullable<HandedIn['mails']> = {
  'leaving.planned': planned,
  'leaving.thanks': thanks,
  'leaving.no_coach': noCoach,
  'leaving.passed_to_you': passedToYou,
};
