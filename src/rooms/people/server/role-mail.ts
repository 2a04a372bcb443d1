import { m } from '#messages';
import { settings } from '#platform/server/config.ts';
import type { HandedIn, Letter, Occasion } from '#platform/server/handed-in.ts';
import { letter } from '#platform/server/letters.ts';
import type { Tx } from '#platform/server/scope.ts';
import { roleLabel } from '../labels.ts';
import { isRole } from '../roles.ts';
import { namesOf } from './helpers.ts';
import { runningRoles } from './roles.ts';

/** For whoever was given a role. Not once it ended again. */
async function roleGiven(tx: Tx, { personId, subjectId }: Occasion): Promise<Letter | null> {
  const role = (await runningRoles(tx, personId)).find(({ id }) => id === subjectId);
  if (!role || !isRole(role.kind)) return null;
  const { firstName } = (await namesOf(tx, [personId])).get(personId) ?? { firstName: '' };
  return letter({
    subject: m.people_mail_role_subject(),
    greeting: m.people_mail_role_greeting({ name: firstName }),
    paragraphs:
      role.kind === 'coach' && role.unit_name
        ? [
            m.people_mail_coach({ unit: role.unit_name }),
            m.people_mail_coach_how(),
            m.people_mail_coach_first(),
          ]
        : [m.people_mail_role({ role: roleLabel(role.kind) })],
    button: { label: m.people_mail_role_open(), href: settings().PUBLIC_URL },
    because: m.people_mail_role_because(),
  });
}

export const roleMails: NonNullable<HandedIn['mails']> = { 'role.given': roleGiven };
