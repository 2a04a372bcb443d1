import type { RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import type { Actor } from '#platform/actor.ts';
import { shownAway } from '#rooms/people/absence-shown.ts';
import { awayForm, cancelAwayForm, changeAwayForm } from '#rooms/people/forms.ts';
import { awayHere, cancelAbsence, changeAbsence, endAbsence, markAway } from '#rooms/people/server/index.ts';
import { act } from '../act.ts';

type Target = { personId: string; to: string };

type Typed = { from?: Date; until?: Date; substituteId?: string };

const away = ({ from, until, substituteId }: Typed) => ({
  ...{ from: from ?? null, until: until ?? null, substituteId: substituteId || null },
});

/** The absences of a colleague, for who may change them. */
export const awayFor = async (who: Actor, personId: string) => shownAway(await awayHere(who, personId));

/** Away and back, for the page of a colleague, for who helps where and for one's own page. */
export const awayActions = {
  markAway: (event: RequestEvent, { personId, to }: Target) =>
    act(event, awayForm, async (who, typed) => {
      await markAway(who, personId, away(typed));
      return { to, done: typed.from ? 'people_done_away_later' : 'people_done_away' };
    }),
  changeAbsence: (event: RequestEvent, { to }: Target) =>
    act(event, changeAwayForm, async (who, { id, ...typed }) => {
      await changeAbsence(who, id, away(typed));
      return { to, done: 'people_done_away_changed' };
    }),
  cancelAbsence: (event: RequestEvent, { to }: Target) =>
    act(event, cancelAwayForm, async (who, { id }) => {
      await cancelAbsence(who, id);
      return { to, done: 'people_done_away_cancelled' };
    }),
  endAbsence: (event: RequestEvent, { personId, to }: Target) =>
    act(event, v.object({}), async (who) => {
      await endAbsence(who, personId);
      return { to, done: 'people_done_back' };
    }),
};
