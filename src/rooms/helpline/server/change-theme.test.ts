import { beforeEach, expect, it } from 'vitest';
import { Conflict, Forbidden, NotFound } from '#platform/errors.ts';
import { travelTo } from '../../../../tests/support/database.ts';
import { mondayMorning, rowsOf, useWorld } from '../../../../tests/support/world.ts';
import { asked } from './helping.world.ts';
import { answerQuestion, callIn, changeTheme, closeAsHelper, questionThread, waitsForMe } from './index.ts';

const world = useWorld();
const toTeams = { theme: 'teams' } as const;

beforeEach(() => travelTo(mondayMorning));

it('is changed by whoever may answer; the question stays where it is, and its asker reads it', async () => {
  const { veurne } = world;
  const [ann, mia] = [await veurne.as('ann'), await veurne.as('mia')];
  const id = await asked(world);
  const before = (await questionThread(ann, id)).question;
  await changeTheme(ann, id, toTeams);
  await changeTheme(ann, id, toTeams);
  expect((await questionThread(mia, id)).question).toMatchObject({
    ...{ theme: 'teams', state: 'waiting', holderId: ann.personId, waitsUntil: before.waitsUntil },
  });
  expect(await rowsOf('activity', `subject_id = '${id}' and event = 'question.theme_changed'`)).toHaveLength(
    1,
  );
  expect((await waitsForMe(ann)).forMe).toBeGreaterThan(0);
  await callIn(ann, id, { personId: veurne.personId('ernst'), note: '' });
  await changeTheme(await veurne.as('ernst'), id, { theme: 'outlook' });
  await answerQuestion(ann, id, { body: 'Zo.', theme: null });
  await changeTheme(ann, id, toTeams);
});

it('is not for the asker, for others, or for another organisation; and not once it is closed', async () => {
  const { veurne, koksijde } = world;
  const id = await asked(world);
  await expect(changeTheme(await veurne.as('mia'), id, toTeams)).rejects.toBeInstanceOf(Forbidden);
  await expect(changeTheme(await veurne.as('lies'), id, toTeams)).rejects.toBeInstanceOf(NotFound);
  await expect(changeTheme(await koksijde.as('ann'), id, toTeams)).rejects.toBeInstanceOf(NotFound);
  await closeAsHelper(await veurne.as('ann'), id);
  await expect(changeTheme(await veurne.as('ann'), id, toTeams)).rejects.toBeInstanceOf(Conflict);
});
