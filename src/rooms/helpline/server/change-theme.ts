import { allow } from '#platform/errors.ts';
import { verb } from '#platform/server/verb.ts';
import { record } from '#rooms/activity/server/index.ts';
import type { Theme } from '#rooms/organisations/themes.ts';
import { canAnswer } from '../question.ts';
import { lockQuestion } from './seeing.ts';
import { refuseIfTaken } from './taking.ts';

/** "Ander thema", by whoever may answer. It stays where it is; who comes next, and which experts fit, follow from it. */
export const changeTheme = verb('changeTheme', async (tx, id: string, { theme }: { theme: Theme }) => {
  const question = await lockQuestion(tx, id);
  await refuseIfTaken(tx, question);
  allow(canAnswer(tx.actor, question));
  if (question.theme === theme) return;
  await tx.updateTable('question').set({ theme }).where('id', '=', id).execute();
  await record(tx, {
    event: 'question.theme_changed',
    subject: { kind: 'question', id },
    particulars: { theme },
  });
});
