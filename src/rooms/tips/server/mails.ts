import { m } from '#messages';
import { settings } from '#platform/server/config.ts';
import type { HandedIn, Letter, Occasion } from '#platform/server/handed-in.ts';
import { letter } from '#platform/server/letters.ts';
import type { Tx } from '#platform/server/scope.ts';
import { namesOf } from '#rooms/people/server/index.ts';
import { keeperOf } from '../moves.ts';
import { isFindable, type Tip } from '../tip.ts';
import { tipSeen } from './seeing.ts';

type Said = { subject: string; paragraphs: string[]; quote?: string; label: string; because: string };

/** The letter about a tip, unless it says nothing any more by the time it leaves. */
const about =
  (say: (tip: Tip, occasion: Occasion) => Said | null) =>
  async (tx: Tx, occasion: Occasion): Promise<Letter | null> => {
    const said = say(await tipSeen(tx, occasion.subjectId), occasion);
    if (!said) return null;
    const name = (await namesOf(tx, [occasion.personId])).get(occasion.personId);
    const { label, ...parts } = said;
    return letter({
      ...parts,
      greeting: m.tips_mail_greeting({ name: name?.firstName ?? '' }),
      // A link in a mail carries no slug: names of organisations change, mails stay.
      button: { label, href: `${settings().PUBLIC_URL}/naar/${occasion.subjectId}` },
    });
  };

/** What this room knows to write, by kind of notification. Subjects are neutral. */
export const tipMails: NonNullable<HandedIn['mails']> = {
  'tip.published': about(({ title, status }) =>
    isFindable(status)
      ? {
          subject: m.tips_mail_published_subject(),
          paragraphs: [m.tips_mail_published({ title }), m.tips_mail_published_thanks()],
          label: m.tips_mail_open(),
          because: m.tips_mail_because_author(),
        }
      : null,
  ),
  'tip.to_check': about(({ title, status, sentBackWord }) =>
    status === 'draft' && sentBackWord === null
      ? {
          subject: m.tips_mail_to_review_subject(),
          paragraphs: [m.tips_mail_to_check({ title }), m.tips_mail_to_check_next()],
          label: m.tips_mail_look(),
          because: m.tips_mail_because_checker(),
        }
      : null,
  ),
  'tip.sent_back': about(({ title, sentBackWord }) =>
    sentBackWord !== null
      ? {
          subject: m.tips_mail_sent_back_subject(),
          paragraphs: [m.tips_mail_sent_back({ title }), m.tips_mail_sent_back_next()],
          quote: sentBackWord,
          label: m.tips_mail_change(),
          because: m.tips_mail_because_author(),
        }
      : null,
  ),
  'tip.passed_to_you': about((tip, { personId, particulars }) =>
    keeperOf(tip) === personId
      ? {
          subject: m.tips_mail_passed_subject(),
          paragraphs: [
            Number(particulars.tips) > 1
              ? m.tips_mail_passed_many({ count: particulars.tips ?? '' })
              : m.tips_mail_passed({ title: tip.title }),
            m.tips_mail_passed_next(),
          ],
          label: m.tips_mail_look(),
          because: m.tips_mail_because_owner(),
        }
      : null,
  ),
  'tip.to_review': about((tip, { personId }) =>
    tip.status === 'to_review' && keeperOf(tip) === personId
      ? {
          subject: m.tips_mail_to_review_subject(),
          paragraphs: [m.tips_mail_to_review({ title: tip.title }), m.tips_mail_to_review_next()],
          label: m.tips_mail_look(),
          because: m.tips_mail_because_owner(),
        }
      : null,
  ),
};
