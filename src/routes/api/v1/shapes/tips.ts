import * as v from 'valibot';
import { safeAddress, tipOfApi } from '#rooms/tips/forms.ts';
import { tipLevels, tipStatuses } from '#rooms/tips/tip.ts';
import { category, day, described, id, moment, nextCursor, onBehalfOf, page } from './parts.ts';

export const tipQuery = v.object({ onBehalfOf: v.optional(onBehalfOf) });

export const tipsQuery = v.object({
  onBehalfOf: v.optional(onBehalfOf),
  category: v.optional(category),
  status: v.optional(v.picklist(tipStatuses)),
  externalId: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200))),
  application: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(80))),
  level: v.optional(v.picklist(tipLevels)),
  ...page,
});

const remark = (longest: number) =>
  v.optional(v.nullable(v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(longest))));

const newLink = v.object({
  title: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(120)), ''),
  address: v.pipe(
    v.string(),
    v.trim(),
    v.maxLength(500),
    v.check((text) => safeAddress(text) !== null, 'must be an https address without a name or password'),
    described('Https only.'),
  ),
});

/** What is not given stays as it was; null takes it away. */
export const newTip = v.object({
  ...tipOfApi.entries,
  application: remark(80),
  applicationVersion: remark(40),
  level: v.optional(v.nullable(v.picklist(tipLevels))),
  unit: v.optional(v.nullable(v.pipe(id, described('Id of the unit it is meant for; null: for everybody.')))),
  links: v.optional(v.pipe(v.array(newLink), v.maxLength(3, 'must have at most 3 links'))),
  reviewOn: v.optional(v.pipe(day, described('When somebody looks again; in a year if you say nothing.'))),
  onBehalfOf: v.optional(onBehalfOf),
});

export const working = v.object({
  works: v.optional(v.pipe(v.boolean(), v.description('False takes it back.')), true),
  onBehalfOf,
});

export const tip = v.object({
  id,
  title: v.string(),
  body: v.string(),
  category,
  externalId: v.nullable(v.string()),
  status: v.picklist(tipStatuses),
  application: v.nullable(v.string()),
  applicationVersion: v.nullable(v.string()),
  level: v.nullable(v.picklist(tipLevels)),
  unit: v.nullable(v.pipe(id, described('Id of the unit it is meant for; null: for everybody.'))),
  links: v.array(v.object({ title: v.string(), address: v.string() })),
  version: v.pipe(v.number(), v.integer()),
  reviewedOn: v.nullable(day),
  reviewOn: v.nullable(day),
  worksFor: v.pipe(
    v.number(),
    v.integer(),
    v.description('How many colleagues said that it works for them.'),
  ),
  madeAt: moment,
  changedAt: moment,
});
export const pageOfTips = v.object({ items: v.array(tip), nextCursor });
