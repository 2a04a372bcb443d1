import { m } from '#messages';
import { settings } from '#platform/server/config.ts';
import type { HandedIn, Letter, Occasion } from '#platform/server/handed-in.ts';
import { letter } from '#platform/server/letters.ts';
import type { Tx } from '#platform/server/scope.ts';
import { organisationOf } from '#rooms/organisations/server/index.ts';
import { namesOf } from './helpers.ts';

/** Somebody of the unit looked for this helper in vain. Not once they said that they are there. */
async function notFound(tx: Tx, { personId, subjectId: unitId }: Occasion): Promise<Letter | null> {
  const row = await tx
    .selectFrom('not_found')
    .innerJoin('unit', 'unit.id', 'not_found.unit_id')
    .select('unit.name')
    .where('unit_id', '=', unitId)
    .where('person_id', '=', personId)
    .where('until', '>', tx.now)
    .executeTakeFirst();
  if (!row) return null;
  const { slug } = await organisationOf(tx);
  return letter({
    subject: m.people_mail_not_found_subject(),
    greeting: m.helpline_mail_greeting({
      name: (await namesOf(tx, [personId])).get(personId)?.firstName ?? '',
    }),
    paragraphs: [m.people_mail_not_found({ unit: row.name }), m.people_mail_not_found_next()],
    button: { label: m.people_i_am_here(), href: `${settings().PUBLIC_URL}/${slug}/ik` },
    because: m.people_mail_because_helper(),
  });
}

/** What this room knows to write, by kind of notification. */
export const peopleMails: NonNullable<HandedIn['mails']> = { 'helper.not_found': notFound };
