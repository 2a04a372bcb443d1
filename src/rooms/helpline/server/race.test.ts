import { describe, expect, it } from 'vitest';
import { Conflict } from '#platform/errors.ts';
import { asOwner } from '../../../../tests/support/database.ts';
import { useWorld } from '../../../../tests/support/world.ts';
import { askedIn, startsAfresh } from './asking.world.ts';
import { claimQuestion } from './index.ts';

const world = useWorld();
const asked = askedIn(world);
startsAfresh();

describe('two coaches at the same moment', () => {
  it('one has it each time, the other is told who', { timeout: 120_000 }, async () => {
    const { veurne } = world;
    await veurne.inside(async (tx) => {
      const appointment = await tx
        .selectFrom('appointment')
        .select('id')
        .where('person_id', '=', veurne.personId('karel'))
        .executeTakeFirstOrThrow();
      const role = { kind: 'coach', unit_id: veurne.unitId('Burgerzaken'), starts_on: '2026-01-01' };
      await tx
        .insertInto('role')
        .values({ id: crypto.randomUUID(), appointment_id: appointment.id, ...role })
        .execute();
    });
    const [ann, karel] = [await veurne.as('ann'), await veurne.as('karel')];
    for (let time = 0; time < 200; time++) {
      const id = await asked();
      const outcomes = await Promise.allSettled([claimQuestion(ann, id), claimQuestion(karel, id)]);
      const lost = outcomes.filter((outcome) => outcome.status === 'rejected');
      expect(lost).toHaveLength(1);
      const { reason } = lost[0]!;
      expect(reason).toBeInstanceOf(Conflict);
      const winner = outcomes[0]!.status === 'fulfilled' ? 'Ann Maes' : 'Karel Maes';
      expect(reason).toMatchObject({ reason: 'helpline_taken', particulars: { name: winner } });
    }
    await asOwner(`delete from role where starts_on = '2026-01-01'`);
  });
});
