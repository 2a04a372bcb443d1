import { newId } from '#platform/ids.ts';
import { readForm } from '#platform/forms.ts';
import { askForm } from '#rooms/helpline/forms.ts';
import { askQuestion, suggestAnswers } from '#rooms/helpline/server/index.ts';
import { act } from '../../act.ts';

export const load = () => ({ key: newId() });

export const actions = {
  /** The step between, for a browser without a script: what may already be the answer, before asking. */
  look: async (event) => {
    const read = await readForm(event.request.clone() as Request, askForm);
    if (!read.ok) return act(event, askForm, ask(event));
    const found = await suggestAnswers(event.locals.who, read.input.body);
    return found.length > 0 ? { found, values: read.values } : act(event, askForm, ask(event));
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
