import { beforeAll, describe, expect, it } from 'vitest';
import { NotFound } from '../../src/platform/errors.ts';
import { keepMailInMemory } from '../../src/platform/server/mail.ts';
import { daily, sweeps } from '../../src/registry.server.ts';
import {
  answerFollowUp,
  answerQuestion,
  askQuestion,
  callIn,
  followUpsForMe,
  guidancesHere,
  proposeFollowUp,
  publishProblem,
  questionThread,
  sayComing,
  standardAnswersHere,
  startGuidance,
  writeBack,
  writeStandardAnswer,
} from '../../src/rooms/helpline/server/index.ts';
import { messagesOf } from '../../src/rooms/helpline/shown.ts';
import { actorFor, addDropIn, giveRole, planLeaving } from '../../src/rooms/people/server/index.ts';
import { tipHere, writeTip } from '../../src/rooms/tips/server/index.ts';
import { programOf } from '../api/calling.ts';
import { asOwner, travelTo } from '../support/database.ts';
import { everyPage, textOf } from '../support/every-page.ts';
import { sendDue } from '../support/mail-jobs.ts';
import { mondayMorning, rowsOf, useWorld, type Name, type Town } from '../support/world.ts';

/**
 * Ann, who left everything a coach can leave, goes on Friday. On Saturday everybody looks for her on every page and in
 * the API. In Koksijde works somebody of the same name, with the same history, who stays.
 */
const world = useWorld();
const sent = keepMailInMemory();
const friday = '2026-11-27';
const saturday = '2026-11-28 10:00';
const words = ['Annelore', 'Zonderling', 'annelore@'];

type History = Awaited<ReturnType<typeof livedIn>>;
let [veurne, koksijde]: History[] = [];

const outlook = 'outlook' as const;
const ask = async (town: Town, by: Name, body: string, more: object = {}) =>
  askQuestion(await town.as(by), { body, theme: outlook, key: '', ...more });

/** All that may carry a coach's name, as it comes about. */
async function livedIn(town: Town) {
  const [ann, mia] = [await town.as('ann'), await town.as('mia')];
  await asOwner(
    `update person set first_name = 'Annelore', last_name = 'Zonderling',
            email = 'annelore@' || split_part(email, '@', 2), phone = '058 12 34 56' where id = $1`,
    [town.personId('ann')],
  );
  const id = (name: Name) => town.personId(name);
  const answered = await ask(town, 'mia', 'Hoe maak ik een lijst?');
  await answerQuestion(ann, answered, { body: 'Zo.', theme: null });
  await sayComing(ann, answered, { way: 'visit', when: '' });
  const waits = await ask(town, 'karel', 'Waar staat mijn handtekening?');
  const cover = await ask(town, 'omer', 'Wat is een map?', { way: 'cover', coachId: id('ann') });
  const lies = await ask(town, 'omer', 'Mijn mail is weg.');
  await callIn(await town.as('lies'), lies, { personId: null, note: 'Weet iemand dit?' });
  const asked = await ask(town, 'ann', 'Hoe werkt dit?');
  const followUp = await proposeFollowUp(ann, { personId: id('mia'), comeOn: '2026-12-02', key: '' });
  await answerFollowUp(mia, followUp, true);
  await startGuidance(ann, { personIds: [id('mia')], goal: 'Teams', key: '' });
  await startGuidance(await town.as('lies'), { personIds: [id('ann')], goal: 'Tabellen', key: '' });
  await writeStandardAnswer(ann, { title: 'Eigen', body: 'Tekst', shared: false });
  const problem = await publishProblem(ann, { line: 'De printer hapert.', theme: 'printing' });
  const { id: tip } = await writeTip(ann, {
    ...{ title: 'Een lijst maken', body: 'Klik op Invoegen.', theme: outlook },
  } as never);
  await addDropIn(ann, id('ann'), {
    ...{ firstOn: '2026-12-01', everyWeeks: 1, lastOn: null, startsAt: '09:00', endsAt: '10:00' },
    place: 'Refter',
  });
  return { ids: { question: answered, tip, problem }, waits, cover, lies, asked, followUp };
}

beforeAll(async () => {
  await travelTo(mondayMorning);
  veurne = await livedIn(world.veurne);
  koksijde = await livedIn(world.koksijde);
  await planLeaving(await world.veurne.as('cora'), world.veurne.personId('ann'), {
    ...{ kind: 'job', lastDay: friday, word: 'Tot ziens!' },
    ...{ keeperId: world.veurne.personId('lies'), dropInsTo: null, standsInId: null },
  });
  await travelTo('2026-11-27 09:00');
  await everySweep();
  sent.length = 0;
  await travelTo(saturday);
  await everySweep();
}, 120_000);

