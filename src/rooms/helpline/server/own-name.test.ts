import { describe, expect, it } from 'vitest';
import { Invalid } from '#platform/errors.ts';
import { asOwner } from '../../../../tests/support/database.ts';
import { useWorld } from '../../../../tests/support/world.ts';
import { askedIn, startsAfresh } from './asking.world.ts';
import { writeBack } from './index.ts';

const world = useWorld();
const asked = askedIn(world);
startsAfresh();

const signed = 'Hoe zet ik een bijlage bij een mail? Groeten, Mia';
const cover = () => ({ way: 'cover' as const, coachId: world.veurne.personId('lies') });
const questions = () => asOwner('select id from question where body = $1', [signed]);

describe('the own name in a text under cover', () => {
  it('is asked about once, before anything is sent', async () => {
    const refused = asked('mia', { ...cover(), body: signed });
    await expect(refused).rejects.toBeInstanceOf(Invalid);
    await expect(refused).rejects.toMatchObject({ problems: { sure: 'helpline_own_name' } });
    expect(await questions()).toEqual([]);
    await asked('mia', { ...cover(), body: signed, sure: true });
    expect(await questions()).toHaveLength(1);
  });

  it("is nobody else's concern, and none in a question like any other", async () => {
    await asked('mia', { body: signed });
    await asked('karel', { ...cover(), body: `${signed} en Lies` });
  });

  it('is asked about in a later message too', async () => {
    const mia = await world.veurne.as('mia');
    const id = await asked('mia', cover());
    const back = { body: 'Bedankt! Mia Maes', stuck: false };
    await expect(writeBack(mia, id, back)).rejects.toMatchObject({ problems: { sure: 'helpline_own_name' } });
    await writeBack(mia, id, { ...back, sure: true });
    await writeBack(mia, id, { body: 'Bedankt!', stuck: false });
    await writeBack(mia, await asked('mia'), back);
  });
});
