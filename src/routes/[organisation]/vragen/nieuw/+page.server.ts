import { newId } from '#platform/ids.ts';
import { readForm } from '#platform/forms.ts';
import { askForm, lookForm } from '#rooms/helpline/forms.ts';
import { askQuestion, suggestAnswers, urgentContacts } from '#rooms/helpline/server/index.ts';
import { urgentOf } from '#rooms/helpline/urgent.ts';
import { act } from '../../act.ts';
import { whoGets } from './who-gets.server.ts';

export const load = async ({ locals: { who }, url }) => ({
  key: newId(),
  contacts: await urgentContacts(who),
  whoGets: await whoGets(who, url.searchParams.get('coach')),
  way: url.searchParams.get('way'),
});

export const actions = {
  /** The step between, for a browser without a script: whom to call, what may already be the answer, who gets it. */
  look: async (event) => {
    const read = await readForm(event.request.clone() as Request, lookForm);
    if (!read.ok) return act(event, askForm, ask(event));
    if (read.input.choose) return { found: null, values: { ...read.values, way: 'outside' } };
    const found = await suggestAnswers(event.locals.who, read.input.body);
    const stops = found.length > 0 || read.input.urgent !== undefined || urgentOf(read.input) !== null;
    return stops ? { found, values: read.values } : act(event, askForm, ask(event));
  },
  askQuestion: (event) => act(event, askForm, ask(event)),
};

type Event = { params: { organisation: string } };

const ask =
  (event: Event) =>
  async (...given: Parameters<typeof askQuestion>) => ({
    to: `/${event.params.organisation}/vragen/${await askQuestion(...given)}`,
    done: 'helpline_done_asked',
  });
