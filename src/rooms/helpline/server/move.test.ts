import { expect, it } from 'vitest';
import { asOwner, travelTo } from '../../../../tests/support/database.ts';
import { mondayMorning, rowsOf, useWorld, type Name, type Town } from '../../../../tests/support/world.ts';
import {
  cancelAbsence,
  endAbsence,
  endRole,
  giveRole,
  markAway,
  pauseHelp,
  resumeHelp,
} from '#rooms/people/server/index.ts';
import { askQuestion, claimQuestion } from './index.ts';
import { moveFromGone } from './move.ts';

const world = useWorld();

const ask = async (town: Town) =>
  askQuestion(await town.as('mia'), { body: 'Hoe maak ik een inhoudstafel?', theme: null, key: '' });

const question = async (id: string) => {
  const [row] = await asOwner<{ holder_id: string; waits_until: Date; state: string }>(
    'select holder_id, waits_until, state from question where id = $1',
    [id],
  );
  return row!;
};

const isWith = async (town: Town, id: string, name: Name) =>
  expect((await question(id)).holder_id).toBe(town.personId(name));

const endings = async (id: string) =>
  (await rowsOf('question_step', `question_id = '${id}' order by started_at`)).map(({ ending }) => ending);

it('moves what waits when an absence begins by itself, and tells the asker', async () => {
  const { veurne, koksijde } = world;
  const id = await ask(veurne);
  const theirs = await ask(koksijde);
  const absence = await markAway(await veurne.as('ann'), veurne.personId('ann'), {
    from: new Date('2026-11-23T09:30:00Z'),
    until: null,
  });
  await moveFromGone(veurne.system);
  await isWith(veurne, id, 'ann');
  await travelTo('2026-11-23 10:31');
  await moveFromGone(veurne.system);
  await isWith(veurne, id, 'bram');
  await isWith(koksijde, theirs, 'ann');
  expect(await endings(id)).toEqual(['away', null]);
  const told = await rowsOf('notification', `subject_id = '${id}' and kind = 'question.moved_on'`);
  expect(told).toMatchObject([{ person_id: veurne.personId('mia') }]);
  // Back again: the stand-in keeps what came to them.
  await cancelAbsence(await veurne.as('ann'), absence);
  await moveFromGone(veurne.system);
  await isWith(veurne, id, 'bram');
  await travelTo(mondayMorning);
});

it('moves what waits in a pause, not what was begun', async () => {
  const { veurne } = world;
  const [waiting, begun] = [await ask(veurne), await ask(veurne)];
  const ann = await veurne.as('ann');
  await claimQuestion(ann, begun);
  await pauseHelp(ann);
  await moveFromGone(veurne.system, veurne.personId('ann'));
  await isWith(veurne, waiting, 'bram');
  await isWith(veurne, begun, 'ann');
  await resumeHelp(ann);
  await markAway(ann, veurne.personId('ann'), { until: null });
  await moveFromGone(veurne.system, veurne.personId('ann'));
  await isWith(veurne, begun, 'bram');
  await endAbsence(ann, veurne.personId('ann'));
});

it('moves what is with somebody who lost the role, or who left', async () => {
  const { veurne } = world;
  const cora = await veurne.as('cora');
  const karel = veurne.personId('karel');
  const coach = (await rowsOf('role', `kind = 'coach'`)).find(
    ({ organisation_id: town, unit_id: unit }) => town === veurne.id && unit === veurne.unitId('Burgerzaken'),
  )!;
  const id = await ask(veurne);
  await giveRole(cora, { personId: karel, kind: 'coach' });
  await endRole(cora, coach.id);
  await moveFromGone(veurne.system);
  await isWith(veurne, id, 'karel');
  expect(await endings(id)).toEqual(['left', null]);
  await asOwner(`update appointment set ends_on = '2026-11-22' where person_id = $1`, [karel]);
  await moveFromGone(veurne.system);
  expect(await endings(id)).toEqual(['left', 'left', null]);
  await asOwner(`update appointment set ends_on = null where person_id = $1`, [karel]);
  await asOwner('update role set ends_on = null where id = $1', [coach.id]);
});

it('lets the moment stand that the asker was shown when nobody comes sooner', async () => {
  const { brugge } = world;
  const id = await ask(brugge);
  const cora = await brugge.as('cora');
  const next = new Date('2026-11-29T23:00:00Z');
  const everybody: Name[] = ['ann', 'bram', 'lies', 'ernst', 'tom', 'cora', 'ada'];
  for (const name of everybody) await markAway(cora, brugge.personId(name), { until: next });
  await moveFromGone(brugge.system);
  const before = await question(id);
  for (let minute = 1; minute <= 3; minute += 1) {
    await travelTo(`2026-11-23 10:0${minute}`);
    await moveFromGone(brugge.system);
  }
  expect(await question(id)).toEqual(before);
  await isWith(brugge, id, 'ann');
});
