import { describe, expect, it } from 'vitest';
import { NotFound } from '#platform/errors.ts';
import { asOwner } from '../../../../tests/support/database.ts';
import { useWorld, type Name } from '../../../../tests/support/world.ts';
import { askedIn, startsAfresh } from './asking.world.ts';
import { answerQuestion, closeAsAsker, passOn, questionThread } from './index.ts';
import { myQuestions, questionsForMe } from './listing.world.ts';

const world = useWorld();
const asked = askedIn(world);
startsAfresh();

describe('who may see a question', () => {
  const readers = async (id: string) => {
    const seeing: string[] = [];
    for (const town of Object.values(world))
      for (const name of everybody)
        await questionThread(await town.as(name), id).then(
          () => seeing.push(`${name} of ${town.slug}`),
          (error) => expect(error).toBeInstanceOf(NotFound),
        );
    return seeing;
  };
  const everybody: Name[] = [
    'mia',
    'karel',
    'ann',
    'bram',
    'lies',
    'omer',
    'ernst',
    'tom',
    'cora',
    'hans',
    'mara',
    'dirk',
    'dora',
    'trees',
    'arno',
    'nele',
    'luc',
    'ada',
  ];

  it('is the asker and the coach of the unit, in the own organisation alone', async () => {
    expect(await readers(await asked())).toEqual(['mia of veurne', 'ann of veurne']);
  });

  it('also whoever the chain made the helper, whatever their role, and not the unit once it is closed', async () => {
    const { veurne } = world;
    const id = await asked();
    await passOn(await veurne.as('ann'), id);
    expect(await readers(id)).toEqual(['mia of veurne', 'ann of veurne', 'bram of veurne']);
    const other = await asked('omer', { body: 'Hoe deel ik een map?' });
    expect(await readers(other)).toEqual(['lies of veurne', 'omer of veurne']);
    await answerQuestion(await veurne.as('lies'), other, { body: 'Zo.', theme: null });
    await closeAsAsker(await veurne.as('omer'), other, { helped: true });
    expect(await readers(other)).toEqual(['lies of veurne', 'omer of veurne']);
  });

  it('lists nothing of another organisation', async () => {
    await asked();
    const ann = await world.koksijde.as('ann');
    expect((await questionsForMe(ann)).mine).toEqual([]);
    expect((await myQuestions(await world.koksijde.as('mia'), { limit: 9 })).rows).toEqual([]);
  });

  it('keeps the asker out of messages and the log', async () => {
    const id = await asked();
    const mia = world.veurne.personId('mia');
    for (const table of ['question', 'question_message', 'question_step', 'activity'])
      expect(
        JSON.stringify(await asOwner(`select * from ${table} where organisation_id = $1`, [world.veurne.id])),
        table,
      ).not.toContain(mia);
    expect(await asOwner('select actor_kind, actor_id from activity where subject_id = $1', [id])).toEqual([
      { actor_kind: 'asker', actor_id: null },
    ]);
  });
});
