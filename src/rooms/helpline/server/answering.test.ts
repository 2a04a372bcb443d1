import { describe, expect, it } from 'vitest';
import { Forbidden } from '#platform/errors.ts';
import { asOwner } from '../../../../tests/support/database.ts';
import { useWorld } from '../../../../tests/support/world.ts';
import { askedIn, holderOf, startsAfresh } from './asking.world.ts';
import { answerQuestion, closeAsAsker, passOn, questionThread, tellIfAlone, writeBack } from './index.ts';
import { myQuestions } from './listing.world.ts';

const world = useWorld();
const asked = askedIn(world);
startsAfresh();

describe('answering and closing', () => {
  it('goes from question to answer to the two taps, which land in a total and not on the question', async () => {
    const { veurne } = world;
    const id = await asked();
    await answerQuestion(await veurne.as('ann'), id, { body: 'Ga naar Opties.', theme: 'outlook' });
    const mia = await veurne.as('mia');
    const list = await myQuestions(mia, { limit: 60 });
    expect(list.rows.find((row) => row.id === id)).toMatchObject({ state: 'answered', isNew: true });
    const before = await total();
    await closeAsAsker(mia, id, { helped: true });
    await tellIfAlone(mia, id, { alone: true });
    const after = await total();
    expect(after.helped - before.helped).toBe(1);
    expect(after.can_do_it_alone - before.can_do_it_alone).toBe(1);
    await expect(tellIfAlone(mia, id, { alone: false })).rejects.toBeInstanceOf(Forbidden);
    const [row] = await asOwner('select * from question where id = $1', [id]);
    expect(row).toMatchObject({ state: 'closed', taps: 'both' });
  });

  const total = async () => {
    const rows = await asOwner<{ helped: number; can_do_it_alone: number }>(
      `select coalesce(sum(helped), 0)::int as helped, coalesce(sum(can_do_it_alone), 0)::int as can_do_it_alone
         from closing_total where theme = 'outlook' and organisation_id = $1`,
      [world.veurne.id],
    );
    return rows[0]!;
  };

  it('a thank-you never reopens, "ik zit nog vast" does, back to whoever helped', async () => {
    const { veurne } = world;
    const id = await asked();
    await answerQuestion(await veurne.as('ann'), id, { body: 'Ga naar Opties.', theme: null });
    const mia = await veurne.as('mia');
    await closeAsAsker(mia, id, { helped: true });
    await writeBack(mia, id, { body: 'Dank je wel!', stuck: false });
    expect((await questionThread(mia, id)).question.state).toBe('closed');
    await writeBack(mia, id, { body: 'Toch niet.', stuck: true });
    const thread = await questionThread(mia, id);
    expect(thread.question.state).toBe('waiting');
    expect(thread.holder?.firstName).toBe('Ann');
    expect(thread.steps.at(-1)?.reason).toEqual({ kind: 'again' });
  });

  it('passes on to the next, who hears of it, as does the asker', async () => {
    const { veurne } = world;
    const id = await asked();
    await passOn(await veurne.as('ann'), id);
    expect(await holderOf(id)).toBe(veurne.personId('bram'));
    const kinds = await asOwner<{ kind: string; person_id: string }>(
      'select kind, person_id from notification where subject_id = $1 order by id',
      [id],
    );
    expect(kinds).toEqual([
      { kind: 'question.waiting', person_id: veurne.personId('ann') },
      { kind: 'question.moved_to_you', person_id: veurne.personId('bram') },
      { kind: 'question.moved_on', person_id: veurne.personId('mia') },
    ]);
  });
});
