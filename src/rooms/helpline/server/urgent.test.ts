import { beforeEach, describe, expect, it } from 'vitest';
import { changeOrganisation } from '#rooms/organisations/server/index.ts';
import { giveRole } from '#rooms/people/server/index.ts';
import { Forbidden, NotFound } from '#platform/errors.ts';
import { asOwner, travelTo } from '../../../../tests/support/database.ts';
import { mondayMorning, useWorld, type Name } from '../../../../tests/support/world.ts';
import { statusFor, whyFor } from '../shown.ts';
import { askQuestion, answerQuestion, closeAsAsker, questionThread, urgentContacts } from './index.ts';

const world = useWorld();
const ask = { theme: null, key: '' };

beforeEach(() => travelTo(mondayMorning));

const told = async (id: string) => {
  const rows = await asOwner<{ person_id: string; kind: string }>(
    'select person_id, kind from notification where subject_id = $1',
    [id],
  );
  const names = new Map(
    (['ann', 'tom', 'ada', 'mia', 'bram', 'lies'] as Name[]).map((name) => [
      world.veurne.personId(name),
      name,
    ]),
  );
  return rows.map(({ person_id, kind }) => `${names.get(person_id)} ${kind}`).toSorted();
};

describe('what cannot wait', () => {
  it('goes to the coach and to all of ICT at once, who may read and answer', async () => {
    const { veurne } = world;
    const id = await askQuestion(await veurne.as('mia'), {
      ...ask,
      body: 'Ik heb op een link geklikt in een rare mail.',
    });
    expect(await told(id)).toEqual(['ann question.urgent', 'tom question.urgent']);
    const tom = await veurne.as('tom');
    expect((await questionThread(tom, id)).question.urgent).toBe('clicked');
    await answerQuestion(tom, id, { body: 'Zet wifi uit, ik kom.', theme: null });
    await expect(questionThread(await world.koksijde.as('tom'), id)).rejects.toBeInstanceOf(NotFound);
  });

  it('is not taken back by who asked before somebody looked at it', async () => {
    const mia = await world.veurne.as('mia');
    const id = await askQuestion(mia, { ...ask, body: 'Ik heb op een link geklikt in een rare mail.' });
    expect((await questionThread(mia, id)).can.closeAsAsker).toBe(false);
    await expect(closeAsAsker(mia, id, { helped: false })).rejects.toBeInstanceOf(Forbidden);
    await answerQuestion(await world.veurne.as('ann'), id, { body: 'Zet wifi uit, ik kom.', theme: null });
    await closeAsAsker(mia, id, { helped: true });
  });

  it('is what the asker says it is: by a button, or not', async () => {
    const mia = await world.veurne.as('mia');
    const urgent = async (given: object) => {
      const id = await askQuestion(mia, { ...ask, body: 'Mijn gsm is kwijt', ...given });
      return (await questionThread(mia, id)).question.urgent;
    };
    expect(await urgent({})).toBe('device_lost');
    expect(await urgent({ urgent: 'no' })).toBeNull();
    expect(await urgent({ body: 'Kan iemand komen?', urgent: 'wrong_recipient' })).toBe('wrong_recipient');
  });

  it('shows no moment to asker or helper, and moves on in silence all the same', async () => {
    const { veurne } = world;
    const id = await askQuestion(await veurne.as('mia'), { ...ask, body: 'Mijn laptop is gestolen' });
    const own = await questionThread(await veurne.as('mia'), id);
    expect(own.question.waitsUntil).not.toBeNull();
    expect(statusFor(own).join(' ')).not.toMatch(/\d/);
    expect(statusFor(own).join(' ')).toContain('ICT');
    expect(whyFor(await questionThread(await veurne.as('ann'), id))?.next).toBeNull();
  });
});

describe('whom to call', () => {
  it('are the numbers of this organisation, and ICT by name', async () => {
    const { veurne, koksijde } = world;
    await changeOrganisation(await veurne.as('ada'), {
      name: 'veurne',
      ictPhone: '058 11',
      dpoPhone: '058 22',
    });
    expect(await urgentContacts(await veurne.as('mia'))).toEqual({
      ictPhone: '058 11',
      dpoPhone: '058 22',
      ict: [{ firstName: 'Tom', lastName: 'Maes' }],
    });
    expect(await urgentContacts(await koksijde.as('mia'))).toMatchObject({ ictPhone: null, dpoPhone: null });
  });
});

describe('what cannot wait and is kept from the own unit', () => {
  it('is not told to those of ICT who work in it', async () => {
    const { veurne } = world;
    await veurne.inside((tx) =>
      giveRole(tx, { personId: veurne.personId('karel'), kind: 'ict', unitId: veurne.unitId('Burgerzaken') }),
    );
    const id = await askQuestion(await veurne.as('mia'), {
      ...ask,
      body: 'Mijn gsm is kwijt',
      way: 'cover',
      coachId: veurne.personId('lies'),
    });
    const rows = await asOwner<{ person_id: string }>(
      'select person_id from question_helper where question_id = $1',
      [id],
    );
    expect(rows).toEqual([{ person_id: veurne.personId('tom') }]);
  });
});
