import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { shownQuestions } from '#rooms/people/staff/shown-questions.ts';
import { answerStaffDoubts, staffImport } from '#rooms/people/server/index.ts';
import { act } from '../../../act.ts';

export const load = async ({ locals: { who }, params }) => {
  const found = await staffImport(who, params.import);
  if (found.state !== 'preview') redirect(303, `/${params.organisation}/personeelslijst/${params.import}`);
  return {
    import: params.import,
    fileName: found.fileName,
    questions: shownQuestions(found.plan, found.known, found.lines),
  };
};

/** One question, by its key; without a key all that look as plain as the answer. */
const answered = v.object({
  key: v.optional(v.string()),
  answer: v.picklist(['same', 'other', 'leave']),
});

export const actions = {
  answerStaffDoubts: (event) =>
    act(event, answered, async (who, { key, answer }) => {
      const { params } = event;
      if (key !== undefined) await answerStaffDoubts(who, params.import, { pairs: { [key]: answer } });
      else if (answer !== 'leave') await answerStaffDoubts(who, params.import, { alike: answer });
      return { to: `/${params.organisation}/personeelslijst/${params.import}/twijfel` };
    }),
};
