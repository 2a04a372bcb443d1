import { beforeEach, describe, expect, it } from 'vitest';
import { Forbidden, Invalid, NotFound } from '#platform/errors.ts';
import { asOwner, travelTo } from '../../../../tests/support/database.ts';
import { mondayMorning, rowsOf, useWorld, type Name } from '../../../../tests/support/world.ts';
import {
  answerQuestion,
  askQuestion,
  claimQuestion,
  closeAsAsker,
  mergeQuestions,
  questionThread,
  splitQuestion,
  undoMerge,
  undoSplit,
  writeBack,
} from './index.ts';

const world = useWorld();

beforeEach(() => travelTo(mondayMorning));

const thread = async (by: Name, id: string) => questionThread(await world.veurne.as(by), id);
const bodies = ({ messages }: { messages: { body: string }[] }) => messages.map(({ body }) => body);
const back = async (id: string, body: string) =>
  writeBack(await world.veurne.as('mia'), id, { body, stuck: false });
const split = async (id: string, messages: string[], by: Name = 'ann') =>
  splitQuestion(await world.veurne.as(by), id, { messages });
const undo = async (splitId: string, by: Name = 'ann') => undoSplit(await world.veurne.as(by), splitId);
const splitIdOf = async (id: string) => (await thread('ann', id)).ties.splitFrom!.tieId;

/** Mia asks about the printer, is answered, and then asks two things about Teams. */
async function talkedOn() {
  const id = await askQuestion(await world.veurne.as('mia'), {
    body: 'De printer print niets.',
    theme: null,
    key: '',
  });
  await answerQuestion(await world.veurne.as('ann'), id, { body: 'Zet hem aan.', theme: null });
  const messages = [
    await back(id, 'En Teams heeft geen geluid.'),
    await back(id, 'Ook niet met de headset.'),
  ];
  return { id, messages };
}

describe('splitting', () => {
  it('makes a question of its own of what was written about something else', async () => {
    const { id, messages } = await talkedOn();
    const before = await thread('mia', id);
    const own = await split(id, messages.toReversed());
    const { question, asker, holder, steps, ties, ...rest } = await thread('ann', own);
    expect(question).toMatchObject({
      title: 'En Teams heeft geen geluid',
      body: 'En Teams heeft geen geluid.',
      theme: 'teams',
      state: 'claimed',
      askedAt: before.messages[1]!.writtenAt,
    });
    expect([asker?.firstName, holder?.firstName, bodies(rest)]).toEqual([
      'Mia',
      'Ann',
      ['Ook niet met de headset.'],
    ]);
    expect([steps.map(({ reason }) => reason.kind), ties.splitFrom?.id]).toEqual([['claimed'], id]);
    const first = await thread('mia', id);
    expect([bodies(first), first.ties.splitOff.map((one) => one.id)]).toEqual([['Zet hem aan.'], [own]]);
    expect((await thread('mia', own)).can).toMatchObject({ writeBack: true, closeAsAsker: true });
  });

  it('is for the helper, with a message of the asker, and never under cover', async () => {
    const { veurne, koksijde } = world;
    const { id, messages } = await talkedOn();
    await expect(split(id, messages, 'mia')).rejects.toBeInstanceOf(Forbidden);
    await expect(split(id, messages, 'lies')).rejects.toBeInstanceOf(NotFound);
    await expect(splitQuestion(await koksijde.as('ann'), id, { messages })).rejects.toBeInstanceOf(NotFound);
    const [answer] = (await thread('ann', id)).messages;
    for (const none of [[], ['nonsense'], [answer!.id]])
      await expect(split(id, none)).rejects.toBeInstanceOf(Invalid);
    await asOwner('update question set under_cover = true where id = $1', [id]);
    await expect(split(id, messages)).rejects.toBeInstanceOf(Forbidden);
    await asOwner('update question set under_cover = false where id = $1', [id]);
    await closeAsAsker(await veurne.as('mia'), id, { helped: true });
    await split(id, messages);
  });
});

describe('undoing a split', () => {
  it('puts everything back, in order, also what was written since; the words that wait for a helper wait on', async () => {
    const { id, messages } = await talkedOn();
    const before = (await thread('mia', id)).messages;
    const own = await split(id, messages);
    const later = await back(own, 'Met de andere headset wel.');
    expect(await undo(await splitIdOf(own))).toBe(id);
    const after = await thread('mia', id);
    expect(after.messages.slice(0, 3)).toEqual(before);
    expect(after.messages.map((one) => one.id)).toEqual([...before.map((one) => one.id), later]);
    expect(after.question).toMatchObject({ state: 'waiting', holderId: world.veurne.personId('ann') });
    const empty = await thread('mia', own);
    expect([empty.question.title, empty.question.body, empty.messages]).toEqual(['', '', []]);
    expect(empty.ties.returnedTo?.id).toBe(id);
    expect(await rowsOf('search_document', `subject_id = '${own}'`)).toEqual([]);
  });

  it('keeps an answer once that went to both while they were answered together with a third', async () => {
    const { veurne } = world;
    const { id, messages } = await talkedOn();
    const stuck = { body: 'Lukt niet.', stuck: true };
    await writeBack(await veurne.as('mia'), id, stuck);
    const own = await split(id, messages);
    const third = await askQuestion(await veurne.as('karel'), { body: 'Papier op.', theme: null, key: '' });
    const ann = await veurne.as('ann');
    const merges = [
      await mergeQuestions(ann, { fromId: id, intoId: third }),
      await mergeQuestions(ann, { fromId: own, intoId: third }),
    ];
    await answerQuestion(ann, third, { body: 'Voor ieder.', theme: null });
    for (const mergeId of merges) await undoMerge(ann, mergeId);
    await undo(await splitIdOf(own));
    expect(bodies(await thread('mia', id)).filter((body) => body === 'Voor ieder.')).toHaveLength(1);
  });

  it('comes after what was merged or split since, happens once, and is not for others', async () => {
    const { veurne, brugge } = world;
    const { id, messages } = await talkedOn();
    const own = await split(id, messages);
    const splitId = await splitIdOf(own);
    const other = await askQuestion(await veurne.as('karel'), { body: 'Geen geluid.', theme: null, key: '' });
    await claimQuestion(await veurne.as('ann'), other);
    await mergeQuestions(await veurne.as('ann'), { fromId: own, intoId: other });
    await expect(undo(splitId)).rejects.toMatchObject({ reason: 'helpline_split_undo_newer_first' });
    await closeAsAsker(await veurne.as('karel'), other, { helped: false });
    await expect(undo(splitId, 'mia')).rejects.toBeInstanceOf(Forbidden);
    await expect(undo(splitId, 'lies')).rejects.toBeInstanceOf(NotFound);
    await expect(undoSplit(await brugge.as('ann'), splitId)).rejects.toBeInstanceOf(NotFound);
    await undo(splitId);
    await expect(undo(splitId)).rejects.toMatchObject({ reason: 'helpline_split_undone_already' });
  });
});
