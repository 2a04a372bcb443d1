import { describe, expect, it } from 'vitest';
import { Forbidden, Invalid, NotFound } from '#platform/errors.ts';
import { asOwner } from '../../../../tests/support/database.ts';
import { useWorld } from '../../../../tests/support/world.ts';
import type { Cursor } from '../listing.ts';
import type { QuestionRow } from '../seen.ts';
import {
  answerQuestion,
  askQuestion,
  claimQuestion,
  closeAsAsker,
  closeAsHelper,
  longWaiting,
  questionsInShort,
  questionsISee,
  releaseAnswer,
  sharedAnswerHere,
  suggestAnswers,
  thisAnswerHelps,
} from './index.ts';

const world = useWorld();
const ask = { theme: null, key: '' };

async function answered(body: string) {
  const id = await askQuestion(await world.veurne.as('mia'), { ...ask, body });
  await answerQuestion(await world.veurne.as('ann'), id, { body: 'Zo doe je dat.', theme: 'files' });
  return id;
}

describe('a shared answer', () => {
  const shared = { title: 'Een map delen met een collega', body: 'Klik rechts op de map en kies Delen.' };

  it('is found by others while they type, without asker, unit or date, and never the question', async () => {
    const { veurne, koksijde } = world;
    const id = await answered('Geheime zin: hoe deel ik een map met Karel?');
    const mia = await veurne.as('mia');
    expect(await suggestAnswers(mia, 'geheime zin map delen')).toEqual([]);
    await expect(releaseAnswer(mia, id, shared)).rejects.toBeInstanceOf(Forbidden);
    const answerId = await releaseAnswer(await veurne.as('ann'), id, shared);
    const karel = await veurne.as('karel');
    const [hit] = await suggestAnswers(karel, 'hoe kan ik een folder delen');
    expect(hit).toMatchObject({ kind: 'answer', id: answerId, title: shared.title });
    expect(await sharedAnswerHere(karel, answerId)).toEqual({ id: answerId, ...shared, theme: 'files' });
    await thisAnswerHelps(karel, answerId);
    expect(await suggestAnswers(await koksijde.as('karel'), 'een folder delen')).toEqual([]);
    await expect(sharedAnswerHere(await koksijde.as('karel'), answerId)).rejects.toBeInstanceOf(NotFound);
    await expect(thisAnswerHelps(await koksijde.as('karel'), answerId)).rejects.toBeInstanceOf(NotFound);
  });

  it('a second time replaces the first, and a name of the asker is refused', async () => {
    const { veurne } = world;
    const id = await answered('Hoe maak ik een nieuwe map?');
    const ann = await veurne.as('ann');
    const first = await releaseAnswer(ann, id, shared);
    expect(await releaseAnswer(ann, id, { ...shared, body: 'Anders.' })).toBe(first);
    const refused = releaseAnswer(ann, id, { ...shared, body: 'Dag Mia, klik rechts.' });
    await expect(refused).rejects.toMatchObject({ problems: { body: 'helpline_release_has_name' } });
    await expect(refused).rejects.toBeInstanceOf(Invalid);
  });
});

describe('closing by the helper', () => {
  it('is for the holder alone, and the asker can still say whether it helped', async () => {
    const { veurne } = world;
    const id = await askQuestion(await veurne.as('mia'), { ...ask, body: 'Even langskomen?' });
    await claimQuestion(await veurne.as('ann'), id);
    await expect(closeAsHelper(await veurne.as('mia'), id)).rejects.toBeInstanceOf(Forbidden);
    await expect(closeAsHelper(await world.brugge.as('ann'), id)).rejects.toBeInstanceOf(NotFound);
    await closeAsHelper(await veurne.as('ann'), id);
    await closeAsAsker(await veurne.as('mia'), id, { helped: true });
    await expect(closeAsAsker(await veurne.as('mia'), id, { helped: true })).rejects.toBeInstanceOf(
      Forbidden,
    );
  });
});

