import { beforeEach, describe, expect, it } from 'vitest';
import { Conflict, Forbidden, NotFound } from '#platform/errors.ts';
import { asOwner, travelTo } from '../../../../tests/support/database.ts';
import { mondayMorning, useWorld } from '../../../../tests/support/world.ts';
import { asked, askedUnderCover, told } from './helping.world.ts';
import {
  answerQuestion,
  claimQuestion,
  closeAsAsker,
  closeAsHelper,
  helperSide,
  mergeQuestions,
  questionThread,
  sayComing,
  undoClose,
  undoMerge,
} from './index.ts';

const world = useWorld();
const call = { way: 'call', when: 'vandaag om 14.00 uur' } as const;

beforeEach(() => travelTo(mondayMorning));

describe('ik bel, ik kom langs', () => {
  it('claims the question and tells the asker who comes, and when', async () => {
    const { veurne } = world;
    const id = await asked(world);
    await sayComing(await veurne.as('ann'), id, call);
    const { question, messages } = await questionThread(await veurne.as('mia'), id);
    expect(question).toMatchObject({ state: 'claimed', holderId: veurne.personId('ann') });
    expect(messages.at(-1)).toMatchObject({ kind: 'call', body: 'vandaag om 14.00 uur' });
    expect(await told(world, id)).toContain('mia question.coming');
  });

  it('tells everybody who is answered together, each in the own thread; it is no answer', async () => {
    const { veurne } = world;
    const [ann, mia, karel] = [await veurne.as('ann'), await veurne.as('mia'), await veurne.as('karel')];
    const [intoId, fromId] = [await asked(world), await asked(world, 'Ik heb geen handtekening.', 'karel')];
    const mergeId = await mergeQuestions(ann, { fromId, intoId });
    await sayComing(ann, intoId, call);
    for (const [who, id, name] of [
      [mia, intoId, 'mia'],
      [karel, fromId, 'karel'],
    ] as const) {
      const { question, messages } = await questionThread(who, id);
      expect(messages).toMatchObject([{ kind: 'call', body: call.when }]);
      expect(question.state).toBe('claimed');
      expect((await told(world, id)).filter((line) => line === `${name} question.coming`)).toHaveLength(1);
    }
    await undoMerge(ann, mergeId);
    expect((await questionThread(karel, fromId)).question.state).toBe('waiting');
  });

  it('tells whoever comes second who was first', async () => {
    const { veurne } = world;
    const id = await asked(world);
    await asOwner(
      `insert into role (organisation_id, id, appointment_id, kind, unit_id, starts_on)
       select a.organisation_id, gen_random_uuid(), a.id, 'coach', a.unit_id, '2026-01-01' from appointment a where person_id = $1`,
      [veurne.personId('karel')],
    );
    await sayComing(await veurne.as('karel'), id, { way: 'visit', when: '' });
    const late = claimQuestion(await veurne.as('ann'), id);
    await expect(late).rejects.toMatchObject({
      reason: 'helpline_taken',
      particulars: { name: 'Karel Maes' },
    });
    await expect(sayComing(await veurne.as('ann'), id, call)).rejects.toBeInstanceOf(Conflict);
    await asOwner(
      "delete from role where kind = 'coach' and starts_on = '2026-01-01' and appointment_id in (select id from appointment where person_id = $1)",
      [veurne.personId('karel')],
    );
  });

  it('shows a helper phone and place of the asker, and nobody of elsewhere anything', async () => {
    const { veurne, koksijde } = world;
    const id = await asked(world);
    await asOwner('update person set phone = $1 where id = $2', ['058 33 55 55', veurne.personId('mia')]);
    await asOwner('update appointment set location = $1 where person_id = $2', [
      'loket 2',
      veurne.personId('mia'),
    ]);
    expect((await helperSide(await veurne.as('ann'), id)).reach).toEqual({
      phone: '058 33 55 55',
      place: 'loket 2',
    });
    await expect(helperSide(await veurne.as('mia'), id)).rejects.toBeInstanceOf(Forbidden);
    await expect(helperSide(await koksijde.as('ann'), id)).rejects.toBeInstanceOf(NotFound);
    await expect(sayComing(await koksijde.as('ann'), id, call)).rejects.toBeInstanceOf(NotFound);
    await expect(sayComing(await veurne.as('mia'), id, call)).rejects.toBeInstanceOf(Forbidden);
  });

  it('is not for a helper who does not know whom to call', async () => {
    const { veurne } = world;
    const id = await askedUnderCover(world);
    expect((await questionThread(await veurne.as('lies'), id)).can.sayComing).toBe(true);
    await asOwner('update question_asker set coach_id = null where question_id = $1', [id]);
    expect((await questionThread(await veurne.as('lies'), id)).can.sayComing).toBe(false);
    await expect(sayComing(await veurne.as('lies'), id, call)).rejects.toBeInstanceOf(Forbidden);
    expect((await helperSide(await veurne.as('lies'), id)).reach).toEqual({ phone: null, place: null });
  });
});

describe('mondeling opgelost', () => {
  it('is undone by the same helper: back to where it was', async () => {
    const { veurne } = world;
    const ann = await veurne.as('ann');
    const id = await asked(world);
    await claimQuestion(ann, id);
    await closeAsHelper(ann, id);
    expect((await questionThread(ann, id)).can.undoClose).toBe(true);
    await expect(undoClose(await veurne.as('mia'), id)).rejects.toBeInstanceOf(Forbidden);
    await expect(undoClose(await world.brugge.as('ann'), id)).rejects.toBeInstanceOf(NotFound);
    await undoClose(ann, id);
    const open = await questionThread(ann, id);
    expect(open.question.state).toBe('claimed');
    expect(open.question.waitsUntil).not.toBeNull();
    expect(open.next?.firstName).toBe('Bram');
    expect(open.steps.at(-1)?.ending).toBeNull();
    await answerQuestion(ann, id, { body: 'Zo doe je dat.', theme: null });
    await closeAsHelper(ann, id);
    await undoClose(ann, id);
    expect((await questionThread(ann, id)).question.state).toBe('answered');
  });

  it('stays closed a day later, or once the asker said how it went', async () => {
    const { veurne } = world;
    const ann = await veurne.as('ann');
    const [late, told] = [await asked(world), await asked(world)];
    for (const id of [late, told]) await closeAsHelper(ann, id);
    await closeAsAsker(await veurne.as('mia'), told, { helped: true });
    await expect(undoClose(ann, told)).rejects.toBeInstanceOf(Forbidden);
    await travelTo('2026-11-24 10:01');
    await expect(undoClose(ann, late)).rejects.toBeInstanceOf(Forbidden);
  });
});