async function everySweep() {
  for (const town of [world.veurne, world.koksijde])
    for (const sweep of Object.values(sweeps)) await sweep(town.system);
}

const readers: Name[] = ['mia', 'omer', 'lies', 'cora', 'ada', 'mara'];

const pagesOf = (town: Town, history: History) =>
  everyPage({
    ...{ ...history.ids, person: town.personId('lies'), unit: town.unitId('Burgerzaken') },
    ...{ followUp: history.followUp, version: '1' },
  });

const found = (text: string) => words.filter((word) => text.includes(word));

describe('the pages', () => {
  it('show nobody who is gone, whoever looks', async () => {
    const pages = await pagesOf(world.veurne, veurne!);
    expect(pages.length).toBeGreaterThan(30);
    let read = 0;
    for (const reader of readers)
      for (const page of pages) {
        const text = await textOf(world.veurne, reader, page);
        read += text.length > 2 ? 1 : 0;
        expect(found(text), `${reader} ${page.folder}`).toEqual([]);
      }
    expect(read).toBeGreaterThan(150);
  }, 120_000);

  it('show their namesake elsewhere as before', async () => {
    const pages = await pagesOf(world.koksijde, koksijde!);
    const texts = await Promise.all(pages.map((page) => textOf(world.koksijde, 'mia', page)));
    expect(texts.filter((text) => text.includes('Annelore Zonderling')).length).toBeGreaterThan(3);
    const { holder } = await questionThread(await world.koksijde.as('mia'), koksijde!.ids.question);
    expect(holder).toEqual({ firstName: 'Annelore', lastName: 'Zonderling' });
  });

  it('nor do programs', async () => {
    const paths = ['/people?limit=100', '/tips', '/problems', '/units', '/search?q=lijst', '/questions'];
    const acting = { 'on-behalf-of': world.veurne.personId('mia') };
    const [here, there] = [await programOf(world.veurne), await programOf(world.koksijde)];
    for (const path of [...paths, `/coverage?unit=${world.veurne.unitId('Burgerzaken')}`]) {
      const { text } = await here('GET', path, { headers: acting });
      expect(found(text), path).toEqual([]);
    }
    const { text } = await here('GET', `/questions/${veurne!.ids.question}`, { headers: acting });
    expect(found(text)).toEqual([]);
    expect((await there('GET', '/people?limit=100')).text).toContain('Annelore');
  });
});

describe('history', () => {
  it('says een digicoach, and of who only asked een collega', async () => {
    const thread = await questionThread(await world.veurne.as('mia'), veurne!.ids.question);
    const helper = messagesOf(thread).filter(({ fromAsker }) => !fromAsker);
    expect(new Set(helper.map(({ name }) => name))).toEqual(new Set(['Een digicoach']));
    expect(helper[0]?.initials).toBe('');
    await asOwner(`update appointment set ends_on = '2026-11-27' where person_id = $1`, [
      world.veurne.personId('karel'),
    ]);
    const [row] = await rowsOf('question', `id = '${veurne!.waits}'`);
    const who = (await actorFor(world.veurne.id, row?.holder_id as string))!.actor;
    const { asker } = await questionThread(who, veurne!.waits);
    expect(asker).toMatchObject({ firstName: '', lastName: 'gone:colleague' });
    await asOwner('update appointment set ends_on = null where person_id = $1', [
      world.veurne.personId('karel'),
    ]);
  });
});

