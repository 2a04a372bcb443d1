import { beforeAll, describe, expect, it } from 'vitest';
import { Forbidden, Invalid, NotFound } from '#platform/errors.ts';
import { keepMailInMemory } from '#platform/server/mail.ts';
import type { Actor } from '#platform/server/scope.ts';
import { actorFor } from '#rooms/people/server/index.ts';
import { asOwner } from '../../../../tests/support/database.ts';
import { runMailJob, runMailJobs } from '../../../../tests/support/mail-jobs.ts';
import { rowsOf, useWorld } from '../../../../tests/support/world.ts';
import { ask, holderOf, startsAfresh } from './asking.world.ts';
import { plant, silentFor, type Planted } from './cover.world.ts';
import {
  answerQuestion,
  askQuestion,
  chooseCoach,
  claimQuestion,
  otherCoaches,
  passOn,
  questionThread,
  releaseAnswer,
  writeBack,
} from './index.ts';

const world = useWorld();
const sent = keepMailInMemory();
startsAfresh();

let planted: Planted;
let asker: Actor;

const actorOf = async (personId: string) => (await actorFor(world.veurne.id, personId))!.actor;
const lies = () => world.veurne.personId('lies');
const ann = () => world.veurne.personId('ann');
const asked = (coachId = lies()) => askQuestion(asker, { ...ask, way: 'cover', coachId });

beforeAll(async () => {
  planted = await plant(world.veurne);
  asker = await actorOf(planted.personId);
});

describe('asking under cover', () => {
  it('goes to the one coach who was chosen, who sees the name, and why it came to them', async () => {
    const id = await asked();
    const thread = await questionThread(await actorOf(lies()), id);
    expect(thread.asker?.firstName).toBe('Wilhelmina');
    expect(thread.steps.at(-1)?.reason).toEqual({ kind: 'chosen' });
    expect(thread.unitName).toBe('Bibliotheek');
  });

  it('needs a coach, who helps, is there and does not lead', async () => {
    const refused = async (coachId: string | undefined, way: 'cover' | 'unit' = 'cover') => {
      const error = await askQuestion(asker, { ...ask, way, coachId }).catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(Invalid);
      return (error as Invalid).problems;
    };
    expect(await refused(undefined)).toEqual({ coachId: 'helpline_coach_missing' });
    expect(await refused(world.veurne.personId('karel'))).toEqual({ coachId: 'helpline_coach_not_for_this' });
    expect(await refused(world.koksijde.personId('lies'))).toEqual({
      coachId: 'helpline_coach_not_for_this',
    });
    expect(await refused(planted.leader)).toEqual({ coachId: 'helpline_coach_not_for_this' });
    await asOwner(
      `insert into absence (organisation_id, id, person_id, starts_at) values ($1, $2, $3, '2026-01-01')`,
      [world.veurne.id, crypto.randomUUID(), lies()],
    );
    expect(await refused(lies())).toEqual({ coachId: 'helpline_coach_away' });
    expect(await refused(lies(), 'unit')).toEqual({ coachId: 'helpline_coach_away' });
  });

  it('is not possible through a program', async () => {
    const program: Actor = { ...asker, kind: 'integration' };
    const under = askQuestion(program, { ...ask, way: 'cover', coachId: lies() });
    await expect(under).rejects.toBeInstanceOf(Forbidden);
  });

  it('leaves the name with the first coach when it moves on, and nobody of the unit claims it', async () => {
    const id = await asked();
    await passOn(await actorOf(lies()), id);
    const second = await actorOf(await holderOf(id));
    const thread = await questionThread(second, id);
    expect(thread.asker).toBeNull();
    expect((await questionThread(await actorOf(lies()), id)).asker?.firstName).toBe('Wilhelmina');
    await expect(claimQuestion(await world.veurne.as('ann'), await asked())).rejects.toBeInstanceOf(NotFound);
    await answerQuestion(second, id, { body: 'Zo.', theme: null });
    await expect(releaseAnswer(second, id, { title: 'Zo', body: 'Zo.' })).rejects.toBeInstanceOf(Forbidden);
    expect((await questionThread(asker, id)).messages.at(-1)?.body).toBe('Zo.');
  });

  it('may go to a coach of the own unit, and from there outside it at once', async () => {
    const id = await asked(planted.coach);
    const had = await silentFor(world.veurne, id, 4);
    expect(had[0]).toBe(planted.coach);
    expect(had.slice(1).filter((personId) => planted.keptOff.includes(personId))).toEqual([]);
    expect((await questionThread(asker, id)).question.holderId).toBe(had.at(-1));
  });

  it('stays where it is when there is nobody it may go to, rather than come too near', async () => {
    const id = await asked();
    await asOwner(`update question set sealed_asker = 'forged' where id = $1`, [id]);
    const had = await silentFor(world.veurne, id, 3);
    expect(new Set(had)).toEqual(new Set([lies()]));
    expect((await questionThread(asker, id)).next).toBeNull();
  });

  it('comes back to whoever helped when the asker is stuck', async () => {
    const id = await asked(planted.coach);
    await answerQuestion(await actorOf(planted.coach), id, { body: 'Zo.', theme: null });
    await writeBack(asker, id, { body: 'Ik zit nog vast.', stuck: true });
    expect(await holderOf(id)).toBe(planted.coach);
  });
});

