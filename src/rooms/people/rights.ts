import { helpline } from './rights/helpline.ts';
import { networks } from './rights/networks.ts';
import { notifications } from './rights/notifications.ts';
import { onboarding } from './rights/onboarding.ts';
import { organisations } from './rights/organisations.ts';
import { people } from './rights/people.ts';
import { search } from './rights/search.ts';
import { startpath } from './rights/startpath.ts';
import { tips } from './rights/tips.ts';
import type { RoomRights } from './rights/who.ts';
import type { Role, TokenRole } from './roles.ts';

/**
 * Who may call which verb: the one table that the server checks, the tests walk and the help page prints, with the
 * verbs of each room in a file of `rights/`. It says who may knock; which question or person the verb then opens is
 * decided by what the actor can see and by the predicates of the room. `service` is a token that always acts on behalf
 * of a person, and then also needs that person's right.
 */
export const rights = {
  ...organisations,
  ...people,
  ...networks,
  ...notifications,
  ...search,
  ...tips,
  ...helpline,
  ...startpath,
  ...onboarding,
} as const satisfies RoomRights;

export type VerbName = keyof typeof rights;

/** Whether one of these roles may call the verb. An unknown verb is open to nobody. */
export const mayCall = (held: readonly (Role | TokenRole)[], verb: string): boolean =>
  verb in rights && rights[verb as VerbName].some((role) => held.includes(role as Role | TokenRole));
