import { m } from '#messages';
import type { Letter } from '#platform/server/handed-in.ts';
import { letter } from '#platform/server/letters.ts';

export type SignInMail = { firstName: string; link: string; code: string; minutes: number };

/** One mail, two ways in: a link for who reads it here, a code for who reads it on another device. */
export const signInMail = ({ firstName, link, code, minutes }: SignInMail): Letter =>
  letter({
    subject: m.signin_mail_subject({ app: m.app_name() }),
    greeting: m.signin_mail_hello({ name: firstName }),
    paragraphs: [
      m.signin_mail_link(),
      m.signin_mail_code({ code }),
      m.signin_mail_lasts({ minutes: String(minutes) }),
    ],
    button: { label: m.signin_link_button(), href: link },
    because: m.signin_mail_not_you(),
  });
