import * as v from 'valibot';
import { day, plainText } from '#rooms/organisations/forms.ts';
import { bodyTypes } from './body-types.ts';
import { reaches } from './network.ts';

// Messages are keys of messages/nl.json.

const name = (missing: string) =>
  v.pipe(v.string(missing), plainText, v.trim(), v.nonEmpty(missing), v.maxLength(80, 'ui_too_long'));

export const networkForm = v.object({ name: name('networks_name_missing') });

const type = v.picklist(bodyTypes, 'networks_type_missing');

export const memberForm = v.object({
  name: name('networks_member_name_missing'),
  type,
  nis: v.optional(
    v.nullable(v.pipe(v.string(), v.trim(), v.regex(/^\d{5}$/, 'organisations_nis_unusable'))),
    null,
  ),
  startsOn: day,
});

/** The authority that hosts, as a member. */
export const hostForm = v.object({ type, startsOn: day });

export const endForm = v.object({ endsOn: day });

export const codeForm = v.object({
  code: v.pipe(
    v.string('networks_code_missing'),
    v.trim(),
    v.nonEmpty('networks_code_missing'),
    v.maxLength(100, 'networks_code_unknown'),
  ),
});

/** Today already, or after a day that is chosen. */
export const leaveForm = v.object({
  now: v.optional(v.boolean(), false),
  leftOn: v.optional(day),
});

export const yesForm = v.object({
  membershipId: v.string(),
  reach: v.optional(v.array(v.picklist(reaches)), []),
});

export const noForm = v.object({ membershipId: v.string() });

export const nothingForm = v.object({});
