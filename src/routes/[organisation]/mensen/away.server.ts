import type { RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import type { Actor } from '#platform/actor.ts';
import { goAway, standsWithMe } from '#rooms/helpline/server/index.ts';
import { goAwayForm } from '#rooms/helpline/standing.ts';
import { shownStanding } from '#rooms/helpline/standing-shown.ts';
import { shownAway } from '#rooms/people/absence-shown.ts';
import { awayForm, cancelAwayForm, changeAwayForm } from '#rooms/people/forms.ts';
import { awayHere, cancelAbsence, changeAbsence, endAbsence, markAway } from '#rooms/people/server/index.ts';
import { act } from '../act.ts';

type Target = { personId: string; to: string };

type Typed = { from?: Date; until?: Date; substituteId?: string };

const away = ({ from, until, substituteId }: Typed) => ({
  ...{ from: from ?? null, until: until ?? null, substituteId: substituteId || null },
});

/**
 * The absences of a colleague, for who may change them, with what stands with them for oneself. Of somebody else that
 * would be a figure about one coach. In the address stands what was filled in to look who could stand in.
 */
export async function awayFor(who: Actor, { personId, url }: { personId: string; url: URL }) {
  const thought = thoughtIn(url);
  const away = shownAway(await awayHere(who, personId, thought && timeOf(thought)));
  return {
    ...{ ...away, thought },
    standing: personId === who.personId ? shownStanding(await standsWithMe(who)) : null,
  };
}

const filledIn = ['id', 'from', 'until', 'substituteId', 'zoek'] as const;

function thoughtIn({ searchParams }: URL): Record<string, string> | null {
  if (!searchParams.has('zoek')) return null;
  const typed = filledIn.flatMap((name) => {
    const value = searchParams.get(name)?.replaceAll('\u0000', '').slice(0, 100);
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(typed) as Record<string, string>;
}

/** A day that cannot be used is as good as none: it is only looked at. */
function timeOf({ id = null, from, until }: Record<string, string | null>) {
  const dayIn = (entry: typeof awayForm.entries.from, text: string | null | undefined) => {
    const read = v.safeParse(entry, text || undefined);
    return read.success ? (read.output ?? null) : null;
  };
  return {
    absenceId: id,
    from: dayIn(awayForm.entries.from, from) ?? new Date(0),
    until: dayIn(awayForm.entries.until, until),
  };
}

/** Away and back, for the page of a colleague, for who helps where and for one's own page. */
export const awayActions = {
  markAway: (event: RequestEvent, { personId, to }: Target) =>
    act(event, goAwayForm, async (who, typed) => {
      if (personId === who.personId) await goAway(who, away(typed), typed);
      else await markAway(who, personId, away(typed));
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
