import { beforeEach, expect, it } from 'vitest';
import type { Letter } from '#platform/server/handed-in.ts';
import { inOrganisation } from '#platform/server/scope.ts';
import { travelTo } from '../../../../tests/support/database.ts';
import { mondayMorning, useWorld, type Name } from '../../../../tests/support/world.ts';
import { asked } from './helping.world.ts';
import { callIn, giveQuestion, passOn, sayComing, takeBack, writeNote } from './index.ts';
import { helperMails } from './mails-helper.ts';

const world = useWorld();
const note = { body: 'Geheime notitie over haar profiel' };

beforeEach(() => travelTo(mondayMorning));

/** The letter that a job would write, without anybody looking. */
const letterFor = (kind: string, subjectId: string, to: Name, particulars = {}): Promise<Letter | null> =>
  inOrganisation(world.veurne.system, (tx) =>
    helperMails[kind]!(tx, { id: subjectId, personId: world.veurne.personId(to), subjectId, particulars }),
  );

it('every kind has a letter with a neutral subject, and none of them quotes a note', async () => {
  const { veurne } = world;
  const ann = await veurne.as('ann');
  const id = await asked(world);
  await callIn(ann, id, { personId: null, note: note.body });
  await writeNote(await veurne.as('ernst'), id, note);
  await sayComing(ann, id, { way: 'call', when: 'om 14.00 uur' });
  const byId = veurne.personId('ernst');
  const letters = [
    await letterFor('question.coming', id, 'mia'),
    await letterFor('question.expert_asked', id, 'ernst'),
    await letterFor('question.note_written', id, 'ernst'),
    await letterFor('question.remind', id, 'ann'),
    ...(await Promise.all(
      ['answer', 'coming', 'note', 'unknown'].map((did) =>
        letterFor('question.expert_wrote', id, 'ann', { did, byId }),
      ),
    )),
  ];
  for (const letter of letters) {
    expect(letter?.subject).not.toMatch(/Mia|Ann|Ernst|handtekening/);
    expect(letter?.text).toMatch(/^Dag /);
    expect(letter?.text).not.toContain('notitie over haar');
  }
  expect(letters[0]?.text).toContain('Ann Maes belt je.');
  expect(letters[0]?.text).toContain('om 14.00 uur');
});

it('a letter about a turn that was taken back is not sent', async () => {
  const { veurne } = world;
  const ann = await veurne.as('ann');
  const id = await asked(world);
  await giveQuestion(ann, id, veurne.personId('tom'));
  expect((await letterFor('question.given', id, 'tom'))?.text).toContain('omdat Ann Maes ze aan jou gaf');
  await takeBack(ann, id);
  expect(await letterFor('question.given', id, 'tom')).toBeNull();
  await passOn(ann, id);
  expect(await letterFor('question.given', id, 'ann')).toBeNull();
});
