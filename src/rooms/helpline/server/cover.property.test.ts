import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId } from '#platform/ids.ts';
import type { Tx } from '#platform/server/scope.ts';
import { personAsActor } from '#rooms/people/server/index.ts';
import type { Role } from '#rooms/people/roles.ts';
import { people, type Job } from '../../../../tests/support/town.ts';
import { useWorld, type Name, type Town } from '../../../../tests/support/world.ts';
import type { Way } from '../forms.ts';
import { insertQuestion } from './ask.ts';
import { aroundAsker, coachesFor } from './coaches.ts';
import { lockQuestion } from './seeing.ts';
import { moveOn } from './steps.ts';

/**
 * Whatever the authority looks like: a question outside the own unit or under cover never comes to the asker, to
 * somebody of one of the asker's units, or to a leader. Only the coach whom the asker chose may be near.
 */
const world = useWorld();

const units = ['Burgerzaken', 'Bibliotheek', 'Archief', 'ICT'];
const unit = fc.constantFrom(...units);
const role = fc.record({
  kind: fc.constantFrom<Role>('coach', 'coach', 'manager', 'ict', 'coordinator', 'expert', 'admin'),
  unit,
});
const colleague = fc.record({
  units: fc.uniqueArray(unit, { minLength: 1, maxLength: 2 }),
  roles: fc.array(role, { maxLength: 3 }),
});
const staff = fc.array(colleague, { minLength: 4, maxLength: 10 });
const asking = fc.record({
  unit,
  second: fc.option(unit, { nil: null, freq: 2 }),
  way: fc.constantFrom<Way>('outside', 'cover'),
  pick: fc.nat(20),
});

const townsfolk = (town: Town): [string, Colleague][] =>
  Object.entries<Job>(people).map(([name, { unit: where, role: kind }]) => [
    town.personId(name as Name),
    { units: [where], roles: kind ? [{ kind, unit: where }] : [] },
  ]);

type Colleague = { units: string[]; roles: { kind: Role; unit: string }[] };
class Undo extends Error {}

/** Nothing of it stays: the next authority begins with the town as it was. */
const undone = (town: Town, work: (tx: Tx) => Promise<void>) =>
  town
    .inside(async (tx) => {
      await work(tx);
      throw new Undo();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error;
    });

async function employ(tx: Tx, town: Town, { units: where, roles }: Colleague): Promise<string> {
  const id = newId();
  await tx.insertInto('person').values({ id, first_name: 'P', last_name: 'P' }).execute();
  const { id: employer } = await tx.selectFrom('employer').select('id').executeTakeFirstOrThrow();
  for (const name of where) {
    const job = {
      id: newId(),
      person_id: id,
      employer_id: employer,
      number: newId(),
      unit_id: town.unitId(name),
    };
    await tx.insertInto('appointment').values(job).execute();
    for (const { kind, unit: of } of roles)
      await tx
        .insertInto('role')
        .values({
          id: newId(),
          appointment_id: job.id,
          kind,
          unit_id: town.unitId(of),
          starts_on: '2026-01-01',
        })
        .execute();
  }
  return id;
}

const near = (who: Colleague, own: readonly string[]): boolean =>
  who.units.some((name) => own.includes(name)) ||
  who.roles.some(({ kind, unit: of }) => kind === 'manager' || (kind === 'coach' && own.includes(of)));

test('nobody who is near ever has it, however often it moves on', { timeout: 120_000 }, async () => {
  const town = world.veurne;
  await fc.assert(
    fc.asyncProperty(staff, asking, async (colleagues, { unit: first, second, way, pick }) => {
      const own = [...new Set([first, ...(second ? [second] : [])])];
      await undone(town, async (tx) => {
        const employed = new Map(townsfolk(town));
        for (const one of colleagues) employed.set(await employ(tx, town, one), one);
        const askerId = await employ(tx, town, { units: own, roles: [] });
        const choices = coachesFor(await aroundAsker(tx, askerId), way, tx.now);
        const coachId = choices[pick % choices.length]?.personId ?? null;
        if (!coachId) return;
        const me = (await personAsActor(tx, askerId))!;
        const question = { askerId, unitId: me.unitId, theme: null, body: 'Hoe?', way, coachId };
        const { id } = await insertQuestion(tx, question);
        for (let turn = 0; turn < 8; turn++) {
          await moveOn(tx, await lockQuestion(tx, id), 'silent');
          const { holderId } = await lockQuestion(tx, id);
          const holder = employed.get(holderId!);
          expect(holderId).not.toBe(askerId);
          expect(holder).toBeDefined();
          if (holder && (way === 'outside' || holderId !== coachId)) expect(near(holder, own)).toBe(false);
        }
      });
    }),
    { seed: 20261123, numRuns: 25 },
  );
});