describe('lists', () => {
  it('a coordinator sees unit, theme, state and day of what is open, and nothing else', async () => {
    const { veurne } = world;
    await askQuestion(await veurne.as('karel'), {
      ...ask,
      body: 'Mijn wachtwoord werkt niet. Groeten, Karel Maes',
    });
    const { rows } = await questionsInShort(await veurne.as('cora'));
    expect(rows).toContainEqual({
      unitName: 'Burgerzaken',
      theme: 'sign_in',
      state: 'waiting',
      askedOn: '2026-11-23',
    });
    expect(JSON.stringify(rows)).not.toMatch(/Karel|wachtwoord werkt/);
    await expect(questionsInShort(await veurne.as('hans'))).rejects.toBeInstanceOf(Forbidden);
    expect(await questionsInShort(await world.koksijde.as('cora'))).toEqual({ rows: [], more: null });
  });

  it('and on the start page those that nobody answered for days, as units and themes', async () => {
    const { veurne } = world;
    const cora = await veurne.as('cora');
    await asOwner('truncate question, search_document cascade');
    const [waits, answered] = [
      await askQuestion(await veurne.as('karel'), { ...ask, theme: 'teams', body: 'Geen geluid.' }),
      await askQuestion(await veurne.as('karel'), { ...ask, theme: 'mobile', body: 'Geen beeld.' }),
    ];
    await answerQuestion(await veurne.as('ann'), answered, { body: 'Zo.', theme: null });
    const themes = async () => (await longWaiting(cora)).map(({ theme }) => theme);
    expect(await themes()).not.toContain('teams');
    await asOwner("update question set asked_at = asked_at - interval '5 days'");
    expect(await themes()).toContain('teams');
    expect(await themes()).not.toContain('mobile');
    expect(JSON.stringify(await longWaiting(cora))).not.toMatch(new RegExp(`Karel|geluid|${waits}`));
    await expect(longWaiting(await veurne.as('ann'))).rejects.toBeInstanceOf(Forbidden);
    expect(await longWaiting(await world.koksijde.as('cora'))).toEqual([]);
  });

  it('pages through what one may read, newest first, each once', async () => {
    const { veurne } = world;
    const mia = await veurne.as('mia');
    for (let number = 0; number < 5; number++) await askQuestion(mia, { ...ask, body: `Vraag ${number}` });
    const all = await questionsISee(mia, { limit: 100, state: null, after: null });
    const paged: string[] = [];
    for (let after: Cursor | null = null; ;) {
      const page: QuestionRow[] = await questionsISee(mia, { limit: 2, state: null, after });
      if (page.length === 0) break;
      paged.push(...page.map(({ id }) => id));
      after = page.map(({ id, askedAt }) => ({ moment: askedAt, id })).at(-1)!;
    }
    expect(paged).toEqual(all.map(({ id }) => id));
    expect(await questionsISee(await world.brugge.as('mia'), { limit: 9, state: null, after: null })).toEqual(
      [],
    );
  });
});

describe('under cover, whose pages come later', () => {
  it('keeps the name from everybody but the asker and the chosen coach, in the database itself', async () => {
    const { veurne } = world;
    const id = await askQuestion(await veurne.as('mia'), { ...ask, body: 'Iets waarvoor ik me schaam.' });
    await asOwner('update question set under_cover = true where id = $1', [id]);
    await asOwner('update question_asker set under_cover = true, coach_id = $2 where question_id = $1', [
      id,
      veurne.personId('lies'),
    ]);
    const { inOrganisation } = await import('#platform/server/scope.ts');
    const seen = async (name: 'mia' | 'lies' | 'ann' | 'ada') =>
      inOrganisation(await veurne.as(name), (tx) =>
        tx.selectFrom('question_asker').select('person_id').where('question_id', '=', id).execute(),
      );
    expect(await seen('mia')).toHaveLength(1);
    expect(await seen('lies')).toHaveLength(1);
    expect(await seen('ann')).toEqual([]);
    expect(await seen('ada')).toEqual([]);
    const bySystem = await veurne.inside((tx) =>
      tx.selectFrom('question_asker').select('person_id').where('question_id', '=', id).execute(),
    );
    expect(bySystem).toEqual([]);
  });
});
