import * as v from 'valibot';

// Messages are keys of messages/nl.json.

const phone = v.pipe(
  v.string(),
  v.trim(),
  v.regex(/^[+\d][\d\s./()-]{2,29}$/, 'organisations_phone_unusable'),
);

const plainText = v.transform((text: string) => text.replace(/\p{Cc}+/gu, ' '));

export const organisationForm = v.object({
  name: v.pipe(
    v.string(),
    plainText,
    v.trim(),
    v.nonEmpty('organisations_name_missing'),
    v.maxLength(80, 'ui_too_long'),
  ),
  ictPhone: v.optional(phone),
});
