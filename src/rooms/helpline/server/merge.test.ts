import { beforeEach, describe, expect, it } from 'vitest';
import { Conflict, Forbidden, NotFound } from '#platform/errors.ts';
import { markAway } from '#rooms/people/server/index.ts';
import { asOwner, travelTo } from '../../../../tests/support/database.ts';
import { mondayMorning, rowsOf, useWorld, type Name } from '../../../../tests/support/world.ts';
import {
  answerQuestion,
  askQuestion,
  claimQuestion,
  closeAsAsker,
  closeAsHelper,
  mergeQuestions,
  passOn,
  questionsToMerge,
  questionThread,
  undoMerge,
  writeBack,
} from './index.ts';
import { moveSilentQuestions } from './move.ts';

const world = useWorld();

beforeEach(async () => {
  await travelTo(mondayMorning);
  await asOwner('delete from absence');
  await asOwner('truncate question, notification, search_document cascade');
});

const ask = async (by: Name, body: string) =>
  askQuestion(await world.veurne.as(by), { body, theme: null, key: '' });
const thread = async (by: Name, id: string) => questionThread(await world.veurne.as(by), id);
const answer = async (by: Name, id: string, body: string) =>
  answerQuestion(await world.veurne.as(by), id, { body, theme: null });
const back = async (by: Name, id: string, body: string, stuck = false) =>
  writeBack(await world.veurne.as(by), id, { body, stuck });
const bodies = ({ messages }: { messages: { body: string }[] }) => messages.map(({ body }) => body);

/** Mia and Karel have the same trouble; Ann answers Karel's together with Mia's. */
async function merged() {
  const intoId = await ask('mia', 'De printer op de gang print niets.');
  const fromId = await ask('karel', 'Ik krijg geen papier uit de printer.');
  const mergeId = await mergeQuestions(await world.veurne.as('ann'), { fromId, intoId });
  return { intoId, fromId, mergeId };
}

