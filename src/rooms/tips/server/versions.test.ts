import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Conflict, Forbidden, NotFound } from '#platform/errors.ts';
import { rowsOf, useWorld } from '../../../../tests/support/world.ts';
import { editionOf } from '../tip.ts';
import { changeTip, moveTip, putBackTip, tipVersions, writeTip } from './index.ts';
import { formOf, seenBy, text } from './tips.world.ts';

const world = useWorld();
const versionsOf = async (id: string, name: 'ann' | 'mia' = 'ann') =>
  (await tipVersions(await world.veurne.as(name), id)).versions;
const change = async (id: string, body: string, name: 'ann' | 'mia' = 'ann') =>
  changeTip(await world.veurne.as(name), id, formOf(await seenBy(world.veurne, name, id), { body }));
const putBack = async (id: string, version: number) =>
  putBackTip(await world.veurne.as('ann'), id, {
    version,
    edition: editionOf(await seenBy(world.veurne, 'ann', id)),
  });

describe('versions', () => {
  it('keep each text with who and when; what is put back is a new one', async () => {
    const { id } = await writeTip(await world.veurne.as('mia'), { ...text, body: 'een' });
    await change(id, 'twee');
    await change(id, 'twee');
    await putBack(id, 1);
    expect(await versionsOf(id)).toMatchObject([
      { version: 3, body: 'een', changedBy: { firstName: 'Ann' } },
      { version: 2, body: 'twee', changedBy: { firstName: 'Ann' } },
      { version: 1, body: 'een', changedBy: { firstName: 'Mia' } },
    ]);
    for (const none of [0, 9, 1e12, Number.NaN])
      await expect(putBack(id, none)).rejects.toBeInstanceOf(NotFound);
  });

  it('are for whoever may change the tip, here alone', async () => {
    const { veurne, koksijde, brugge } = world;
    const { id } = await writeTip(await veurne.as('ann'), { ...text, title: 'Faxen' });
    const edition = editionOf(await seenBy(veurne, 'ann', id));
    await expect(tipVersions(await veurne.as('mia'), id)).rejects.toBeInstanceOf(Forbidden);
    await expect(putBackTip(await veurne.as('mia'), id, { version: 1, edition })).rejects.toBeInstanceOf(
      Forbidden,
    );
    for (const town of [koksijde, brugge]) {
      const there = await town.as('ann');
      await expect(tipVersions(there, id)).rejects.toBeInstanceOf(NotFound);
      await expect(putBackTip(there, id, { version: 1, edition })).rejects.toBeInstanceOf(NotFound);
    }
  });

  it('of two who edit at once: the second hears who was first, and nothing of either is lost', async () => {
    const { veurne } = world;
    const { id } = await writeTip(await veurne.as('mia'), { ...text, title: 'Twee schermen' });
    const before = await seenBy(veurne, 'ann', id);
    await change(id, 'van Ann');
    const late = changeTip(await veurne.as('mia'), id, formOf(before, { body: 'van Mia' }));
    await expect(late).rejects.toMatchObject({
      reason: 'tips_changed_by_meanwhile',
      particulars: { name: 'Ann Maes' },
    });
    expect((await seenBy(veurne, 'mia', id)).body).toBe('van Ann');
    await change(id, 'van Mia', 'mia');
    expect((await versionsOf(id, 'mia')).map(({ body }) => body)).toEqual(['van Mia', 'van Ann', text.body]);
  });

  it('really at once: one of them is saved, the other is a conflict', async () => {
    const { veurne } = world;
    const { id } = await writeTip(await veurne.as('ann'), { ...text, title: 'Tegelijk' });
    const before = await seenBy(veurne, 'ann', id);
    const attempts = await Promise.allSettled(
      ['a', 'b', 'c', 'd'].map(async (body) =>
        changeTip(await veurne.as('ann'), id, formOf(before, { body })),
      ),
    );
    const refused = attempts.filter((one) => one.status === 'rejected');
    expect(refused).toHaveLength(3);
    for (const { reason } of refused) expect(reason).toBeInstanceOf(Conflict);
    expect(await rowsOf('tip_version', `tip_id = '${id}'`)).toHaveLength(2);
  });

  it('hold every text that was ever saved, whatever happens to the tip', async () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('change' as const), body: fc.constantFrom('a', 'b', 'c\nd', 'e') }),
      fc.record({ kind: fc.constant('put_back' as const), at: fc.nat(20) }),
      fc.record({ kind: fc.constant('away_and_back' as const) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 7 }), async (steps) => {
        const { id } = await writeTip(await world.veurne.as('ann'), { ...text, body: 'begin' });
        const saved = ['begin'];
        const save = (body: string) => body !== saved.at(-1) && saved.push(body);
        for (const one of steps) {
          if (one.kind === 'change') {
            await change(id, one.body);
            save(one.body);
          } else if (one.kind === 'put_back') {
            const version = (one.at % saved.length) + 1;
            await putBack(id, version);
            save(saved[version - 1]!);
          } else
            for (const move of ['expire', 'restore'] as const)
              await moveTip(await world.veurne.as('ann'), id, { move });
        }
        expect((await versionsOf(id)).map(({ body }) => body).toReversed()).toEqual(saved);
        expect((await seenBy(world.veurne, 'ann', id)).body).toBe(saved.at(-1));
      }),
      { numRuns: 12 },
    );
  });
});
