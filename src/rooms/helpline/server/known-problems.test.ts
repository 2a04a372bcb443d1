import { describe, expect, it } from 'vitest';
import { Conflict, Forbidden, Invalid, NotFound } from '#platform/errors.ts';
import { waitingForMe } from '#rooms/notifications/server/index.ts';
import { asOwner } from '../../../../tests/support/database.ts';
import { useWorld, type Name } from '../../../../tests/support/world.ts';
import { tellFollowers } from './known-problem-followers.ts';
import {
  answerQuestion,
  askQuestion,
  endProblem,
  meToo,
  notMeToo,
  problemHere,
  problemsHere,
  publishProblem,
  suggestAnswers,
} from './index.ts';

const world = useWorld();
const veurneAs = (name: Name) => world.veurne.as(name);
const line = 'De printer van het onthaal drukt niet af.';

const published = async (of = line) => publishProblem(await veurneAs('ann'), { line: of, theme: 'printing' });

describe('a known problem', () => {
  it('is published by who helps, found before anything else, and by nobody elsewhere', async () => {
    await expect(publishProblem(await veurneAs('mia'), { line, theme: 'printing' })).rejects.toBeInstanceOf(
      Forbidden,
    );
    const id = await published();
    const [first] = await suggestAnswers(await veurneAs('karel'), 'de printer aan het onthaal doet niets');
    expect(first).toMatchObject({ kind: 'problem', id, title: line });
    const { open } = await problemsHere(await veurneAs('karel'));
    expect(open).toMatchObject([{ id, line, theme: 'printing', isFollowed: false }]);
    const elsewhere = await world.koksijde.as('ann');
    expect((await problemsHere(elsewhere)).open).toEqual([]);
    expect(await suggestAnswers(elsewhere, 'de printer aan het onthaal doet niets')).toEqual([]);
    await expect(problemHere(elsewhere, id)).rejects.toBeInstanceOf(NotFound);
    await expect(meToo(elsewhere, id)).rejects.toBeInstanceOf(NotFound);
    await expect(notMeToo(elsewhere, id)).rejects.toBeInstanceOf(NotFound);
    await expect(endProblem(elsewhere, id, { outcome: 'Klaar.' })).rejects.toBeInstanceOf(NotFound);
  });

  it('comes from a question one helps with, without the name of its asker, and never from under cover', async () => {
    const ask = { body: 'De scanner van het onthaal doet niets.', theme: null, key: '' };
    const questionId = await askQuestion(await veurneAs('mia'), ask);
    const from = { theme: 'printing', questionId } as const;
    const ann = await veurneAs('ann');
    await expect(publishProblem(await veurneAs('tom'), { ...from, line })).rejects.toBeInstanceOf(NotFound);
    await expect(publishProblem(await world.brugge.as('ann'), { ...from, line })).rejects.toBeInstanceOf(
      NotFound,
    );
    const named = publishProblem(ann, { ...from, line: 'De scanner van Mia is stuk.' });
    await expect(named).rejects.toBeInstanceOf(Invalid);
    const id = await publishProblem(ann, { ...from, line: 'De scanner van het onthaal is stuk.' });
    await expect(endProblem(ann, id, { outcome: 'Mia is blij.' })).rejects.toBeInstanceOf(Invalid);
    const covered = await askQuestion(await veurneAs('mia'), {
      ...ask,
      way: 'cover',
      coachId: world.veurne.personId('lies'),
    });
    const leak = publishProblem(await veurneAs('lies'), { ...from, questionId: covered, line });
    await expect(leak).rejects.toBeInstanceOf(Forbidden);
    await answerQuestion(ann, questionId, { body: 'Ik bel de leverancier.', theme: null });
  });
});

describe('"dit heb ik ook"', () => {
  const followers = () => asOwner<{ person_id: string }>('select person_id from known_problem_follower');

  it('asks nothing, is read by oneself alone, and can be taken back', async () => {
    const id = await published('Teams heeft geen geluid.');
    const questions = () => asOwner('select id from question');
    const before = await questions();
    const karel = await veurneAs('karel');
    await meToo(karel, id);
    await meToo(karel, id);
    expect((await problemHere(karel, id)).problem.isFollowed).toBe(true);
    expect((await problemHere(await veurneAs('ann'), id)).problem.isFollowed).toBe(false);
    expect(await questions()).toHaveLength(before.length);
    expect(
      await asOwner('select * from activity where actor_id = $1', [world.veurne.personId('karel')]),
    ).toEqual([]);
    await notMeToo(karel, id);
    expect(await followers()).toEqual([]);
  });

  it('is told when it is over, and then forgotten', async () => {
    const { veurne } = world;
    const id = await published('Het intranet is traag.');
    const karel = await veurneAs('karel');
    await meToo(karel, id);
    await endProblem(await veurneAs('tom'), id, { outcome: 'Er staat een nieuwe server.' });
    await expect(endProblem(await veurneAs('ann'), id, { outcome: 'Nog eens.' })).rejects.toBeInstanceOf(
      Conflict,
    );
    await expect(meToo(await veurneAs('omer'), id)).rejects.toBeInstanceOf(Conflict);
    await tellFollowers(veurne.system, id);
    await tellFollowers(veurne.system, id);
    expect(await followers()).toEqual([]);
    const told = await asOwner('select person_id, kind from notification where subject_id = $1', [id]);
    expect(told).toEqual([{ person_id: veurne.personId('karel'), kind: 'problem.solved' }]);
    const { solved, open } = await problemsHere(karel);
    expect(solved).toMatchObject([{ id, outcome: 'Er staat een nieuwe server.' }]);
    expect(open.map((one) => one.id)).not.toContain(id);
    expect((await suggestAnswers(karel, 'het intranet is traag')).map((hit) => hit.kind)).not.toContain(
      'problem',
    );
    await problemHere(karel, id);
    expect((await problemsHere(karel)).solved).toEqual([]);
    expect((await waitingForMe(karel)).unseen).toBe(0);
  });
});
