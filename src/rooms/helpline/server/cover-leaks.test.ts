import { beforeAll, describe, expect, it, vi } from 'vitest';
import { NotFound } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { log } from '#platform/server/log.ts';
import { keepMailInMemory } from '#platform/server/mail.ts';
import type { Actor } from '#platform/server/scope.ts';
import { unseal } from '#platform/server/secrets.ts';
import { waitingForMe } from '#rooms/notifications/server/index.ts';
import { actorFor } from '#rooms/people/server/index.ts';
import { search } from '#rooms/search/server/index.ts';
import { people } from '../../../../tests/support/town.ts';
import { asOwner } from '../../../../tests/support/database.ts';
import { runMailJobs, sendDue } from '../../../../tests/support/mail-jobs.ts';
import { useWorld, type Name } from '../../../../tests/support/world.ts';
import { ask } from './asking.world.ts';
import { everyRow, listen, plant, silentFor, type Planted } from './cover.world.ts';
import {
  answerQuestion,
  askQuestion,
  callIn,
  claimQuestion,
  findQuestions,
  helperSide,
  listsForMe,
  passOn,
  questionsInShort,
  questionsISee,
  questionsListed,
  questionThread,
  suggestAnswers,
  takeBack,
  writeBack,
  writeNote,
} from './index.ts';
import { myQuestions, questionsForMe } from './listing.world.ts';

/**
 * The attack: a question is asked under cover, everybody is silent, somebody further on answers, the asker writes
 * back, is stuck, an expert is called in. Then everybody looks for the name everywhere.
 */
const world = useWorld();
const sent = keepMailInMemory();
const body = 'Hoe zet ik een handtekening onder mijn mails zonder dat iemand weet dat ik het niet weet?';
const logged: unknown[] = [];

let planted: Planted;
let asker: Actor;
let question: string;
let had: string[];
let heard: string[];

const personNamed = (name: Name) => world.veurne.personId(name);
const actorOf = async (personId: string) => (await actorFor(world.veurne.id, personId))!.actor;

beforeAll(async () => {
  for (const level of ['info', 'warn', 'error'] as const)
    vi.spyOn(log, level).mockImplementation((...said: unknown[]) => void logged.push(said));
  const { veurne } = world;
  const ear = await listen();
  heard = ear.heard;
  planted = await plant(veurne);
  asker = await actorOf(planted.personId);
  question = await askQuestion(asker, {
    ...ask,
    body,
    way: 'cover',
    coachId: personNamed('lies'),
    key: newId(),
  });
  await writeNote(await veurne.as('lies'), question, { body: 'Dit had ik al eens uitgelegd.' });
  had = await silentFor(veurne, question, 6);
  const helper = await actorOf(had.at(-1)!);
  await passOn(helper, question);
  await takeBack(helper, question);
  await claimQuestion(helper, question);
  const expert = await callIn(helper, question, { personId: null, note: 'Weet jij dit?' });
  await answerQuestion(helper, question, { body: 'Ga naar Opties.', theme: 'outlook' });
  await writeBack(asker, question, { body: 'Ik zie dat knopje niet.', stuck: false });
  await writeBack(asker, question, { body: 'Ik vind het nog niet.', stuck: true });
  const last = { body: 'Het staat onder Berichten.', theme: null };
  await answerQuestion(await actorOf(expert.personId), question, last);
  await runMailJobs(veurne);
  await sendDue(veurne);
  await vi.waitFor(() => expect(heard.length).toBeGreaterThan(0));
  ear.stop();
}, 60_000);

const names = Object.keys(people) as Name[];
const others = () => [...names.map(personNamed), ...planted.keptOff.filter((id) => id !== planted.personId)];
const mayKnow = () => personNamed('lies');
const tells = (text: string) => planted.words.filter((word) => text.includes(word));

