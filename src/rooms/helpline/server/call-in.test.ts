import { beforeEach, describe, expect, it } from 'vitest';
import { Forbidden, NotFound } from '#platform/errors.ts';
import { asOwner, travelTo } from '../../../../tests/support/database.ts';
import { mondayMorning, useWorld } from '../../../../tests/support/world.ts';
import { asked, askedUnderCover, told } from './helping.world.ts';
import {
  answerQuestion,
  callIn,
  expertsToAsk,
  helperSide,
  passOn,
  questionThread,
  stepBack,
  withdrawCallIn,
  writeBack,
  writeNote,
} from './index.ts';

const world = useWorld();
const anybody = { personId: null, note: '' };

beforeEach(() => travelTo(mondayMorning));

describe('asking an expert', () => {
  it('offers who fits the theme first, with when they are there; only to the holder', async () => {
    const { veurne, koksijde } = world;
    const id = await asked(world);
    const [first, ...others] = await expertsToAsk(await veurne.as('ann'), id);
    expect(first).toMatchObject({ firstName: 'Ernst', as: 'expert', fits: true, thereNow: true });
    expect(others.map(({ firstName }) => firstName)).toEqual(['Tom']);
    await expect(expertsToAsk(await veurne.as('mia'), id)).rejects.toBeInstanceOf(Forbidden);
    await expect(expertsToAsk(await koksijde.as('ann'), id)).rejects.toBeInstanceOf(NotFound);
    await expect(callIn(await koksijde.as('ann'), id, anybody)).rejects.toBeInstanceOf(NotFound);
    await expect(
      callIn(await veurne.as('ann'), id, { personId: veurne.personId('bram'), note: '' }),
    ).rejects.toBeInstanceOf(NotFound);
  });

  it('lets the expert note and answer while the question stays where it is', async () => {
    const { veurne } = world;
    const [ann, ernst] = [await veurne.as('ann'), await veurne.as('ernst')];
    const id = await asked(world);
    await expect(questionThread(ernst, id)).rejects.toBeInstanceOf(NotFound);
    expect((await callIn(ann, id, { personId: null, note: 'Ken jij dit?' })).firstName).toBe('Ernst');
    expect((await questionThread(ernst, id)).messages.at(-1)).toMatchObject({
      kind: 'note',
      body: 'Ken jij dit?',
    });
    await writeNote(ernst, id, { body: 'Ja, ik antwoord even.' });
    await answerQuestion(ernst, id, { body: 'Ga naar Handtekeningen.', theme: null });
    const { question, messages } = await questionThread(await veurne.as('mia'), id);
    expect(question).toMatchObject({ state: 'answered', holderId: veurne.personId('ann') });
    expect(messages.map(({ kind, body }) => [kind, body])).toEqual([['text', 'Ga naar Handtekeningen.']]);
    const heard = await told(world, id);
    expect(heard.filter((line) => line === 'ann question.expert_wrote')).toHaveLength(2);
    expect(heard).toContain('ernst question.expert_asked');
    expect((await helperSide(ann, id)).calledIn).toMatchObject([
      { firstName: 'Ernst', doneAt: expect.any(Date) },
    ]);
  });

  it('takes "ik weet het ook niet" once, from whoever was asked', async () => {
    const { veurne, koksijde } = world;
    const id = await asked(world);
    await callIn(await veurne.as('ann'), id, anybody);
    const ernst = await veurne.as('ernst');
    await stepBack(ernst, id);
    await stepBack(ernst, id);
    await expect(stepBack(await veurne.as('ann'), id)).rejects.toBeInstanceOf(Forbidden);
    await expect(stepBack(await koksijde.as('ernst'), id)).rejects.toBeInstanceOf(NotFound);
    expect((await told(world, id)).filter((line) => line === 'ann question.expert_wrote')).toHaveLength(1);
  });

  it('is undone by the holder: who wrote nothing never was asked, what was written stays', async () => {
    const { veurne, koksijde } = world;
    const [ann, ernst] = [await veurne.as('ann'), await veurne.as('ernst')];
    const id = await asked(world);
    await callIn(ann, id, anybody);
    const waits = () =>
      asOwner(
        `select from notification where subject_id = $1 and person_id = $2 and (seen_at is null or mail = 'waiting')`,
        [id, ernst.personId],
      );
    expect(await waits()).toHaveLength(1);
    await expect(withdrawCallIn(ernst, id, ernst.personId!)).rejects.toBeInstanceOf(Forbidden);
    await expect(withdrawCallIn(await koksijde.as('ann'), id, ernst.personId!)).rejects.toBeInstanceOf(
      NotFound,
    );
    await expect(withdrawCallIn(ann, id, veurne.personId('tom'))).rejects.toBeInstanceOf(NotFound);
    expect(await withdrawCallIn(ann, id, ernst.personId!)).toMatchObject({ firstName: 'Ernst' });
    expect(await waits()).toHaveLength(0);
    await expect(questionThread(ernst, id)).rejects.toBeInstanceOf(NotFound);
    await expect(withdrawCallIn(ann, id, ernst.personId!)).rejects.toBeInstanceOf(NotFound);
    const { messages } = await questionThread(ann, id);
    expect(messages.at(-1)).toMatchObject({ kind: 'note', body: expect.stringContaining('Ernst Maes') });
    await callIn(ann, id, anybody);
    await writeNote(ernst, id, { body: 'Ik zoek het op.' });
    await withdrawCallIn(ann, id, ernst.personId!);
    expect((await questionThread(ernst, id)).messages).toHaveLength(3);
    expect((await helperSide(ann, id)).calledIn).toMatchObject([{ doneAt: expect.any(Date) }]);
  });

  it('under cover shows the expert no name, and lets nobody pick who does not know it', async () => {
    const { veurne } = world;
    const id = await askedUnderCover(world);
    const lies = await veurne.as('lies');
    expect((await expertsToAsk(lies, id)).map(({ firstName }) => firstName)).toContain('Ernst');
    const named = { body: 'Dit is voor Mia.' };
    for (const write of [
      () => writeNote(lies, id, named),
      () => answerQuestion(lies, id, { ...named, theme: null }),
    ])
      await expect(write()).rejects.toMatchObject({ problems: { body: 'helpline_cover_has_name' } });
    await callIn(lies, id, anybody);
    const seen = await questionThread(await veurne.as('ernst'), id);
    expect(seen.asker).toBeNull();
    expect(seen.can.sayComing).toBe(false);
    await passOn(lies, id);
    const { question } = await questionThread(lies, id);
    expect(question.holderId).not.toBe(veurne.personId('lies'));
    const next = Object.keys({ ernst: 0, tom: 0, cora: 0, ada: 0 }).find(
      (name) => veurne.personId(name as 'tom') === question.holderId,
    );
    const holder = await veurne.as(next as 'tom');
    expect(await expertsToAsk(holder, id)).toEqual([]);
    await expect(callIn(holder, id, { personId: veurne.personId('ernst'), note: '' })).rejects.toBeInstanceOf(
      Forbidden,
    );
  });
});

describe('notes', () => {
  it('are read and written by whoever helps, and never by the asker', async () => {
    const { veurne, koksijde } = world;
    const note = { body: 'Geheime notitie' };
    const id = await asked(world);
    const ann = await veurne.as('ann');
    await writeNote(ann, id, note);
    await expect(writeNote(await veurne.as('mia'), id, note)).rejects.toBeInstanceOf(Forbidden);
    await expect(writeNote(await koksijde.as('ann'), id, note)).rejects.toBeInstanceOf(NotFound);
    await writeBack(await veurne.as('mia'), id, { body: 'Is er al nieuws?', stuck: false });
    const kinds = async (who: 'ann' | 'mia') =>
      (await questionThread(await veurne.as(who), id)).messages.map(({ kind }) => kind);
    expect(await kinds('ann')).toEqual(['note', 'text']);
    expect(await kinds('mia')).toEqual(['text']);
    expect((await questionThread(veurne.system, id)).messages).toHaveLength(1);
    await passOn(ann, id);
    expect(await kinds('ann')).toEqual(['note', 'text']);
  });
});
