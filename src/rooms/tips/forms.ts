import * as v from 'valibot';
import { isId } from '#platform/ids.ts';
import { themes } from '#rooms/organisations/themes.ts';
import { tipMoves } from './moves.ts';
import { tipLevels, tipStatuses, type Tip, type TipLink } from './tip.ts';

const line = (longest: number, empty: string) =>
  v.pipe(v.string(), v.trim(), v.nonEmpty(empty), v.maxLength(longest, 'ui_too_long'));

const remark = (longest: number) =>
  v.optional(v.pipe(v.string(), v.trim(), v.maxLength(longest, 'ui_too_long')), '');

/** An https address without a name or password in it, as the browser would write it; null otherwise. */
export function safeAddress(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url?.protocol === 'https:' && !url.username && !url.password ? url.href : null;
}

const address = v.optional(
  v.pipe(
    v.string(),
    v.trim(),
    v.maxLength(500, 'ui_too_long'),
    v.check((text) => text === '' || safeAddress(text) !== null, 'tips_link_not_https'),
  ),
  '',
);

const one = (id: string) =>
  v.optional(
    v.pipe(
      v.string(),
      v.check((text: string) => isId(text), id),
    ),
  );

/** How many links the form has room for. */
export const linkPlaces = [1, 2, 3] as const;

/** Browsers send a text area with the line ends of a typewriter; here a line ends in one sign. */
const lines = v.pipe(
  v.string(),
  v.transform((text) => text.replaceAll('\r\n', '\n')),
  v.trim(),
  v.nonEmpty('tips_body_missing'),
  v.maxLength(8_000, 'ui_too_long'),
);

const fields = {
  title: line(120, 'tips_title_missing'),
  body: lines,
  theme: v.picklist(themes, 'tips_theme_missing'),
  application: remark(80),
  applicationVersion: remark(40),
  level: v.optional(v.picklist(tipLevels)),
  unitId: one('tips_unit_unknown'),
  ownerId: one('tips_owner_unknown'),
  reviewOn: v.optional(v.pipe(v.string(), v.isoDate('tips_review_on_unreadable'))),
  linkTitle1: remark(120),
  linkAddress1: address,
  linkTitle2: remark(120),
  linkAddress2: address,
  linkTitle3: remark(120),
  linkAddress3: address,
  /** Of a tip there is: which one the writer had before them. */
  edition: v.optional(v.string(), ''),
};

type Fields = v.InferOutput<v.ObjectSchema<typeof fields, undefined>>;

function linksOf(given: Fields): TipLink[] {
  return linkPlaces.flatMap((place) => {
    const safe = safeAddress(given[`linkAddress${place}`]);
    return safe ? [{ title: given[`linkTitle${place}`] || safe, address: safe }] : [];
  });
}

const textAndMore = (given: Fields) => ({
  title: given.title,
  body: given.body,
  theme: given.theme,
  application: given.application || null,
  applicationVersion: given.applicationVersion || null,
  level: given.level ?? null,
  unitId: given.unitId ?? null,
  /** Absent: as it is. */
  ownerId: given.ownerId,
  reviewOn: given.reviewOn,
  links: linksOf(given),
  edition: given.edition,
});

/** What stands in the fields of the form for a tip there is. */
export const fieldsOf = (tip: Partial<Tip>): Record<string, string> => ({
  title: tip.title ?? '',
  body: tip.body ?? '',
  theme: tip.theme ?? 'other',
  application: tip.application ?? '',
  applicationVersion: tip.applicationVersion ?? '',
  level: tip.level ?? '',
  unitId: tip.unitId ?? '',
  ownerId: tip.ownerId ?? '',
  reviewOn: tip.reviewOn ?? '',
  ...Object.fromEntries(
    linkPlaces.flatMap((place) => {
      const link = tip.links?.[place - 1];
      return [
        [`linkTitle${place}`, link && link.title !== link.address ? link.title : ''],
        [`linkAddress${place}`, link?.address ?? ''],
      ];
    }),
  ),
});

const titleHasAddress = (place: (typeof linkPlaces)[number]) =>
  v.forward(
    v.check<Fields, string>(
      (given) => !given[`linkTitle${place}`] || given[`linkAddress${place}`] !== '',
      'tips_link_address_missing',
    ),
    [`linkAddress${place}`],
  );

/** A tip as its form hands it in. Messages are keys of messages/nl.json. */
export const tipForm = v.pipe(
  v.object(fields),
  titleHasAddress(1),
  titleHasAddress(2),
  titleHasAddress(3),
  v.transform(textAndMore),
);

export const moveTipForm = v.object({ move: v.picklist(tipMoves), word: remark(500) });

export const putBackForm = v.object({ edition: fields.edition });

export const tipOfApi = v.object({
  title: line(120, 'tips_title_missing'),
  body: lines,
  category: v.optional(v.picklist(themes), 'other'),
  externalId: v.optional(v.nullable(v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(200))), null),
  status: v.optional(v.picklist(tipStatuses), 'draft'),
});

export type TipForm = v.InferOutput<typeof tipForm>;
