import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { Conflict, Forbidden, Invalid, NotFound } from '#platform/errors.ts';
import { keepMailInMemory } from '#platform/server/mail.ts';
import { inOrganisation, type Actor } from '#platform/server/scope.ts';
import { asOwner, travelTo } from '../../../../tests/support/database.ts';
import { sendDue } from '../../../../tests/support/mail-jobs.ts';
import { people } from '../../../../tests/support/town.ts';
import { mondayMorning, rowsOf, useWorld, type Name } from '../../../../tests/support/world.ts';
import { tellFollowUps } from './follow-up-told.ts';
import { asked, askedUnderCover, told } from './helping.world.ts';
import {
  answerFollowUp,
  callIn,
  claimQuestion,
  finishFollowUp,
  followUpFor,
  followUpHere,
  followUpsForMe,
  followUpsIn,
  passOn,
  proposeFollowUp,
  questionThread,
  startGuidance,
  withdrawFollowUp,
} from './index.ts';

const world = useWorld();
const sent = keepMailInMemory();
const comeOn = '2026-11-30';

beforeEach(async () => {
  await travelTo(mondayMorning);
  await asOwner('delete from follow_up');
  await asOwner('delete from notification');
  await asOwner('delete from guidance');
  sent.length = 0;
});

const proposed = async (name: Name = 'mia') =>
  proposeFollowUp(await world.veurne.as('ann'), { personId: world.veurne.personId(name), comeOn, key: '' });

const toldOf = (id: string) => told(world, id);

describe('I come back to you', () => {
  it('is proposed, agreed, brought to mind on the day and done', async () => {
    const { veurne } = world;
    const [ann, mia] = [await veurne.as('ann'), await veurne.as('mia')];
    const id = await proposed();
    expect((await followUpsForMe(mia)).followUps).toMatchObject([
      { id, comeOn, state: 'proposed', iAmCoach: false, other: { firstName: 'Ann' }, isNew: true },
    ]);
    expect((await followUpHere(mia, id)).can).toEqual({
      agree: true,
      decline: true,
      withdraw: false,
      finish: false,
    });
    expect((await followUpsForMe(mia)).followUps[0]!.isNew).toBe(false);
    await answerFollowUp(mia, id, true);
    await answerFollowUp(mia, id, true);
    await travelTo('2026-11-29 12:00');
    await tellFollowUps(veurne.system);
    await travelTo('2026-11-30 07:00');
    await tellFollowUps(veurne.system);
    expect(await toldOf(id)).toEqual(['mia followup.proposed', 'ann followup.answered']);
    await travelTo('2026-11-30 07:31');
    await Promise.all([tellFollowUps(veurne.system), tellFollowUps(veurne.system)]);
    await tellFollowUps(veurne.system);
    expect(await toldOf(id)).toEqual([
      'mia followup.proposed',
      'ann followup.answered',
      'ann followup.today',
    ]);
    await finishFollowUp(ann, id);
    expect((await followUpHere(ann, id)).followUp.state).toBe('done');
    expect((await followUpsForMe(ann)).followUps).toEqual([]);
  });

  it('is declined, and one may think again while the day is to come', async () => {
    const mia = await world.veurne.as('mia');
    const id = await proposed();
    await answerFollowUp(mia, id, false);
    expect((await followUpsForMe(await world.veurne.as('ann'))).followUps).toMatchObject([
      { state: 'declined' },
    ]);
    await answerFollowUp(mia, id, true);
    await travelTo('2026-12-01 09:00');
    await expect(answerFollowUp(mia, id, false)).rejects.toBeInstanceOf(Conflict);
  });

  it('is not brought to mind when the answer was no', async () => {
    const id = await proposed();
    await answerFollowUp(await world.veurne.as('mia'), id, false);
    await travelTo('2026-11-30 09:00');
    await tellFollowUps(world.veurne.system);
    expect((await toldOf(id)).join()).not.toContain('today');
  });

  it('is withdrawn: who said yes is told, who did not is left in peace', async () => {
    const { veurne } = world;
    const [ann, mia] = [await veurne.as('ann'), await veurne.as('mia')];
    const open = await proposed('karel');
    await withdrawFollowUp(ann, open);
    expect(await toldOf(open)).toEqual(['karel followup.proposed']);
    await expect(answerFollowUp(await veurne.as('karel'), open, true)).rejects.toBeInstanceOf(Conflict);
    const agreed = await proposed('mia');
    await answerFollowUp(mia, agreed, true);
    await withdrawFollowUp(ann, agreed);
    expect(await toldOf(agreed)).toContain('mia followup.withdrawn');
    expect((await followUpsForMe(mia)).followUps).toMatchObject([{ state: 'withdrawn' }]);
    await expect(finishFollowUp(ann, agreed)).rejects.toBeInstanceOf(Conflict);
    await sendDue(veurne);
    expect(sent.map(({ subject }) => subject).sort()).toEqual(['Een afspraak gaat niet door']);
  });

  it('is one at a time for the same two, on a day to come', async () => {
    const { veurne } = world;
    const ann = await veurne.as('ann');
    const personId = veurne.personId('mia');
    for (const day of ['2026-11-23', '2026-01-01', '2028-01-01'])
      await expect(proposeFollowUp(ann, { personId, comeOn: day, key: '' })).rejects.toBeInstanceOf(Invalid);
    const id = await proposeFollowUp(ann, { personId, comeOn, key: 'twice' });
    expect(await proposeFollowUp(ann, { personId, comeOn, key: 'twice' })).toBe(id);
    await expect(proposeFollowUp(ann, { personId, comeOn, key: 'other' })).rejects.toBeInstanceOf(Conflict);
    await expect(
      proposeFollowUp(ann, { personId: veurne.personId('ann'), comeOn, key: '' }),
    ).rejects.toBeInstanceOf(Invalid);
    expect(await toldOf(id)).toEqual(['mia followup.proposed']);
  });
});

