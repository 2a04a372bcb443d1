import { addDays, localDay } from '#platform/days.ts';
import { myWelcome, newcomersHere } from '#rooms/onboarding/server/index.ts';
import { welcomeTodo } from '#rooms/onboarding/welcome/shown.ts';
import { shownOnStart, type OnStart } from '#rooms/onboarding/welcome/shown-mine.ts';
import { staffImportWaiting } from '#rooms/people/server/index.ts';

/** A list runs for a year at most (rooms/onboarding/server/welcome/forget.ts). */
const newDays = 366;
const nothing: OnStart = { mine: [], near: [] };

/** One's first steps, and who is new nearby. Who has been here for years and helps or leads nobody is not asked about. */
export async function welcomeOnStart({ who, here, askedAt }: App.Locals): Promise<OnStart> {
  const isNew = here.since === null || here.since > addDays(localDay(askedAt), -newDays);
  const nearby = who.roles.some(({ kind }) => kind === 'coach' || kind === 'manager');
  return isNew || nearby ? shownOnStart(await myWelcome(who), who) : nothing;
}

const welcoming = ['hr', 'coordinator', 'admin'];

/** What waits for who welcomes people: who is new, whoever became a coach without a buddy, and a list to look at. */
export async function welcomeTodoOnStart({ who }: App.Locals) {
  if (!who.roles.some(({ kind }) => welcoming.includes(kind))) return [];
  const listWaits = who.may('staffImportWaiting') && Boolean(await staffImportWaiting(who));
  return welcomeTodo(await newcomersHere(who), listWaits);
}
