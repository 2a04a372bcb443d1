import * as v from 'valibot';
import { isId } from '#platform/ids.ts';
import { day } from '#rooms/organisations/forms.ts';
import type { Name } from '#rooms/people/name.ts';
import { longestText } from './forms.ts';

// Begeleiding: several moments with one colleague or a small group towards a goal, in the notebook of one coach. The
// database gives its rows to that coach alone; nothing of it is told, counted or written in the log.

/** A small group: whoever has more in mind gives a training. */
export const mostColleagues = 12;
export const longestGoal = 200;

export type Colleague = Name & { personId: string };

export type Guidance = { id: string; goal: string; startedOn: string; endedOn: string | null };

/** One line of the list. `lastHeldOn` is null before the first moment. */
export type GuidanceRow = Guidance & { names: string[]; moments: number; lastHeldOn: string | null };

export type GuidanceMoment = { id: string; heldOn: string; note: string };

const personId = v.pipe(
  v.string('helpline_guidance_who_missing'),
  v.check((text) => isId(text), 'helpline_guidance_who_missing'),
);

const goal = v.pipe(
  v.string('helpline_guidance_goal_missing'),
  v.transform((given) => given.replaceAll(/\s+/g, ' ')),
  v.trim(),
  v.nonEmpty('helpline_guidance_goal_missing'),
  v.maxLength(longestGoal, 'helpline_guidance_goal_too_long'),
);

/** Messages are keys of messages/nl.json. `key` makes the same form, sent twice, one row. */
const key = v.optional(v.pipe(v.string(), v.maxLength(100)), '');

export const startGuidanceForm = v.object({
  personIds: v.pipe(
    v.array(personId),
    v.minLength(1, 'helpline_guidance_who_missing'),
    v.maxLength(mostColleagues, 'helpline_guidance_too_many'),
  ),
  goal,
  key,
});

export const goalForm = v.object({ goal });
export const memberForm = v.object({ personId });

export const momentForm = v.object({
  heldOn: day,
  note: v.pipe(
    v.string('helpline_guidance_note_missing'),
    v.transform((given) => given.replaceAll(/\r\n?/g, '\n')),
    v.trim(),
    v.nonEmpty('helpline_guidance_note_missing'),
    v.maxLength(longestText, 'ui_too_long'),
  ),
  key,
});

export type GuidanceStart = v.InferOutput<typeof startGuidanceForm>;
export type MomentNoted = v.InferOutput<typeof momentForm>;
