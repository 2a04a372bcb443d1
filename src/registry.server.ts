import type { HandedIn, Sweeps } from '#platform/server/handed-in.ts';
import { helpline, openQuestionLoads } from '#rooms/helpline/server/register.ts';
import { networks } from '#rooms/networks/server/register.ts';
import { notifications, notify, supplyMails } from '#rooms/notifications/server/register.ts';
import { onboarding } from '#rooms/onboarding/server/register.ts';
import { organisationsHere } from '#rooms/organisations/server/register.ts';
import { people, supplyLeaving, supplyLoads, supplyTeller } from '#rooms/people/server/register.ts';
import { startpath } from '#rooms/startpath/server/register.ts';
import { tips } from '#rooms/tips/server/register.ts';

// The one list of what every room hands in. Rooms call down; what a lower room needs from a higher one
// reaches it through here.
const rooms: readonly HandedIn[] = [people, notifications, networks, tips, helpline, startpath, onboarding];

export const jobs = Object.assign({}, ...rooms.map((room) => room.jobs)) as NonNullable<HandedIn['jobs']>;
export const sweeps = Object.assign({}, ...rooms.map((room) => room.sweeps)) as Sweeps;
export const daily = Object.assign({}, ...rooms.map((room) => room.daily)) as Sweeps;
export const mails = Object.assign({}, ...rooms.map((room) => room.mails)) as NonNullable<HandedIn['mails']>;

export { organisationsHere };

supplyMails(mails);
supplyLoads(openQuestionLoads);
supplyTeller(notify);
supplyLeaving(rooms);