describe('choosing another coach', () => {
  it('shows the name to that one, and no longer to the one before', async () => {
    const id = await asked();
    expect((await questionThread(asker, id)).seesName?.firstName).toBe('Lies');
    await chooseCoach(asker, id, { coachId: ann() });
    expect(await holderOf(id)).toBe(ann());
    expect((await questionThread(asker, id)).seesName?.firstName).toBe('Ann');
    const thread = await questionThread(await actorOf(ann()), id);
    expect(thread.asker?.firstName).toBe('Wilhelmina');
    expect(thread.unitName).toBe('Burgerzaken');
    expect((await questionThread(await actorOf(lies()), id)).asker).toBeNull();
  });

  it('is for the asker alone, while it waits', async () => {
    const id = await asked();
    const { veurne, koksijde } = world;
    await expect(chooseCoach(await actorOf(lies()), id, { coachId: ann() })).rejects.toBeInstanceOf(
      Forbidden,
    );
    await expect(otherCoaches(await actorOf(lies()), id)).rejects.toBeInstanceOf(Forbidden);
    for (const who of [await veurne.as('mia'), await koksijde.as('mia'), await koksijde.as('lies')]) {
      await expect(chooseCoach(who, id, { coachId: ann() })).rejects.toBeInstanceOf(NotFound);
      await expect(otherCoaches(who, id)).rejects.toBeInstanceOf(NotFound);
    }
    await claimQuestion(await actorOf(lies()), id);
    await expect(chooseCoach(asker, id, { coachId: ann() })).rejects.toBeInstanceOf(Forbidden);
    await expect(otherCoaches(asker, id)).rejects.toBeInstanceOf(Forbidden);
  });
});

describe('the mail of a question under cover', () => {
  it('goes again by its own job when the mail server was away or the worker fell', async () => {
    const id = await asked();
    await answerQuestion(await actorOf(lies()), id, { body: 'Zo.', theme: null });
    const [row] = await rowsOf('notification', `subject_id = '${id}' and under_cover`);
    const jobs = () =>
      asOwner<{ sealed: string; later: boolean }>(
        `select data -> 'payload' ->> 'sealedPerson' as sealed, start_after > now() + interval '5 minutes' as later
           from pgboss.job where data -> 'payload' ->> 'notificationId' = $1 order by created_on`,
        [row!.id],
      );
    const [first] = await jobs();
    // Another worker took it and died: it is not due for some minutes.
    await asOwner(`update notification set mail_due_at = '2026-11-23 12:00Z' where id = $1`, [row!.id]);
    sent.length = 0;
    await runMailJob(world.veurne, { notificationId: row!.id as string, sealedPerson: first!.sealed });
    expect(sent).toEqual([]);
    expect((await jobs()).map(({ later }) => later)).toEqual([false, true]);
    await asOwner(`update notification set mail_due_at = '2026-11-23 08:00Z' where id = $1`, [row!.id]);
    await runMailJob(world.veurne, { notificationId: row!.id as string, sealedPerson: first!.sealed });
    await runMailJob(world.veurne, { notificationId: row!.id as string, sealedPerson: first!.sealed });
    expect(sent.map(({ subject }) => subject)).toEqual(['Er is iets nieuws bij je vraag']);
  });

  it('is not sent by a seal that belongs to another mail, nor put in the letter box of a demonstration', async () => {
    const id = await asked();
    await answerQuestion(await actorOf(lies()), id, { body: 'Zo.', theme: null });
    sent.length = 0;
    const [one] = await rowsOf('notification', `subject_id = '${id}' and under_cover`);
    await runMailJob(world.veurne, { notificationId: one!.id as string, sealedPerson: 'forged' });
    expect(sent).toEqual([]);
    await asked();
    await asOwner('update organisation set demo = true where id = $1', [world.veurne.id]);
    await runMailJobs(world.veurne);
    expect(await rowsOf('notification', `id = '${String(one!.id)}'`)).toMatchObject([{ mail: 'sent' }]);
    expect((await rowsOf('demo_mail')).length).toBeGreaterThan(0);
    expect(await rowsOf('demo_mail', `recipient like 'Wilhelmina%'`)).toEqual([]);
    await asOwner('update organisation set demo = false where id = $1', [world.veurne.id]);
  });
});
