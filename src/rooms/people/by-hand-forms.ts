import * as v from 'valibot';
import { functionGroups } from './function-group.ts';
import { cleanCell, isNationalNumber, readDay, readEmail } from './staff/cells.ts';

// What somebody types about a colleague, cleaned as a staff list is. Messages are keys of messages/nl.json.

const longest = 200;
const text = v.pipe(v.string(), v.transform(cleanCell), v.maxLength(longest, 'ui_too_long'));
const orNull = v.transform((typed: string) => typed || null);
const needed = (key: string) =>
  v.optional(
    v.pipe(
      text,
      v.check((typed) => typed !== '', key),
    ),
    '',
  );
const maybe = v.optional(v.pipe(text, orNull), '');

/** Empty, or what can be read from it. */
const readWith = <Read>(read: (typed: string) => Read | null, key: string) =>
  v.optional(
    v.pipe(
      text,
      v.check((typed) => typed === '' || read(typed) !== null, key),
      v.transform(read),
    ),
    '',
  );

const email = readWith(readEmail, 'people_email_unusable');
const day = readWith(readDay, 'people_day_unusable');
// The number of the national register may never be kept, also not as a staff number.
const number = v.optional(
  v.pipe(
    text,
    v.check((typed) => !isNationalNumber(typed), 'people_number_national'),
    orNull,
  ),
  '',
);

const personEntries = {
  firstName: needed('people_first_name_missing'),
  lastName: needed('people_last_name_missing'),
  email,
};

const workEntries = {
  unitId: needed('people_unit_missing'),
  location: maybe,
  functionTitle: maybe,
  functionGroup: v.optional(v.picklist(functionGroups)),
  startsOn: day,
};

/** `visitingFrom`: the authority somebody works for, when that is not this one; then nobody here employs them. */
const jobEntries = {
  ...workEntries,
  visits: v.optional(v.boolean(), false),
  visitingFrom: maybe,
  employerId: maybe,
  number,
  endsOn: day,
};

const edition = v.optional(v.string(), '');

type Job = v.InferOutput<v.ObjectSchema<typeof jobEntries, undefined>>;

const hasAuthority = ({ visits, visitingFrom }: Job) => !visits || visitingFrom !== null;
const hasEmployer = ({ visits, employerId }: Job) => visits || employerId !== null;
// So that nobody keeps looking in here by oversight.
const hasEnd = ({ visits, endsOn }: Job) => !visits || endsOn !== null;
const endsAfterStart = ({ startsOn, endsOn }: Job) =>
  startsOn === null || endsOn === null || startsOn <= endsOn;

/** Of a visit only what a visit has, of somebody employed here only that. */
const oneKind = ({ visits, employerId, number, visitingFrom }: Job) => ({
  employerId: visits ? null : employerId,
  number: visits ? null : number,
  visitingFrom: visits ? visitingFrom : null,
});

/** Somebody who begins to work here, with where. `sure`: another colleague of this name is somebody else. */
export const newPersonForm = v.pipe(
  v.object({ ...personEntries, ...jobEntries, sure: v.optional(v.boolean(), false) }),
  v.forward(
    v.check(({ visits, email }) => !visits || email !== null, 'people_visit_needs_mail'),
    ['email'],
  ),
  v.forward(
    v.check((given) => hasAuthority(given), 'people_authority_missing'),
    ['visitingFrom'],
  ),
  v.forward(
    v.check((given) => hasEmployer(given), 'people_employer_missing'),
    ['employerId'],
  ),
  v.forward(
    v.check((given) => hasEnd(given), 'people_visit_needs_end'),
    ['endsOn'],
  ),
  v.forward(
    v.check((given) => endsAfterStart(given), 'people_ends_before'),
    ['endsOn'],
  ),
  v.transform(({ visits, ...given }) => ({ ...given, ...oneKind({ visits, ...given }) })),
);

/** One more place where a colleague works. */
export const newAppointmentForm = v.pipe(
  v.object(jobEntries),
  v.forward(
    v.check((given) => hasAuthority(given), 'people_authority_missing'),
    ['visitingFrom'],
  ),
  v.forward(
    v.check((given) => hasEmployer(given), 'people_employer_missing'),
    ['employerId'],
  ),
  v.forward(
    v.check((given) => hasEnd(given), 'people_visit_needs_end'),
    ['endsOn'],
  ),
  v.forward(
    v.check((given) => endsAfterStart(given), 'people_ends_before'),
    ['endsOn'],
  ),
  v.transform(({ visits, ...given }) => ({ ...given, ...oneKind({ visits, ...given }) })),
);

export const personFieldsForm = v.object({ ...personEntries, edition });

export const appointmentForm = v.object({ ...workEntries, number, visitingFrom: maybe, edition });

/** No last day: it goes on. */
export const endForm = v.object({ endsOn: day, edition });

/** The field that follows the staff list again. */
export const followForm = v.object({
  field: v.picklist([
    ...(['firstName', 'lastName', 'email'] as const),
    ...(['unit', 'location', 'functionTitle', 'startsOn', 'endsOn'] as const),
  ]),
});

export type NewPerson = v.InferOutput<typeof newPersonForm>;
export type NewAppointment = v.InferOutput<typeof newAppointmentForm>;
export type PersonFields = v.InferOutput<typeof personFieldsForm>;
export type AppointmentFields = v.InferOutput<typeof appointmentForm>;
