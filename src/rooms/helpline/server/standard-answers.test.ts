import { describe, expect, it } from 'vitest';
import { Forbidden, NotFound } from '#platform/errors.ts';
import { useWorld } from '../../../../tests/support/world.ts';
import {
  changeStandardAnswer,
  removeStandardAnswer,
  restoreStandardAnswer,
  standardAnswerHere,
  standardAnswersHere,
  writeStandardAnswer,
} from './index.ts';

const world = useWorld();
const own = { title: 'Herstart', body: 'Dag {voornaam}, herstart eens.', shared: false };
const shared = { title: 'Welkom', body: 'Welkom bij {organisatie}.', shared: true };

describe('standard answers', () => {
  it('are one’s own, or shared by the coordinator with whoever helps', async () => {
    const { veurne, koksijde } = world;
    const [ann, lies, cora] = [await veurne.as('ann'), await veurne.as('lies'), await veurne.as('cora')];
    const mine = await writeStandardAnswer(ann, own);
    const ours = await writeStandardAnswer(cora, shared);
    await expect(writeStandardAnswer(ann, shared)).rejects.toBeInstanceOf(Forbidden);
    expect((await standardAnswersHere(ann)).map(({ id }) => id)).toEqual([mine, ours]);
    expect((await standardAnswersHere(lies)).map(({ id }) => id)).toEqual([ours]);
    expect(await standardAnswersHere(await koksijde.as('ann'))).toEqual([]);
    await expect(standardAnswerHere(lies, mine)).rejects.toBeInstanceOf(NotFound);
    await expect(standardAnswerHere(await koksijde.as('cora'), ours)).rejects.toBeInstanceOf(NotFound);
  });

  it('are changed and thrown away by whose they are, and thrown away with a way back', async () => {
    const { veurne, koksijde } = world;
    const [ann, cora] = [await veurne.as('ann'), await veurne.as('cora')];
    const [mine, ours] = [await writeStandardAnswer(ann, own), await writeStandardAnswer(cora, shared)];
    for (const keep of [
      (who: typeof ann, id: string) => changeStandardAnswer(who, id, { title: 'Anders', body: 'Anders' }),
      removeStandardAnswer,
      restoreStandardAnswer,
    ]) {
      await expect(keep(ann, ours)).rejects.toBeInstanceOf(Forbidden);
      await expect(keep(cora, mine)).rejects.toBeInstanceOf(NotFound);
      await expect(keep(await koksijde.as('ann'), mine)).rejects.toBeInstanceOf(NotFound);
      await keep(ann, mine);
      await keep(cora, ours);
    }
    expect(await standardAnswerHere(ann, mine)).toEqual({
      id: mine,
      title: 'Anders',
      body: 'Anders',
      shared: false,
    });
    await removeStandardAnswer(ann, mine);
    expect((await standardAnswersHere(ann)).map(({ id }) => id)).not.toContain(mine);
  });
});