describe('who may', () => {
  it('comes back by role to any colleague, else only to who asked a question they have', async () => {
    const { veurne, koksijde } = world;
    const personId = veurne.personId('mia');
    for (const name of ['karel', 'ada', 'cora', 'mara'] as const)
      await expect(
        proposeFollowUp(await veurne.as(name), { personId, comeOn, key: '' }),
      ).rejects.toBeInstanceOf(Forbidden);
    await expect(
      proposeFollowUp(await veurne.as('ann'), { personId: koksijde.personId('omer'), comeOn, key: '' }),
    ).rejects.toBeInstanceOf(NotFound);
    const questionId = await asked(world);
    await passOn(await veurne.as('ann'), questionId);
    const bram = await veurne.as('bram');
    await claimQuestion(bram, questionId);
    expect(await followUpFor(bram, { questionId })).toMatchObject({ firstName: 'Mia', personId });
    expect((await questionThread(bram, questionId)).can.comeBack).toBe(true);
    const id = await proposeFollowUp(bram, { questionId, comeOn, key: '' });
    expect((await followUpHere(bram, id)).questionId).toBe(questionId);
    await finishFollowUp(bram, id);
    expect((await followUpHere(bram, id)).questionId).toBeNull();
    for (const name of ['ann', 'mia'] as const)
      await expect(followUpFor(await veurne.as(name), { questionId }), name).rejects.toBeInstanceOf(
        Forbidden,
      );
    for (const who of [await veurne.as('omer'), await koksijde.as('ann')])
      await expect(proposeFollowUp(who, { questionId, comeOn, key: '' })).rejects.toBeInstanceOf(NotFound);
  });

  it('never goes with a question under cover, also not for the one who knows who asked', async () => {
    const { veurne } = world;
    const questionId = await askedUnderCover(world);
    const lies = await veurne.as('lies');
    await claimQuestion(lies, questionId);
    expect((await questionThread(lies, questionId)).can.comeBack).toBe(false);
    await callIn(lies, questionId, { personId: veurne.personId('ernst'), note: '' });
    for (const who of [lies, await veurne.as('ernst')])
      for (const call of [followUpFor, proposeFollowUp])
        await expect(call(who, { questionId, comeOn, key: '' })).rejects.toBeInstanceOf(Forbidden);
    expect(await rowsOf('follow_up')).toEqual([]);
  });

  it('stays with a begeleiding: its own coach, its own colleagues', async () => {
    const { veurne } = world;
    const [ann, mia] = [await veurne.as('ann'), await veurne.as('mia')];
    const personId = veurne.personId('mia');
    const guidanceId = await startGuidance(ann, { personIds: [personId], goal: 'Teams', key: '' });
    const form = { personId, guidanceId, comeOn, key: '' };
    await expect(proposeFollowUp(await veurne.as('lies'), form)).rejects.toBeInstanceOf(NotFound);
    await expect(
      proposeFollowUp(ann, { ...form, personId: veurne.personId('karel') }),
    ).rejects.toBeInstanceOf(NotFound);
    const id = await proposeFollowUp(ann, form);
    expect(await followUpsIn(ann, guidanceId)).toMatchObject([{ id, other: { firstName: 'Mia' } }]);
    expect(await followUpsIn(await world.koksijde.as('ann'), guidanceId)).toEqual([]);
    expect((await followUpHere(ann, id)).guidanceId).toBe(guidanceId);
    expect((await followUpHere(mia, id)).guidanceId).toBeNull();
  });

  it('is for the two alone: in the verbs and in plain SQL', async () => {
    const { veurne, koksijde } = world;
    const [ann, mia] = [await veurne.as('ann'), await veurne.as('mia')];
    const id = await proposed();
    await expect(answerFollowUp(ann, id, true)).rejects.toBeInstanceOf(Forbidden);
    for (const call of [withdrawFollowUp, finishFollowUp])
      await expect(call(mia, id)).rejects.toBeInstanceOf(Forbidden);
    const others: Actor[] = [await koksijde.as('ann'), await koksijde.as('mia')];
    for (const name of Object.keys(people) as Name[])
      if (!['ann', 'mia'].includes(name)) others.push(await veurne.as(name));
    for (const who of others) {
      for (const call of [followUpHere, withdrawFollowUp, finishFollowUp])
        await expect(call(who, id)).rejects.toBeInstanceOf(NotFound);
      await expect(answerFollowUp(who, id, true)).rejects.toBeInstanceOf(NotFound);
      expect((await followUpsForMe(who)).followUps).toEqual([]);
      const { rows } = await inOrganisation(who, (tx) => sql`select * from follow_up`.execute(tx));
      expect(rows).toEqual([]);
    }
  });
});

describe('its mails', () => {
  it('name nobody in a subject, and never what it is about', async () => {
    const { veurne } = world;
    const [ann, mia] = [await veurne.as('ann'), await veurne.as('mia')];
    const questionId = await asked(world, 'Hoe maak ik een tabel?');
    await asOwner('delete from notification');
    const id = await proposeFollowUp(ann, { questionId, comeOn, key: '' });
    await sendDue(veurne);
    await answerFollowUp(mia, id, true);
    await sendDue(veurne);
    await travelTo('2026-11-30 08:00');
    await tellFollowUps(veurne.system);
    await sendDue(veurne);
    expect(sent.map(({ subject }) => subject)).toEqual([
      'Een collega stelt je een dag voor',
      'Je hebt een antwoord op je voorstel',
      'Vandaag kom je terug bij een collega',
    ]);
    expect(sent[0]!.text).toContain('Ann Maes komt graag bij jou terug op ma 30 nov. 2026.');
    for (const { subject, text } of sent) {
      expect(subject).not.toMatch(/Ann|Mia/);
      expect(text).not.toMatch(/tabel|begeleiding/i);
      expect(text).toContain(`https://trekkracht.test/naar/${id}`);
    }
  });
});
