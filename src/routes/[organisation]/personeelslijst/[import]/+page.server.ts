import * as v from 'valibot';
import { formatDay } from '#platform/dates.ts';
import { sentence } from '#platform/sentences.ts';
import { shownPlan } from '#rooms/people/staff/shown.ts';
import { applyStaffImport, dropStaffImport, staffImport } from '#rooms/people/server/index.ts';
import { act } from '../../act.ts';

export const load = async ({ locals: { who }, params }) => {
  const found = await staffImport(who, params.import);
  const about = { fileName: found.fileName, when: formatDay(found.madeAt), names: who.may('giveRole') };
  if (found.state === 'applied')
    return { ...about, state: found.state, outcome: found.outcome, isFirst: found.isFirst };
  if (found.state === 'dropped') return { ...about, state: found.state };
  if (found.state === 'applying')
    return { ...about, state: found.state, done: found.done, total: found.total };
  return {
    ...about,
    state: found.state,
    plan: shownPlan(found.plan, new Map(found.known.people.map((person) => [person.id, person]))),
    ignored: found.ignoredColumns,
    fingerprint: found.fingerprint,
    trouble: found.trouble === null ? null : sentence(found.trouble),
  };
};

export const actions = {
  applyStaffImport: (event) =>
    act(event, v.object({ fingerprint: v.string() }), async (who, input) => {
      await applyStaffImport(who, event.params.import, input);
      return { to: `/${event.params.organisation}/personeelslijst/${event.params.import}` };
    }),
  dropStaffImport: (event) =>
    act(event, v.object({}), async (who) => {
      await dropStaffImport(who, event.params.import);
      return { to: `/${event.params.organisation}/personeelslijst`, done: 'people_import_done_dropped' };
    }),
};
