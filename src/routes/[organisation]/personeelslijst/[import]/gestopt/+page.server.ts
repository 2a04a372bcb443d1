import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { localDay } from '#platform/days.ts';
import { day } from '#rooms/organisations/forms.ts';
import { lastDays, shownEndings } from '#rooms/people/staff/shown-endings.ts';
import { decideStaffEnding, staffImport } from '#rooms/people/server/index.ts';
import { act } from '../../../act.ts';

export const load = async ({ locals: { who }, params }) => {
  const found = await staffImport(who, params.import);
  if (found.state !== 'preview') redirect(303, `/${params.organisation}/personeelslijst/${params.import}`);
  return {
    import: params.import,
    fileName: found.fileName,
    endings: shownEndings(found.plan, found.known, found.answers),
    days: lastDays(localDay(found.now)),
  };
};

const decided = v.object({
  employerId: v.pipe(v.string(), v.uuid()),
  ends: v.picklist(['yes', 'no']),
  lastDay: day,
  /** How many were named beside the tick. */
  sure: v.optional(v.pipe(v.string(), v.toNumber())),
});

export const actions = {
  decideStaffEnding: (event) =>
    act(event, decided, async (who, { employerId, ends, lastDay, sure }) => {
      const { params } = event;
      const given = { employerId, ends: ends === 'yes', lastDay, sureOf: sure ?? null };
      await decideStaffEnding(who, params.import, given);
      const to = `/${params.organisation}/personeelslijst/${params.import}/gestopt`;
      return { to, done: 'people_ending_done' };
    }),
};
