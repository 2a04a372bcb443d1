import { organisationHere } from '#rooms/organisations/server/index.ts';
import { waitingForMe } from '#rooms/notifications/server/index.ts';
import { sentence } from '#platform/sentences.ts';

export const load = async ({ locals, params, cookies, depends }) => {
  depends('app:waiting');
  const { who, here, askedAt } = locals;
  const organisation = await organisationHere(who);
  const { unseen, mailWaits } = await waitingForMe(who);
  const done = cookies.get('done');
  if (done) cookies.delete('done', { path: '/' });
  return {
    home: `/${params.organisation}`,
    organisation: { name: organisation.name, demo: organisation.demo },
    me: {
      firstName: here.firstName,
      name: `${here.firstName} ${here.lastName}`,
      initials: `${here.firstName.slice(0, 1)}${here.lastName.slice(0, 1)}`.toUpperCase(),
      unitName: here.unitName,
    },
    uses: {
      coaches: who.roles.some(({ kind }) => kind === 'coach'),
      notes: who.may('noteQuestion'),
      peopleHere: who.may('peopleHere'),
      staffImport: who.may('previewStaffList'),
      changeUnitHours: who.may('changeUnitHours'),
      closingDays: who.may('closingDaysHere'),
      changeOrganisation: who.may('changeOrganisation'),
      guidance: who.may('guidancesHere'),
    },
    live: { reader: here.actor.personId ?? '', asOf: askedAt.getTime() },
    unseen,
    mailWaits,
    done: done ? sentence(done) : null,
  };
};
