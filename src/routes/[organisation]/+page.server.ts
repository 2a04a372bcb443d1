import type { Actor } from '#platform/actor.ts';
import { formatDay } from '#platform/dates.ts';
import { localDay } from '#platform/days.ts';
import { newId } from '#platform/ids.ts';
import { followUpLine } from '#rooms/helpline/follow-up-shown.ts';
import { longWaiting, startHere, urgentContacts } from '#rooms/helpline/server/index.ts';
import { shownLong, shownStart } from '#rooms/helpline/start-shown.ts';
import { networksHere } from '#rooms/networks/server/index.ts';
import { shownStart as shownNetworks } from '#rooms/networks/shown.ts';
import { shownPresence } from '#rooms/people/absence-shown.ts';
import { shownMoment } from '#rooms/people/card-shown.ts';
import { coverageOfLed, ledBy } from '#rooms/people/coverage-led.ts';
import { withoutCoach } from '#rooms/people/coverage-start.ts';
import { ownBack, shownHelper } from '#rooms/people/helper-shown.ts';
import { fullName } from '#rooms/people/name.ts';
import { coverage, myPresence, nextDropIns, whoHelpsMe } from '#rooms/people/server/index.ts';
import { welcomeOnStart, welcomeTodoOnStart } from './onthaal/start.server.ts';
import { pathOnStart } from './startpad/start.server.ts';
import { startpathOnStart } from '#rooms/startpath/server/index.ts';

export const load = async ({ locals }) => {
  const { who } = locals;
  const start = await startHere(who);
  const shown = shownStart(start);
  const helps = hasRole(who, ['coach', 'expert', 'ict']) || start.forMe.length > 0;
  const coordinates = hasRole(who, ['coordinator']);
  const led = ledBy(who.roles);
  return {
    key: newId(),
    contacts: await urgentContacts(who),
    helps,
    coaches: hasRole(who, ['coach']),
    ...shown,
    ...{ isMore: start.isMore, ofUnit: start.ofUnit, tipsToLookAt: start.tipsToLookAt },
    followUps: start.followUps.map((one) => followUpLine(one, localDay(start.now))),
    ...{ problems: start.problems, solved: start.solved, tips: start.tips },
    presence: helps ? await presenceOf(who) : null,
    helper: helps || coordinates ? null : await helperOf(who),
    long: coordinates ? (await longWaiting(who)).map(shownLong) : [],
    without: coordinates ? withoutCoach(await coverage(who)) : null,
    networks: hasRole(who, ['network_coordinator']) ? await networksOf(who) : null,
    welcome: await welcomeOnStart(locals),
    welcomeTodo: await welcomeTodoOnStart(locals),
    pinned: await pinnedFor(who),
    path: await pathOnStart(locals),
    led: led.length > 0 ? coverageOfLed(await coverage(who), led) : [],
  };
};

const hasRole = ({ roles }: Actor, kinds: string[]) => roles.some(({ kind }) => kinds.includes(kind));

async function networksOf(who: Actor) {
  const { hosted, now } = await networksHere(who);
  return shownNetworks(hosted, now);
}

async function pinnedFor(who: Actor) {
  const { call, isAnnounced } = await startpathOnStart(who);
  return { call: call && { closes: formatDay(call.closesOn), isNew: call.isNew }, isAnnounced };
}

async function presenceOf(who: Actor) {
  const presence = await myPresence(who);
  return presence && shownPresence(presence);
}

/** Who helps one, who comes next, and when one can just walk in. */
async function helperOf(who: Actor) {
  const { first, next, own, ictPhone, now } = await whoHelpsMe(who);
  const { moments } = await nextDropIns(who, { limit: 1 });
  return {
    ...shownHelper(first, now),
    ownBack: ownBack(own, now),
    next: next && { name: fullName(next), unitName: next.unitName },
    ictPhone,
    dropIns: moments.map((one) => shownMoment(one, now)),
  };
}
