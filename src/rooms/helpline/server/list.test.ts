import { sql, type RawBuilder } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { inOrganisation } from '#platform/server/scope.ts';
import { search } from '#rooms/search/server/index.ts';
import { asOwner, travelTo } from '../../../../tests/support/database.ts';
import { mondayMorning, useWorld, type Name } from '../../../../tests/support/world.ts';
import { listNames, type ListName } from '../listing.ts';
import {
  answerQuestion,
  askQuestion,
  claimQuestion,
  closeAsAsker,
  findQuestions,
  listsForMe,
  questionsListed,
  splitQuestion,
  suggestAnswers,
  undoSplit,
  questionThread,
  writeBack,
  writeNote,
} from './index.ts';
import { narrowed } from './narrow.ts';
import { rows } from './list-rows.ts';

const world = useWorld();
const first = { theme: null, search: '', after: null, limit: 20 };

beforeEach(async () => {
  await travelTo(mondayMorning);
  await asOwner('truncate question, notification, activity, search_document cascade');
});

const ask = async (by: Name, body: string, theme: 'printing' | 'teams' | null = null) =>
  askQuestion(await world.veurne.as(by), { body, theme, key: '' });
const list = async (by: Name, name: ListName, more = {}) =>
  questionsListed(await world.veurne.as(by), { ...first, list: name, ...more });
const ids = async (by: Name, name: ListName, more = {}) =>
  (await list(by, name, more)).rows.map((row) => row.id);
const found = async (by: Name, text: string) =>
  (await findQuestions(await world.veurne.as(by), { text, limit: 20 })).map((hit) => hit.id);

describe('the lists', () => {
  it('are what waits for me, what is open in my unit, what I helped with, and what I asked', async () => {
    const { veurne } = world;
    const waits = await ask('mia', 'De printer print niets.');
    const done = await ask('karel', 'Teams heeft geen geluid.');
    await answerQuestion(await veurne.as('ann'), done, { body: 'Zo.', theme: null });
    const bramHasIt = await ask('mara', 'Waar staat mijn map?');
    await asOwner('update question set holder_id = $1 where id = $2', [veurne.personId('bram'), bramHasIt]);
    const own = await ask('ann', 'Hoe deel ik mijn agenda?');
    expect([await ids('ann', 'for_me'), await ids('ann', 'unit')]).toEqual([[waits], [bramHasIt]]);
    expect([await ids('ann', 'done'), await ids('ann', 'mine')]).toEqual([[done], [own]]);
    expect(await listsForMe(await veurne.as('ann'))).toMatchObject({ forMe: 1, unit: 1, helped: true });
    expect(await listsForMe(await veurne.as('omer'))).toMatchObject({ forMe: 0, unit: null, helped: false });
    await closeAsAsker(await veurne.as('mia'), waits, { helped: true });
    expect(await ids('ann', 'done')).toEqual([waits, done]);
    for (const name of listNames)
      expect((await questionsListed(await world.brugge.as('ann'), { ...first, list: name })).rows).toEqual(
        [],
      );
    expect((await listsForMe(await world.brugge.as('ann'))).forMe).toBe(0);
  });

  it('come page by page, each question once, whatever happens between two pages', async () => {
    const asked: string[] = [];
    for (const number of [1, 2, 3, 4, 5]) asked.push(await ask('mia', `Vraag ${number} over de printer.`));
    const one = await list('ann', 'for_me', { limit: 2 });
    await answerQuestion(await world.veurne.as('ann'), one.rows[1]!.id, { body: 'Zo.', theme: null });
    const two = await list('ann', 'for_me', { limit: 2, after: one.more });
    const three = await list('ann', 'for_me', { limit: 2, after: two.more });
    const seen = [one, two, three].flatMap(({ rows }) => rows.map((row) => row.id));
    expect(seen.toSorted()).toEqual(asked.toSorted());
    expect([one.more, two.more].map((more) => more === null)).toEqual([false, false]);
    expect(three.more).toBeNull();
    const latest = await list('mia', 'mine', { limit: 4 });
    expect(await ids('mia', 'mine', { limit: 4, after: latest.more })).toHaveLength(1);
    expect(await ids('ann', 'for_me', { after: 'no cursor' })).toHaveLength(4);
  });

  it('are narrowed to a theme; none chosen is "iets anders"', async () => {
    const teams = await ask('mia', 'Geen geluid.', 'teams');
    const none = await ask('karel', 'Iets raars.');
    expect(await ids('ann', 'for_me', { theme: 'teams' })).toEqual([teams]);
    expect(await ids('ann', 'for_me', { theme: 'other' })).toEqual([none]);
  });

  it('do not show what went back to the question it was split off from', async () => {
    const { veurne } = world;
    const id = await ask('mia', 'De printer print niets.');
    await claimQuestion(await veurne.as('ann'), id);
    const message = await writeBack(await veurne.as('mia'), id, { body: 'En Teams?', stuck: false });
    const own = await splitQuestion(await veurne.as('ann'), id, { messages: [message] });
    expect(await ids('mia', 'mine')).toHaveLength(2);
    const { ties } = await questionThread(await veurne.as('ann'), own);
    await undoSplit(await veurne.as('ann'), ties.splitFrom!.tieId);
    expect(await ids('mia', 'mine')).toEqual([id]);
  });
});

