import { organisationHere } from '#rooms/organisations/server/index.ts';
import { waitsForMe } from '#rooms/helpline/server/index.ts';
import { waitingForMe } from '#rooms/notifications/server/index.ts';
import { setUpHere } from '#rooms/onboarding/server/index.ts';
import { shownProgress } from '#rooms/onboarding/set-up-shown.ts';
import { doneBefore } from './done.ts';
import { fullName, initialsOf } from '#rooms/people/name.ts';

export const load = async ({ locals, params, cookies, depends }) => {
  depends('app:waiting');
  const { who, here, askedAt } = locals;
  const organisation = await organisationHere(who);
  const { forMe, news } = await waitsForMe(who);
  const { unseen, mailWaits } = await waitingForMe(who);
  return {
    home: `/${params.organisation}`,
    organisation: { name: organisation.name, demo: organisation.demo },
    me: {
      firstName: here.firstName,
      name: fullName(here),
      initials: initialsOf(here),
      unitName: here.unitName,
    },
    uses: {
      coaches: who.roles.some(({ kind }) => kind === 'coach'),
      notes: who.may('noteQuestion'),
      peopleHere: who.may('peopleHere'),
      welcomes: who.may('newcomersHere'),
      staffImport: who.may('previewStaffList'),
      changeUnitHours: who.may('changeUnitHours'),
      closingDays: who.may('closingDaysHere'),
      changeOrganisation: who.may('changeOrganisation'),
      guidance: who.may('guidancesHere'),
      networks: who.may('networksHere'),
      startPath: who.may('startPathHere'),
    },
    setUp: who.may('setUpHere') ? shownProgress(await setUpHere(who)) : null,
    live: { reader: here.actor.personId ?? '', asOf: askedAt.getTime() },
    unseen,
    waits: forMe + news,
    mailWaits,
    done: doneBefore(cookies, `/${params.organisation}`),
  };
};
