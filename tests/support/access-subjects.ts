import type pg from 'pg';
import {
  answerQuestion,
  askQuestion,
  claimQuestion,
  closeAsAsker,
  passOn,
  releaseAnswer,
} from '#rooms/helpline/server/index.ts';
import { personAsActor, previewStaffList } from '#rooms/people/server/index.ts';
import { writeTip } from '#rooms/tips/server/index.ts';
import { found } from '#platform/errors.ts';
import type { Question } from './access-questions.ts';
import type { Name, Town } from './town.ts';

type Plain<One> = { kind: One; label: string; id: string; words: string };
export type Tip = Plain<'tip'> & { isDraft: boolean; authorId: string };
/** What can stand in an address of Veurne. `words` stand on its page and nowhere else. */
export type Subject =
  (Question | Tip) | (Plain<'answer'> | Plain<'import'> | Plain<'person'> | Plain<'unit'>);
export type Kind = Subject['kind'];
export type Subjects = { readonly [One in Kind]: readonly Extract<Subject, { kind: One }>[] };

/** A town to make things in, and its database past the wall. */
export type Workshop = {
  town: Town;
  owner: pg.Pool;
  /** A unit where nobody works any more: its name stands on no page but those about units, and about questions. */
  emptyUnitId: string;
};

/** In all that is written, so that whoever looks for it would find everything if nothing kept them from it. */
export const lure = 'perforator';

let made = 0;
const newWords = (label: string) => `zwq${label.replace(/\W/g, '')}${++made}zwq`;

type Recipe = {
  asker: Name;
  then?: (workshop: Workshop, made: { id: string; words: string }) => Promise<unknown>;
};

/** Questions in every state, of several askers, in every relation that somebody may have to one. */
const recipes = {
  waiting: { asker: 'mia' },
  'of the library': { asker: 'omer' },
  'of an empty unit': {
    asker: 'omer',
    then: ({ owner, emptyUnitId }, { id }) =>
      owner.query('update question set unit_id = $1 where id = $2', [emptyUnitId, id]),
  },
  claimed: { asker: 'mia', then: async (here, { id }) => claimQuestion(await holderOf(here, id), id) },
  answered: { asker: 'mia', then: answer },
  closed: {
    asker: 'mia',
    then: async (here, question) => {
      await answer(here, question);
      await closeAsAsker(await here.town.as('mia'), question.id, { helped: true });
    },
  },
  'passed on to ICT': {
    asker: 'mia',
    then: async (here, { id }) => {
      for (let turns = 0; turns < 9; turns++) {
        const holder = await holderOf(here, id);
        if (holder.personId === here.town.personId('tom')) return;
        await passOn(holder, id);
      }
      throw new Error('The chain of Burgerzaken does not lead to ICT.');
    },
  },
  'under cover': { asker: 'karel', then: cover },
  'under cover, passed on': {
    asker: 'karel',
    then: async (here, question) => {
      await cover(here, question);
      await passOn(await holderOf(here, question.id), question.id);
    },
  },
} as const satisfies Record<string, Recipe>;

export type QuestionLabel = keyof typeof recipes;
export const questionLabels = Object.keys(recipes) as QuestionLabel[];

export async function makeQuestion(here: Workshop, label: QuestionLabel): Promise<Question> {
  const { asker, then }: Recipe = recipes[label];
  const words = newWords(label);
  const body = `Waar vind ik de ${lure} ${words}? Ik zoek er al lang naar, ${words} zeg ik maar.`;
  const id = await askQuestion(await here.town.as(asker), { body, theme: null, key: '' });
  await then?.(here, { id, words });
  return factsOf(here.owner, { id, words, label });
}

async function answer(here: Workshop, { id, words }: { id: string; words: string }): Promise<void> {
  const body = `De ${lure} ligt in de kast, ${words}.`;
  await answerQuestion(await holderOf(here, id), id, { body, theme: null });
}

/** No page can do this yet; the tables can. */
async function cover({ owner }: Workshop, { id }: { id: string }): Promise<void> {
  await owner.query('update question set under_cover = true where id = $1', [id]);
  await owner.query(
    `update question_asker set under_cover = true, coach_id = (select holder_id from question where id = $1)
      where question_id = $1`,
    [id],
  );
}

async function holderOf({ town, owner }: Workshop, id: string) {
  const { rows } = await owner.query<{ holder_id: string }>(`select holder_id from question where id = $1`, [
    id,
  ]);
  return town.inside(async (tx) => found(await personAsActor(tx, found(rows[0]).holder_id)).actor);
}

async function factsOf(
  owner: pg.Pool,
  named: { id: string; words: string; label: string },
): Promise<Question> {
  const { rows } = await owner.query<Omit<Question, 'kind' | 'label' | 'words'>>(
    `select q.id, q.state, q.under_cover as "underCover", q.unit_id as "unitId", q.holder_id as "holderId",
            a.person_id as "askerId", a.coach_id as "namedToId",
            array(select person_id::text from question_step s where s.question_id = q.id) as "turnIds"
       from question q join question_asker a on a.question_id = q.id where q.id = $1`,
    [named.id],
  );
  return { kind: 'question', ...named, ...found(rows[0]) };
}

export async function makeTip({ town }: Workshop, author: Name): Promise<Tip> {
  const words = newWords(`tip${author}`);
  const text = {
    title: `De ${lure} ${words}`,
    body: `Zo werkt de ${lure}: ${words}.`,
    theme: 'printing' as const,
  };
  const id = await writeTip(await town.as(author), text);
  const isDraft = author === 'mia';
  const label = isDraft ? 'a draft' : 'published';
  return { kind: 'tip', label, id, words, isDraft, authorId: town.personId(author) };
}

export async function shareAnswer(here: Workshop, { id }: Question): Promise<Plain<'answer'>> {
  const words = newWords('shared');
  const text = { title: `De ${lure} ${words}`, body: `In de kast, ${words}.` };
  return {
    kind: 'answer',
    label: 'shared',
    id: await releaseAnswer(await holderOf(here, id), id, text),
    words,
  };
}

/** A staff list that waits for a yes. A next one takes its place. */
export async function makeImport({ town }: Workshop): Promise<Plain<'import'>> {
  const words = newWords('list');
  const lines = ['Personeelsnr;Naam;Voornaam;Dienst', `${words};${words};Nina;Burgerzaken`];
  const bytes = new TextEncoder().encode(lines.join('\r\n'));
  const read = await previewStaffList(await town.as('hans'), { fileName: `${words}.csv`, bytes });
  if (read.problem) throw new Error(`The staff list was refused: ${read.problem}`);
  return { kind: 'import', label: 'waiting', id: read.id, words };
}
