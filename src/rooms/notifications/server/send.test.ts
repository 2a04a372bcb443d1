import { beforeEach, describe, expect, it } from 'vitest';
import { NotFound } from '#platform/errors.ts';
import { keepMailInMemory } from '#platform/server/mail.ts';
import { answerQuestion, askQuestion, passOn } from '#rooms/helpline/server/index.ts';
import { asOwner } from '../../../../tests/support/database.ts';
import { rowsOf, useWorld } from '../../../../tests/support/world.ts';
import { demoMails, waitingForMe } from './index.ts';
import { mailNotification, sendDue } from './send.ts';

const world = useWorld();
const sent = keepMailInMemory();
const ask = { body: 'Waar vind ik mijn loonbrief?', theme: null, key: '' };

beforeEach(async () => {
  await asOwner('delete from notification');
  sent.length = 0;
});

const addressOf = (name: 'ann' | 'bram' | 'mia') => `${name}@${world.veurne.id.slice(-12)}.example`;

describe('mail', () => {
  it('goes to whoever has the question, with why, and to the asker with the answer', async () => {
    const { veurne } = world;
    const id = await askQuestion(await veurne.as('mia'), ask);
    await sendDue(veurne.system);
    expect(sent.map(({ to, subject }) => [to.address, subject])).toEqual([
      [addressOf('ann'), 'Er wacht een vraag op jou'],
    ]);
    expect(sent[0]!.text).toContain('omdat je digicoach bent van Burgerzaken');
    expect(sent[0]!.text).toContain(`https://trekkracht.test/naar/${id}`);
    await answerQuestion(await veurne.as('ann'), id, { body: 'In je kluis op de website.', theme: null });
    await sendDue(veurne.system);
    expect(sent.at(-1)).toMatchObject({ to: { address: addressOf('mia') }, subject: 'Je hebt een antwoord' });
    expect(sent.at(-1)!.text).toContain('In je kluis op de website.');
  });

  it('tells both when it moves, and not the one who moved it', async () => {
    const { veurne } = world;
    const id = await askQuestion(await veurne.as('mia'), ask);
    await asOwner('delete from notification');
    await passOn(await veurne.as('ann'), id);
    await sendDue(veurne.system);
    const letters = sent.map(({ to, subject }) => `${to.address}: ${subject}`).sort();
    expect(letters).toEqual([
      `${addressOf('bram')}: Er is een vraag bij jou terechtgekomen`,
      `${addressOf('mia')}: Je vraag gaat naar een andere collega`,
    ]);
  });

  it('is not written any more when the question went elsewhere meanwhile', async () => {
    const { veurne } = world;
    const id = await askQuestion(await veurne.as('mia'), ask);
    await passOn(await veurne.as('ann'), id);
    await sendDue(veurne.system);
    expect(sent.map(({ to }) => to.address)).not.toContain(addressOf('ann'));
  });

  it('goes once, however many workers look at the same moment', async () => {
    const { veurne } = world;
    await askQuestion(await veurne.as('mia'), ask);
    const [row] = await rowsOf('notification');
    await Promise.all(Array.from({ length: 8 }, () => mailNotification(veurne.system, row!.id as string)));
    expect(sent).toHaveLength(1);
  });

  it('carries nothing of the question or a name in its subject', async () => {
    const { veurne } = world;
    await askQuestion(await veurne.as('mia'), ask);
    await sendDue(veurne.system);
    for (const { subject } of sent) expect(subject).not.toMatch(/Mia|Ann|loonbrief/);
  });
});

describe('what waits for me', () => {
  it('is counted for oneself alone, and the letter box is for a demo alone', async () => {
    const { veurne, koksijde } = world;
    await askQuestion(await veurne.as('mia'), ask);
    expect((await waitingForMe(await veurne.as('ann'))).unseen).toBe(1);
    expect((await waitingForMe(await veurne.as('mia'))).unseen).toBe(0);
    expect((await waitingForMe(await koksijde.as('ann'))).unseen).toBe(0);
    await expect(demoMails(await veurne.as('ann'))).rejects.toBeInstanceOf(NotFound);
  });
});
