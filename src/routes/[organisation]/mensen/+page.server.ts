import { redirect } from '@sveltejs/kit';
import { canSeeLeft } from '#rooms/people/by-hand.ts';
import { filterIn, queryOf } from '#rooms/people/directory-filter.ts';
import { filterChoices } from '#rooms/people/directory-shown.ts';
import { personRow } from '#rooms/people/shown.ts';
import { peopleHere } from '#rooms/people/server/index.ts';
import { employerChoices, unitChoices } from './choices.server.ts';

export const load = async ({ locals: { who }, url }) => {
  const filter = filterIn(url.searchParams);
  const { people, total, pageSize } = await peopleHere(who, filter);
  if (people.length === 0 && filter.page > 1)
    redirect(307, `${url.pathname}${queryOf({ ...filter, page: 1 })}`);
  return {
    filter,
    last: Math.max(1, Math.ceil(total / pageSize)),
    total,
    people: people.map(personRow),
    choices: {
      ...filterChoices({ seesLeft: canSeeLeft(who) }),
      units: await unitChoices(who),
      employers: await employerChoices(who),
    },
    canAdd: who.may('addPerson'),
    canImport: who.may('previewStaffList'),
  };
};
