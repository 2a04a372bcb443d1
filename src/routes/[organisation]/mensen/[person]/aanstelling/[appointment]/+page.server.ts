import { formatDay } from '#platform/dates.ts';
import { appointmentForm, endForm, followForm } from '#rooms/people/by-hand-forms.ts';
import { originsOf } from '#rooms/people/by-hand-shown.ts';
import { fullName } from '#rooms/people/name.ts';
import * as people from '#rooms/people/server/index.ts';
import { act } from '../../../../act.ts';
import { workChoices } from '../../../choices.server.ts';

const fields = ['unit', 'location', 'functionTitle', 'startsOn', 'endsOn'] as const;

export const load = async ({ locals: { who, askedAt: now }, params }) => {
  const seen = await people.appointmentByHand(who, of({ params }));
  const person = await people.personByHand(who, params.person);
  const choices = await workChoices(who, seen.functionTitle);
  const nameOf = (list: { value: string; label: string }[], id: string | null) =>
    list.find(({ value }) => value === id)?.label ?? '';
  const inWords = (field: string, text: string) =>
    field === 'unit' ? nameOf(choices.units, text) : field.endsWith('On') ? formatDay(text) : text;
  return {
    ...{ personId: params.person, name: fullName(person), choices, edition: seen.edition },
    ...{ visits: seen.visitingFrom !== null, mayChangeNumber: seen.mayChangeNumber, number: seen.number },
    employer: nameOf(choices.employers, seen.employerId),
    values: valuesOf(seen),
    endsOn: seen.endsOn ?? '',
    origins: originsOf(fields, { edits: seen.edits, onList: seen.number !== null, now, inWords }),
  };
};

const valuesOf = (seen: Awaited<ReturnType<typeof people.appointmentByHand>>) => ({
  ...{ unitId: seen.unit, location: seen.location ?? '', functionTitle: seen.functionTitle ?? '' },
  ...{ functionGroup: seen.functionGroup ?? '', startsOn: seen.startsOn ?? '', number: seen.number ?? '' },
  visitingFrom: seen.visitingFrom ?? '',
});

type Event = { params: { organisation: string; person: string; appointment: string } };

const of = ({ params }: { params: Omit<Event['params'], 'organisation'> }) => ({
  ...{ personId: params.person, appointmentId: params.appointment },
});
const personPage = ({ params }: Event) => `/${params.organisation}/mensen/${params.person}`;
const here = (event: Event) => `${personPage(event)}/aanstelling/${event.params.appointment}`;

export const actions = {
  changeAppointment: (event) =>
    act(event, appointmentForm, async (who, given) => {
      await people.changeAppointment(who, of(event), given);
      return { to: personPage(event), done: 'people_done_changed' };
    }),
  endAppointment: (event) =>
    act(event, endForm, async (who, { endsOn, edition }) => {
      const before = (await people.appointmentByHand(who, of(event))).endsOn ?? '';
      await people.endAppointment(who, of(event), { endsOn, edition: edition || undefined });
      const undo = {
        action: `${here(event)}?/endAppointment`,
        label: 'helpline_undo',
        fields: { endsOn: before },
      };
      const done = endsOn === null ? { key: 'people_done_goes_on' } : said(endsOn);
      return { to: personPage(event), done: { ...done, undo } };
    }),
  followStaffList: (event) =>
    act(event, followForm, async (who, { field }) => {
      await people.followStaffList(who, { ...of(event), field });
      return { to: here(event), done: 'people_done_follows' };
    }),
};

const said = (endsOn: string) => ({ key: 'people_done_ends', particulars: { day: formatDay(endsOn) } });
