import { describe, expect, it } from 'vitest';
import { giveRole } from '#rooms/people/server/index.ts';
import { announce } from '#platform/server/live-announce.ts';
import { asOwner } from '../../../../tests/support/database.ts';
import { useLive } from '../../../../tests/support/live-following.ts';
import type { LiveReader } from '../../../../tests/support/live-reader.ts';
import type { Name } from '../../../../tests/support/town.ts';
import { useWorld } from '../../../../tests/support/world.ts';
import { answerQuestion, askQuestion, claimQuestion, closeAsAsker } from './index.ts';
import { moveSilentQuestions } from './move.ts';

const world = useWorld();
const { follow } = useLive();
const ask = { body: 'Waar vind ik mijn loonbrief?', theme: null, key: '' };

type Ears = Record<string, LiveReader>;

async function everybody(...names: Name[]): Promise<Ears> {
  const ears: Ears = {};
  for (const name of names) ears[name] = await follow(world.veurne, name);
  return ears;
}

/** The ids that each of them heard since they began to listen. */
async function heardBy(ears: Ears): Promise<Record<string, string[]>> {
  const { veurne } = world;
  const last = crypto.randomUUID();
  const people = Object.keys(ears).map((name) => veurne.personId(name as Name));
  await veurne.inside((tx) => announce(tx, people, { kind: 'test', id: last }));
  for (const ear of Object.values(ears)) await ear.heard(({ content }) => content.id === last);
  return Object.fromEntries(
    Object.entries(ears).map(([name, ear]) => [name, [...new Set(ear.ids())].filter((id) => id !== last)]),
  );
}

describe('who hears that a question changes', () => {
  it('is the asker, the holder and the coaches of the unit, each time', async () => {
    const { veurne } = world;
    const acts: [string, (id: string) => Promise<unknown>][] = [
      ['claimed', async (id) => claimQuestion(await veurne.as('ann'), id)],
      ['answered', async (id) => answerQuestion(await veurne.as('ann'), id, { body: 'Daar.', theme: null })],
      ['closed', async (id) => closeAsAsker(await veurne.as('mia'), id, { helped: true })],
    ];
    const id = await askQuestion(await veurne.as('mia'), ask);
    for (const [, act] of acts) {
      const ears = await everybody('mia', 'ann', 'karel', 'lies');
      await act(id);
      expect(await heardBy(ears)).toEqual({ mia: [id], ann: [id], karel: [], lies: [] });
    }
  });

  it('is also whoever had it, once it moved on, and whoever has it now', async () => {
    const { veurne } = world;
    const id = await askQuestion(await veurne.as('mia'), ask);
    await asOwner(`update question set waits_until = asked_at where id = $1`, [id]);
    const ears = await everybody('mia', 'ann', 'bram', 'karel');
    await moveSilentQuestions(veurne.system);
    expect(await heardBy(ears)).toEqual({ mia: [id], ann: [id], bram: [id], karel: [] });
  });

  it('is not the organisation next door', async () => {
    const { veurne, koksijde } = world;
    const next = [await follow(koksijde, 'mia'), await follow(koksijde, 'ann')];
    await askQuestion(await veurne.as('mia'), ask);
    const people = [koksijde.personId('mia'), koksijde.personId('ann')];
    await koksijde.inside((tx) => announce(tx, people, { kind: 'test', id: 'last' }));
    for (const ear of next) await ear.heard(({ content }) => content.id === 'last');
    expect(next.map((ear) => ear.ids())).toEqual([['last'], ['last']]);
  });
});

describe('under cover', () => {
  it('is the chosen coach alone; the asker hears, and not of which question', async () => {
    const { veurne } = world;
    // Who coaches the same unit as the chosen one.
    const omer = { personId: veurne.personId('omer'), unitId: veurne.unitId('Bibliotheek') };
    await veurne.inside((tx) => giveRole(tx, { ...omer, kind: 'coach', themes: [] }));
    const ears = await everybody('mia', 'ann', 'lies', 'omer');
    const coachId = veurne.personId('lies');
    const id = await askQuestion(await veurne.as('mia'), { ...ask, way: 'cover', coachId });
    expect(await heardBy(ears)).toEqual({ mia: [veurne.personId('mia')], ann: [], lies: [id], omer: [] });
    const later = await everybody('mia', 'ann', 'lies', 'omer');
    await answerQuestion(await veurne.as('lies'), id, { body: 'Daar.', theme: null });
    const heard = await heardBy(later);
    expect([heard.ann, heard.omer]).toEqual([[], []]);
    expect(heard.lies).toEqual([id]);
    expect(heard.mia!.length).toBeGreaterThan(0);
    expect(heard.mia).not.toContain(id);
  });
});
