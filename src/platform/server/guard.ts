import { m } from '#messages';
import { database } from './db.ts';
import type { RoleFault } from './external-trouble.ts';
import { faultOfRole } from './role-fault.ts';

const sentences: Record<RoleFault, (words: { role: string }) => string> = {
  database_role_superuser: m.database_role_superuser,
  database_role_bypasses: m.database_role_bypasses,
  database_role_makes_roles: m.database_role_makes_roles,
  database_role_owns: m.database_role_owns,
  database_role_member: m.database_role_member,
};

/**
 * Web and worker run as a role that the wall stops. As the owner of the tables, as a superuser, or as somebody who can
 * become one, they would see every organisation: then they do not start at all. Throws RoleRefused (src/refused.ts).
 */
export async function refuseOwner(): Promise<void> {
  const { role, fault } = await faultOfRole((text) => database().pool.query(text));
  if (fault) throw Object.assign(new Error(sentences[fault]({ role })), { name: 'RoleRefused' });
}
