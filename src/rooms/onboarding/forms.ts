import * as v from 'valibot';
import { identifierEntries } from '#rooms/organisations/identifiers.ts';
import { organisationForm, plainText } from '#rooms/organisations/forms.ts';
import { isSlug } from '#rooms/organisations/slugs.ts';
import { setUpSteps } from './set-up.ts';

// Messages are keys of messages/nl.json.

const longestCode = 100;

export const codeForm = v.object({
  code: v.pipe(
    v.string(),
    v.trim(),
    v.nonEmpty('onboarding_code_missing'),
    v.maxLength(longestCode, 'onboarding_code_wrong'),
  ),
});

const nameOf = (missing: 'onboarding_first_name_missing' | 'onboarding_last_name_missing') =>
  v.pipe(v.string(missing), plainText, v.trim(), v.nonEmpty(missing), v.maxLength(80, 'ui_too_long'));

const address = v.pipe(
  v.string('signin_address_missing'),
  v.trim(),
  v.maxLength(254, 'signin_address_missing'),
  v.regex(/^[^\s\p{Cc}@]+@[^\s\p{Cc}@]+\.[^\s\p{Cc}@.]+(?<!\.invalid)$/iu, 'signin_address_missing'),
);

/** The organisation and whoever sets it up. Without a slug one is made of the name. */
export const beginForm = v.object({
  name: organisationForm.entries.name,
  slug: v.optional(
    v.pipe(v.string(), v.trim(), v.toLowerCase(), v.check(isSlug, 'organisations_slug_unusable')),
  ),
  ...identifierEntries,
  firstName: nameOf('onboarding_first_name_missing'),
  lastName: nameOf('onboarding_last_name_missing'),
  email: address,
  coordinates: v.optional(v.boolean(), false),
});

/** Of one step: what somebody says of it; 'todo' takes that back. */
export const markForm = v.object({
  step: v.picklist(setUpSteps),
  mark: v.picklist(['done', 'skipped', 'todo']),
});