describe('who asked under cover', () => {
  it('was not near any of those who had it', () => {
    expect(had[0]).toBe(mayKnow());
    expect(new Set(had).size).toBeGreaterThan(4);
    expect(had.filter((id) => planted.keptOff.includes(id))).toEqual([]);
  });

  it('stands in no row that has the question too, whoever looks past the verbs', async () => {
    for (const personId of [null, ...others()]) {
      const rows = await everyRow(world.veurne, personId);
      expect(rows.length).toBeGreaterThan(100);
      const both = rows.filter(({ text }) => text.includes(question) && tells(text).length > 0);
      const allowed = personId === mayKnow() ? ['public.question_asker'] : [];
      expect(
        both.map(({ table }) => table),
        String(personId),
      ).toEqual(allowed);
    }
  });

  it('is not known from being told: notifications, queue, log of acts', async () => {
    for (const personId of [null, ...others()]) {
      const rows = await everyRow(world.veurne, personId);
      const told = rows.filter(({ table }) => /notification|pgboss|activity|demo_mail|question/.test(table));
      const leaks = told.filter(
        ({ text, table }) => tells(text).length > 0 && table !== 'public.question_asker',
      );
      expect(leaks, String(personId)).toEqual([]);
    }
  });

  it('is opened by no seal that was moved to another question', async () => {
    const [row] = await asOwner<{ sealed_asker: string }>('select sealed_asker from question where id = $1', [
      question,
    ]);
    const open = (about: string) => unseal(row!.sealed_asker, { purpose: 'sealed askers', about });
    expect(open(question)).toBe(planted.personId);
    expect(open(newId())).toBeNull();
  });

  it('is read by no verb of anybody else', async () => {
    for (const personId of others()) {
      const who = await actorOf(personId);
      const seen = await readAll(who);
      const found = tells(JSON.stringify(seen));
      expect(found, String(personId)).toEqual(personId === mayKnow() ? ['Wilhelmina', 'Zonderling'] : []);
    }
    expect(tells(JSON.stringify(await questionThread(world.veurne.system, question)))).toEqual([]);
  });

  it('is not read by a program, nor is the question', async () => {
    for (const actor of [asker, await actorOf(mayKnow())]) {
      const program: Actor = { ...actor, kind: 'integration', tokenId: newId() };
      await expect(questionThread(program, question)).rejects.toBeInstanceOf(NotFound);
      expect(
        JSON.stringify(await questionsISee(program, { limit: 100, state: null, after: null })),
      ).not.toContain(question);
    }
  });

  it('is in no mail but a neutral one to the asker, without a way to the question', () => {
    const address = `${planted.personId}@hired.example`;
    const own = sent.filter(({ to }) => to.address === address);
    const elsewhere = sent.filter(({ to }) => to.address !== address);
    expect(own.length).toBeGreaterThan(5);
    expect(new Set(own.map(({ subject }) => subject))).toEqual(new Set(['Er is iets nieuws bij je vraag']));
    for (const { text, html } of own)
      for (const word of [question, 'Opties', 'Berichten', 'handtekening', 'Lies'])
        expect(text + html).not.toContain(word);
    expect(elsewhere.length).toBeGreaterThan(5);
    expect(tells(JSON.stringify(elsewhere))).toEqual([]);
    expect(JSON.stringify(elsewhere)).not.toContain('handtekening onder');
  });

  it('is in no line of the log', () => {
    expect(tells(JSON.stringify(logged))).toEqual([]);
  });

  it('cannot be heard from what the database announces at the same moment', () => {
    expect(heard.length).toBeGreaterThan(5);
    expect(heard.filter((payload) => payload.includes(question) || tells(payload).length > 0)).toEqual([]);
  });

  it('sees what is new, as with any question', async () => {
    expect((await waitingForMe(asker)).unseen).toBe(1);
    const { rows } = await myQuestions(asker, { limit: 9 });
    expect(rows).toMatchObject([{ id: question, isNew: true, isMine: true }]);
    const thread = await questionThread(asker, question);
    expect(thread.asker).toEqual({ firstName: 'Wilhelmina', lastName: 'Zonderling' });
    expect((await waitingForMe(asker)).unseen).toBe(0);
  });
});

/** Everything that somebody may read about questions, as one heap. */
async function readAll(who: Actor): Promise<unknown[]> {
  const quiet = <Result>(work: Promise<Result>) =>
    work.catch((error: unknown) => {
      expect(error).toBeInstanceOf(NotFound);
      return null;
    });
  return [
    await quiet(questionThread(who, question)),
    await quiet(helperSide(who, question)),
    await listsForMe(who),
    await findQuestions(who, { text: 'Wilhelmina handtekening', limit: 20 }),
    await questionsListed(who, { list: 'mine', theme: null, search: '', after: null, limit: 60 }),
    await myQuestions(who, { limit: 60 }),
    await questionsForMe(who),
    await questionsISee(who, { limit: 100, state: null, after: null }),
    who.may('questionsInShort') ? await questionsInShort(who) : [],
    await suggestAnswers(who, body),
    await search(who, { text: 'Wilhelmina handtekening', kinds: [], limit: 20 }),
    await waitingForMe(who),
  ];
}