describe('searching questions', () => {
  it('finds in a list what looks like the words, also in what was written since', async () => {
    const { veurne } = world;
    const printer = await ask('mia', 'De printer op de gang print niets.');
    const other = await ask('karel', 'Hoe deel ik mijn agenda?');
    expect(await ids('ann', 'for_me', { search: 'afdrukken' })).toEqual([printer]);
    await writeBack(await veurne.as('karel'), other, { body: 'Het gaat over de badge.', stuck: false });
    expect(await ids('ann', 'for_me', { search: 'badge' })).toEqual([other]);
    expect(await ids('ann', 'unit', { search: 'badge' })).toEqual([]);
    await answerQuestion(await veurne.as('ann'), printer, { body: 'Vul de toner bij.', theme: null });
    expect(await ids('mia', 'mine', { search: 'toner' })).toEqual([printer]);
  });

  it('finds only what may be read: own, mine to help with, my unit while it is open', async () => {
    const { veurne, koksijde } = world;
    const id = await ask('mia', 'Mijn badge opent de fietsenstalling niet.');
    expect(await found('mia', 'fietsenstalling')).toEqual([id]);
    expect(await found('ann', 'fietsenstalling')).toEqual([id]);
    for (const name of ['karel', 'lies', 'cora', 'mara', 'ada', 'dora'] as const)
      expect(await found(name, 'fietsenstalling')).toEqual([]);
    expect(await findQuestions(await koksijde.as('ann'), { text: 'fietsenstalling', limit: 5 })).toEqual([]);
    await closeAsAsker(await veurne.as('mia'), id, { helped: true });
    expect(await found('ann', 'fietsenstalling')).toEqual([id]);
  });

  it('never finds a note for the asker, nor anything that was asked under cover', async () => {
    const { veurne } = world;
    const id = await ask('mia', 'Mijn scherm flikkert.');
    await claimQuestion(await veurne.as('ann'), id);
    await writeNote(await veurne.as('ann'), id, { body: 'Ze heeft een zebrapad op haar scherm.' });
    expect(await found('mia', 'zebrapad')).toEqual([]);
    const hidden = await askQuestion(await veurne.as('mia'), {
      body: 'Ik snap de giraffe niet.',
      theme: null,
      key: '',
      way: 'cover',
      coachId: veurne.personId('lies'),
    });
    await answerQuestion(await veurne.as('lies'), hidden, { body: 'De giraffe is lang.', theme: null });
    for (const name of ['mia', 'lies', 'ann'] as const) expect(await found(name, 'giraffe')).toEqual([]);
  });

  it('never shows a question among suggestions or in what everybody searches', async () => {
    const { veurne } = world;
    await ask('mia', 'Mijn fietsenstalling gaat niet open.');
    for (const name of ['mia', 'ann', 'karel'] as const) {
      const who = await veurne.as(name);
      expect(await suggestAnswers(who, 'mijn fietsenstalling gaat niet open')).toEqual([]);
      const kinds = ['question'] as unknown as [];
      for (const asked of [[], kinds] as const)
        expect(await search(who, { text: 'fietsenstalling', kinds: asked, limit: 9 })).toEqual([]);
    }
  });
});

describe('with 2,000 questions', () => {
  it('each list and search reads what is in it, and never walks through all questions', async () => {
    const { veurne } = world;
    const ann = await veurne.as('ann');
    const sample = await ask('mia', 'De printer print niets.');
    await seedAround(sample);
    const read = await inOrganisation(ann, async (tx) => {
      const most: number[] = [];
      for (const list of listNames)
        most.push(await mostRowsRead(narrowed(tx, { list, theme: null }).limit(20)));
      return most;
    });
    expect(Math.max(...read)).toBeLessThan(50);
    const whole = await veurne.inside((tx) => mostRowsRead(rows(tx)));
    expect(whole, 'what does walk through them is seen').toBeGreaterThan(2_000);
    expect(await ids('ann', 'for_me', { search: 'printer' })).toEqual([sample]);
  });

  /** Of all steps of the plan that read questions, turns or askers, the one that touched most rows. */
  async function mostRowsRead(query: {
    explain: (...how: ['json', RawBuilder<unknown>]) => Promise<unknown[]>;
  }) {
    const plan = JSON.stringify(await query.explain('json', sql`analyze`));
    const read = [
      ...plan.matchAll(
        /"Relation Name":"question(?:_step|_asker|_helper)?"[^[\]]*?"Actual Rows":([\d.]+)[^[\]]*/g,
      ),
    ];
    const removed = (text: string) => Number(text.match(/"Rows Removed by Filter":(\d+)/)?.[1] ?? 0);
    return Math.max(...read.map(([text, actual]) => Number(actual) + removed(text)));
  }

  /** Copies of one question, spread over 400 askers and helpers of Veurne who are nobody in particular. */
  async function seedAround(sample: string): Promise<void> {
    const { id, personId } = world.veurne;
    await asOwner(
      `create temp table copies as select gen_random_uuid() as copy, number from generate_series(1, 2000) as number`,
    );
    await asOwner(
      `insert into question (organisation_id, id, unit_id, theme, title, body, channel, state, asked_at, changed_at, holder_id, round_started_at, closed_at)
       select organisation_id, copy, $2::uuid, theme, title, body, channel, 'closed', asked_at - number * interval '1 hour',
              changed_at - number * interval '1 hour', $3::uuid, round_started_at, asked_at
         from question, copies where id = $1`,
      [sample, world.veurne.unitId('Bibliotheek'), personId('lies')],
    );
    await asOwner(
      `insert into question_asker (organisation_id, question_id, person_id) select $1, copy, $2 from copies`,
      [id, personId('omer')],
    );
    await asOwner(
      `insert into question_step (organisation_id, id, question_id, person_id, reason, started_at, present_from, ended_at, ending)
       select $1, gen_random_uuid(), copy, $2, '{"kind":"own_coach"}', now(), now(), now(), 'closed' from copies`,
      [id, personId('lies')],
    );
    await asOwner('analyze');
  }
});
