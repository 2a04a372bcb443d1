import { m } from '#messages';
import { formatDay } from '#platform/dates.ts';
import { localDay } from '#platform/days.ts';
import { settings } from '#platform/server/config.ts';
import type { HandedIn, Letter, Occasion } from '#platform/server/handed-in.ts';
import { letter } from '#platform/server/letters.ts';
import type { Tx } from '#platform/server/scope.ts';
import { organisationOf } from '#rooms/organisations/server/index.ts';
import { namesOf } from '#rooms/people/server/index.ts';

type Said = { paragraphs: string[]; href: string; because: string };

/** `href` leads on from the page of the networks. */
async function about(tx: Tx, personId: string, { paragraphs, href, because }: Said): Promise<Letter> {
  const { slug } = await organisationOf(tx);
  const { firstName = '' } = (await namesOf(tx, [personId])).get(personId) ?? {};
  return letter({
    subject: m.networks_mail_subject(),
    greeting: m.helpline_mail_greeting({ name: firstName }),
    paragraphs,
    button: { label: m.networks_mail_open(), href: `${settings().PUBLIC_URL}/${slug}/netwerk/${href}` },
    because,
  });
}

/** For the host: a member joined, or says when it leaves. */
const ofMember =
  (what: 'joined' | 'left') =>
  async (tx: Tx, { personId, subjectId: id }: Occasion): Promise<Letter | null> => {
    const row = await tx
      .selectFrom('network_member as member')
      .innerJoin('network', 'network.id', 'member.network_id')
      .select(['member.name as authority', 'network_id', 'left_on', 'network.name as network'])
      .where('member.id', '=', id)
      .executeTakeFirst();
    if (!row || (what === 'joined') !== (row.left_on === null)) return null;
    const { authority, network, left_on: leftOn } = row;
    return about(tx, personId, {
      paragraphs:
        leftOn === null
          ? [m.networks_mail_joined({ authority, network }), m.networks_mail_joined_next()]
          : [
              m.networks_mail_left({ authority, network, day: formatDay(leftOn) }),
              m.networks_mail_left_next(),
            ],
      href: `${row.network_id}/leden/${id}`,
      because: m.networks_mail_because_host({ network }),
    });
  };

/** For a member: the host ends it. */
async function ended(tx: Tx, { personId, subjectId: id }: Occasion): Promise<Letter | null> {
  const row = await tx
    .selectFrom('membership')
    .select(['network_name as network', 'host_name as host', 'ends_on'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row || row.ends_on === null) return null;
  const { network, host } = row;
  const said = row.ends_on < localDay(tx.now) ? m.networks_mail_ended : m.networks_mail_ends;
  return about(tx, personId, {
    paragraphs: [said({ network, host, day: formatDay(row.ends_on) }), m.networks_mail_ended_next()],
    href: `lid/${id}`,
    because: m.networks_mail_because_member({ network }),
  });
}

export const networkMails: NonNullable<HandedIn['mails']> = {
  'network.joined': ofMember('joined'),
  'network.left': ofMember('left'),
  'network.ended': ended,
};