describe('what stood with them', () => {
  it('went on to others, and promises were called off kindly', async () => {
    for (const id of [veurne!.waits, veurne!.cover]) {
      const [row] = await rowsOf('question', `id = '${id}'`);
      expect(row).toMatchObject({ state: 'waiting' });
      expect(row?.holder_id).not.toBe(world.veurne.personId('ann'));
    }
    expect(await rowsOf('question', `id = '${veurne!.asked}'`)).toMatchObject([{ state: 'closed' }]);
    const mia = await world.veurne.as('mia');
    expect(await rowsOf('follow_up', `id = '${veurne!.followUp}'`)).toMatchObject([{ state: 'withdrawn' }]);
    expect(JSON.stringify(await followUpsForMe(mia))).not.toContain('Annelore');
    const { messages } = await questionThread(mia, veurne!.ids.question);
    expect(messages.at(-1)?.body).toContain('help hier niet langer');
    await writeBack(mia, veurne!.ids.question, { body: 'Ik zit nog vast.', stuck: true });
    const [row] = await rowsOf('question', `id = '${veurne!.ids.question}'`);
    expect(row?.holder_id).not.toBe(world.veurne.personId('ann'));
  });

  it('kept the name of who asked under cover behind', async () => {
    const [row] = await rowsOf('question', `id = '${veurne!.cover}'`);
    const holder = (await actorFor(world.veurne.id, row?.holder_id as string))!.actor;
    expect((await questionThread(holder, veurne!.cover)).asker).toBeNull();
    expect((await questionThread(await world.veurne.as('omer'), veurne!.cover)).seesName).toBeNull();
  });

  it('is kept by whoever was chosen, who heard it once', async () => {
    const tip = await tipHere(await world.veurne.as('lies'), veurne!.ids.tip);
    expect(tip.ownerId).toBe(world.veurne.personId('lies'));
    const told = await rowsOf('notification', `kind = 'tip.passed_to_you'`);
    expect(told).toMatchObject([{ person_id: world.veurne.personId('lies'), particulars: { tips: '1' } }]);
    expect(await rowsOf('known_problem', `id = '${veurne!.ids.problem}'`)).toMatchObject([
      { published_by: world.veurne.personId('lies') },
    ]);
    expect(await rowsOf('drop_in', 'stopped_at is not null')).toHaveLength(1);
    expect(await rowsOf('standard_answer', 'removed_at is not null')).toHaveLength(1);
  });

  it('is untouched elsewhere', async () => {
    const ann = await world.koksijde.as('ann');
    expect((await guidancesHere(ann)).open).toHaveLength(1);
    expect(await standardAnswersHere(ann)).toHaveLength(1);
    expect(await rowsOf('follow_up', `id = '${koksijde!.followUp}'`)).toMatchObject([{ state: 'agreed' }]);
  });
});

describe('whoever is gone', () => {
  it('was thanked on the last day, and hears nothing more', async () => {
    await sendDue(world.veurne);
    const theirs = `person_id = '${world.veurne.personId('ann')}'`;
    expect(await rowsOf('notification', `${theirs} and kind = 'leaving.thanks'`)).toHaveLength(1);
    expect(await rowsOf('notification', `${theirs} and (seen_at is null or mail = 'waiting')`)).toEqual([]);
    const [person] = await rowsOf('person', `id = '${world.veurne.personId('ann')}'`);
    expect(sent.filter(({ to }) => to.address === person?.email)).toEqual([]);
  });

  it('is nobody here any more, and has a notebook for 30 days in case it was a mistake', async () => {
    expect(await actorFor(world.veurne.id, world.veurne.personId('ann'))).toBeNull();
    expect(await actorFor(world.koksijde.id, world.koksijde.personId('ann'))).not.toBeNull();
    await expect(
      planLeaving(await world.veurne.as('cora'), world.veurne.personId('ann'), {
        ...{ kind: 'job', lastDay: '2026-12-01', word: null },
        ...{ keeperId: null, dropInsTo: null, standsInId: null },
      }),
    ).rejects.toThrow(NotFound);
    const notebooks = () => rowsOf('guidance', `coach_id = '${world.veurne.personId('ann')}'`);
    await daily['helpline.forgetGuidance']!(world.veurne.system);
    expect(await notebooks()).toHaveLength(1);
    await travelTo('2026-12-29 10:00');
    await daily['helpline.forgetGuidance']!(world.veurne.system);
    expect(await notebooks()).toEqual([]);
    expect(await rowsOf('guidance')).toHaveLength(3);
    await travelTo(saturday);
  });

  it('is themself again when they are back, with a role that is given anew', async () => {
    const ann = world.veurne.personId('ann');
    await asOwner('update appointment set ends_on = null where person_id = $1', [ann]);
    const { holder, messages } = await questionThread(await world.veurne.as('mia'), veurne!.ids.question);
    expect(holder).not.toBeNull();
    expect(messages[0]?.author).toEqual({ firstName: 'Annelore', lastName: 'Zonderling' });
    expect((await actorFor(world.veurne.id, ann))?.actor.roles).toEqual([]);
    await giveRole(await world.veurne.as('cora'), { personId: ann, kind: 'coach' });
    expect((await actorFor(world.veurne.id, ann))?.actor.roles).toMatchObject([{ kind: 'coach' }]);
  });
});
