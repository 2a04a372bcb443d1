import { m } from '#messages';
import type { Role, TokenRole } from './roles.ts';

const labels: Record<Role | TokenRole, () => string> = {
  employee: m.role_employee,
  coach: m.role_coach,
  expert: m.role_expert,
  trekker: m.role_trekker,
  manager: m.role_manager,
  hr: m.role_hr,
  ict: m.role_ict,
  coordinator: m.role_coordinator,
  director: m.role_director,
  dpo: m.role_dpo,
  archivist: m.role_archivist,
  network_coordinator: m.role_network_coordinator,
  trainer: m.role_trainer,
  admin: m.role_admin,
  service: m.role_service,
  mail: m.role_mail,
};

/** What people call a role, in the middle of a sentence: without a capital, but for abbreviations. */
export const roleLabel = (role: Role | TokenRole): string => labels[role]();