describe('merging', () => {
  it('gives the helper both threads with names, and one answer to each asker alone', async () => {
    const { intoId, fromId } = await merged();
    const [joined] = (await thread('ann', intoId)).ties.joined;
    expect(joined).toMatchObject({ id: fromId, asker: { firstName: 'Karel' }, title: expect.any(String) });
    await answer('ann', intoId, 'Zet hem eens uit en aan.');
    const mia = await thread('mia', intoId);
    const karel = await thread('karel', fromId);
    expect([bodies(mia), bodies(karel)]).toEqual([
      ['Zet hem eens uit en aan.'],
      ['Zet hem eens uit en aan.'],
    ]);
    expect([mia.ties.joined, karel.question.state]).toEqual([[], 'answered']);
    expect(JSON.stringify(mia)).not.toMatch(/Karel|geen papier/);
    expect(JSON.stringify({ ...karel, question: { ...karel.question, mergedInto: null } })).not.toMatch(
      new RegExp(`Mia|op de gang|${intoId}`),
    );
    const rows = await rowsOf('question_message', 'sent_together is not null');
    expect(new Set(rows.map((row) => row.sent_together)).size).toBe(1);
    const told = await rowsOf('notification', "kind = 'question.answered'");
    expect(told.map((row) => [row.person_id, row.subject_id]).sort()).toEqual(
      [
        [world.veurne.personId('mia'), intoId],
        [world.veurne.personId('karel'), fromId],
      ].sort(),
    );
  });

  it('brings what the other asker writes to the helper, and moves on with the one that leads', async () => {
    const { intoId, fromId } = await merged();
    await back('karel', fromId, 'Het is de printer op de eerste.');
    expect((await thread('ann', intoId)).ties.joined[0]?.messages).toMatchObject([
      { sender: 'asker', body: 'Het is de printer op de eerste.' },
    ]);
    expect(bodies(await thread('mia', intoId))).toEqual([]);
    const [told] = await rowsOf('notification', "kind = 'question.written_back'");
    expect([told?.person_id, told?.subject_id]).toEqual([world.veurne.personId('ann'), intoId]);
    await passOn(await world.veurne.as('ann'), intoId);
    const karel = await thread('karel', fromId);
    expect([karel.holder?.firstName, karel.steps.at(-1)?.name.firstName]).toEqual(['Bram', 'Bram']);
    expect((await thread('bram', intoId)).ties.joined[0]?.asker?.firstName).toBe('Karel');
    const moved = await rowsOf('notification', "kind = 'question.moved_on'");
    expect(moved.map((row) => row.subject_id).sort()).toEqual([intoId, fromId].sort());
  });

  it('is for who has or may claim both; not their own, not what is closed, never under cover', async () => {
    const { veurne, brugge } = world;
    const intoId = await ask('mia', 'Waar staat de scanner?');
    const fromId = await ask('karel', 'Welke scanner is de onze?');
    const both = { fromId, intoId };
    await expect(mergeQuestions(await veurne.as('mia'), both)).rejects.toBeInstanceOf(NotFound);
    await expect(mergeQuestions(await brugge.as('ann'), both)).rejects.toBeInstanceOf(NotFound);
    await expect(mergeQuestions(await veurne.as('lies'), both)).rejects.toBeInstanceOf(NotFound);
    const ann = await veurne.as('ann');
    await expect(mergeQuestions(ann, { fromId, intoId: fromId })).rejects.toBeInstanceOf(Forbidden);
    for (const column of ['outside_unit = true', "urgent = 'clicked'", 'under_cover = true']) {
      await asOwner(`update question set ${column}, sealed_asker = null where id = $1`, [fromId]);
      await expect(mergeQuestions(ann, both)).rejects.toBeInstanceOf(Forbidden);
      await expect(mergeQuestions(ann, { fromId: intoId, intoId: fromId })).rejects.toBeInstanceOf(Forbidden);
      await asOwner(
        'update question set outside_unit = false, urgent = null, under_cover = false where id = $1',
        [fromId],
      );
    }
    await closeAsAsker(await veurne.as('karel'), fromId, { helped: true });
    await expect(mergeQuestions(ann, both)).rejects.toBeInstanceOf(Conflict);
  });

  it('offers first what looks alike, and only what may go together', async () => {
    const { veurne, brugge } = world;
    const intoId = await ask('mia', 'De badge opent de poort niet.');
    const alike = await ask('karel', 'Mijn badge werkt niet aan de poort.');
    const other = await ask('mara', 'Hoe deel ik mijn agenda?');
    const urgent = await ask('karel', 'De poort en de badge.');
    await asOwner("update question set urgent = 'clicked' where id = $1", [urgent]);
    const ann = await veurne.as('ann');
    const offered = await questionsToMerge(ann, intoId, { search: '' });
    expect(offered.alike.map(({ id }) => id)).toEqual([alike]);
    expect(offered.others.map(({ id }) => id)).toEqual([other]);
    const searched = await questionsToMerge(ann, intoId, { search: 'agenda' });
    expect([searched.alike.map(({ id }) => id), searched.others]).toEqual([[other], []]);
    await expect(questionsToMerge(await veurne.as('mia'), intoId, { search: '' })).rejects.toBeInstanceOf(
      Forbidden,
    );
    await expect(questionsToMerge(await brugge.as('ann'), intoId, { search: '' })).rejects.toBeInstanceOf(
      NotFound,
    );
  });

  it('does not pile up: what others wait with stays in front', async () => {
    const { intoId } = await merged();
    const third = await ask('bram', 'Printen gaat niet.');
    const ann = await world.veurne.as('ann');
    await expect(mergeQuestions(ann, { fromId: intoId, intoId: third })).rejects.toMatchObject({
      reason: 'helpline_merge_other_way',
    });
    await mergeQuestions(ann, { fromId: third, intoId });
    expect((await thread('ann', intoId)).ties.joined).toHaveLength(2);
  });

  it('two coaches at the same moment: one merge, and nobody hangs', async () => {
    const intoId = await ask('mia', 'Toner is op.');
    const fromId = await ask('karel', 'Geen toner meer.');
    const ann = await world.veurne.as('ann');
    const outcomes = await Promise.allSettled([
      mergeQuestions(ann, { fromId, intoId }),
      mergeQuestions(ann, { fromId: intoId, intoId: fromId }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { reason: 'helpline_merge_meanwhile' },
    });
  });
});

describe('undoing a merge', () => {
  const undo = async (mergeId: string, by: Name = 'ann') => undoMerge(await world.veurne.as(by), mergeId);

  it('puts everything back as it was, with the same helper and the same moment', async () => {
    const fromId = await ask('karel', 'Mijn scherm blijft zwart.');
    const intoId = await ask('mia', 'Zwart scherm.');
    const [before] = await rowsOf('question', `id = '${fromId}'`);
    const mergeId = await mergeQuestions(await world.veurne.as('ann'), { fromId, intoId });
    expect(await undo(mergeId)).toEqual({ fromId, intoId });
    const [after] = await rowsOf('question', `id = '${fromId}'`);
    expect({ ...after, changed_at: null }).toEqual({ ...before, changed_at: null });
    expect((await thread('karel', fromId)).steps.map((step) => step.ending)).toEqual([null]);
    expect((await thread('ann', intoId)).ties.joined).toEqual([]);
    await expect(undo(mergeId)).rejects.toMatchObject({ reason: 'helpline_merge_undone_already' });
  });

  it('leaves answered what was answered together, and the answer in both', async () => {
    const { intoId, fromId, mergeId } = await merged();
    await answer('ann', intoId, 'De stekker zat los.');
    await undo(mergeId);
    const karel = await thread('karel', fromId);
    expect([karel.question.state, karel.holder?.firstName, bodies(karel)]).toEqual([
      'answered',
      'Ann',
      ['De stekker zat los.'],
    ]);
    await answer('ann', intoId, 'Alleen voor Mia.');
    expect(bodies(await thread('karel', fromId))).toEqual(['De stekker zat los.']);
  });

  it('places it anew when its moment has passed, or its helper went away', async () => {
    const late = await merged();
    await claimQuestion(await world.veurne.as('ann'), late.intoId);
    await travelTo('2026-11-24 11:00');
    await undo(late.mergeId);
    const { question, steps } = await thread('karel', late.fromId);
    expect([question.state, steps.at(-1)?.reason.kind]).toEqual(['waiting', 'again']);
    expect(question.waitsUntil!.getTime()).toBeGreaterThan(new Date('2026-11-24T10:00:00Z').getTime());
    const gone = await merged();
    const ann = await world.veurne.as('ann');
    await markAway(ann, world.veurne.personId('ann'), { until: null });
    await undo(gone.mergeId);
    expect((await thread('karel', gone.fromId)).holder?.firstName).toBe('Bram');
  });

  it('is for who has the one that leads or merged them, and for nobody elsewhere', async () => {
    const { mergeId } = await merged();
    await expect(undo(mergeId, 'karel')).rejects.toBeInstanceOf(NotFound);
    await expect(undoMerge(await world.brugge.as('ann'), mergeId)).rejects.toBeInstanceOf(NotFound);
    await expect(undo('not-an-id')).rejects.toBeInstanceOf(NotFound);
    await undo(mergeId);
  });
});

describe('what an asker does with a merged question', () => {
  it('closing it ends the merge, and counts no tap before there was an answer', async () => {
    const { intoId, fromId } = await merged();
    await closeAsAsker(await world.veurne.as('karel'), fromId, { helped: false });
    expect((await thread('karel', fromId)).question).toMatchObject({ state: 'closed', taps: 'both' });
    expect((await thread('ann', intoId)).ties.joined).toEqual([]);
    await answer('ann', intoId, 'Opgelost.');
    expect(bodies(await thread('karel', fromId))).toEqual([]);
  });

  it('closing the one that leads lets the other go on: waiting, or answered if it got the answer', async () => {
    const waits = await merged();
    await closeAsAsker(await world.veurne.as('mia'), waits.intoId, { helped: false });
    expect((await thread('karel', waits.fromId)).question.state).toBe('waiting');
    const done = await merged();
    await answer('ann', done.intoId, 'Papier bijvullen.');
    await closeAsHelper(await world.veurne.as('ann'), done.intoId);
    expect((await thread('karel', done.fromId)).question).toMatchObject({
      state: 'answered',
      mergedInto: null,
    });
  });

  it('being stuck after the answer makes it wait alone, with a moment', async () => {
    const { intoId, fromId } = await merged();
    await answer('ann', intoId, 'Probeer lade 2.');
    await back('karel', fromId, 'Lukt niet.', true);
    const { question } = await thread('karel', fromId);
    expect(question).toMatchObject({
      state: 'waiting',
      mergedInto: null,
      holderId: world.veurne.personId('ann'),
    });
    expect((await thread('mia', intoId)).question.state).toBe('answered');
    await travelTo(new Date(question.waitsUntil!.getTime() + 1_000));
    await moveSilentQuestions(world.veurne.system);
    expect((await thread('karel', fromId)).holder?.firstName).toBe('Bram');
  });
});
