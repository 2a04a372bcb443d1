import { newId } from '#platform/ids.ts';
import { noteForm } from '#rooms/helpline/forms.ts';
import { noteQuestion } from '#rooms/helpline/server/index.ts';
import { themeLabel, themes } from '#rooms/organisations/themes.ts';
import { colleagueHere, colleaguesNamed } from '#rooms/people/server/index.ts';
import { act } from '../../act.ts';
import { addresses } from '../lists.server.ts';

const longestQuery = 100;

export const load = async ({ locals: { who }, url }) => {
  const chosenId = url.searchParams.get('kies');
  const q = (url.searchParams.get('q') ?? '').replaceAll('\u0000', '').slice(0, longestQuery);
  return {
    key: newId(),
    q,
    found: await colleaguesNamed(who, q),
    chosen: chosenId ? await colleagueHere(who, chosenId) : null,
    themes: themes.map((theme) => ({ value: theme, label: themeLabel(theme) })),
  };
};

export const actions = {
  noteQuestion: (event) =>
    act(event, noteForm, async (who, note) => {
      const id = await noteQuestion(who, note);
      const questions = `/${event.params.organisation}/vragen`;
      // Given to the coach it is no longer for the one who noted it to help with: the list says who has it.
      return {
        to: note.way === 'coach' ? `${questions}?lijst=${addresses.noted}` : `${questions}/${id}/helpen`,
        done: 'helpline_done_noted',
      };
    }),
};
