import type pg from 'pg';
import {
  answerQuestion,
  askQuestion,
  callIn,
  claimQuestion,
  closeAsAsker,
  closeAsHelper,
  mergeQuestions,
  noteQuestion,
  passOn,
  splitQuestion,
  writeBack,
  writeNote,
} from '#rooms/helpline/server/index.ts';
import { personAsActor } from '#rooms/people/server/index.ts';
import { found } from '#platform/errors.ts';
import type { Question } from './access-questions.ts';
import { lure, newWords, type Workshop } from './access-workshop.ts';
import type { Name } from './town.ts';

type Made = { id: string; words: string; tieId?: string; other?: Question };
type Asking = { asker: Name; way?: 'outside' | 'cover'; coach?: Name; urgent?: 'clicked' };
type Recipe = Asking & { then?: (here: Workshop, made: Made) => Promise<unknown> };

/** Questions in every state, of several askers, in every relation that somebody may have to one. */
const recipes = {
  waiting: { asker: 'mia' },
  'of the library': { asker: 'omer' },
  claimed: { asker: 'mia', then: async (here, { id }) => claimQuestion(await holderOf(here, id), id) },
  answered: { asker: 'mia', then: answer },
  closed: {
    asker: 'mia',
    then: async (here, question) => {
      await answer(here, question);
      await closeAsAsker(await here.town.as('mia'), question.id, { helped: true });
    },
  },
  'closed by the helper': {
    asker: 'mia',
    then: async (here, { id }) => closeAsHelper(await holderOf(here, id), id),
  },
  'passed on to ICT': {
    asker: 'mia',
    then: async (here, { id }) => {
      for (let turns = 0; turns < 12; turns++) {
        const holder = await holderOf(here, id);
        if (holder.personId === here.town.personId('tom')) return;
        await passOn(holder, id);
      }
      throw new Error('The chain of Burgerzaken does not lead to ICT.');
    },
  },
  'with a note': {
    asker: 'mia',
    then: async (here, { id, words }) => writeNote(await holderOf(here, id), id, { body: noteOf(words) }),
  },
  'with an expert': {
    asker: 'mia',
    then: async (here, { id, words }) =>
      callIn(await holderOf(here, id), id, {
        personId: here.town.personId('ernst'),
        note: noteOf(words),
      }),
  },
  'with more in it': {
    asker: 'mia',
    then: async (here, { id, words }) =>
      writeBack(await here.town.as('mia'), id, { body: `En de nietjes, ${words}?`, stuck: false }),
  },
  urgent: { asker: 'mia', urgent: 'clicked' },
  'outside the unit': { asker: 'mia', way: 'outside' },
  // The other coach of that unit sees nothing of it.
  'under cover': { asker: 'karel', way: 'cover', coach: 'ann' },
  // Whoever has it later is not told the name.
  'under cover, passed on': {
    asker: 'dora',
    way: 'cover',
    coach: 'lies',
    then: async (here, { id }) => passOn(await holderOf(here, id), id),
  },
} as const satisfies Record<string, Recipe>;

/** Those that are made in another way: noted by somebody who then only reads it, and two at once. */
const special = {
  'of an empty unit': inEmptyUnit,
  'noted by the coordinator': noted,
  'leading another': async (here) => (await mergedPair(here))[0],
  'answered with another': async (here) => (await mergedPair(here))[1],
  'split off': splitOff,
} as const satisfies Record<string, (here: Workshop, label: string) => Promise<Question>>;

export type QuestionLabel = keyof typeof recipes | keyof typeof special;
export const questionLabels = [...Object.keys(recipes), ...Object.keys(special)] as QuestionLabel[];

const noteOf = (words: string) => `nota${words}`;
const bodyOf = (words: string) =>
  `Waar vind ik de ${lure} ${words}? Ik zoek er al lang naar, ${words} zeg ik maar.`;

export async function makeQuestion(here: Workshop, label: QuestionLabel): Promise<Question> {
  if (label in special) return special[label as keyof typeof special](here, label);
  const { then, ...asking }: Recipe = recipes[label as keyof typeof recipes];
  const words = newWords(label);
  const id = await ask(here, words, asking);
  await then?.(here, { id, words });
  return factsOf(here, { id, words, label });
}

async function ask({ town }: Workshop, words: string, { asker, way, coach, urgent }: Asking) {
  const coachId = coach && town.personId(coach);
  const given = { body: bodyOf(words), theme: null, key: '', way, coachId, urgent };
  return askQuestion(await town.as(asker), given);
}

async function answer(here: Workshop, { id, words }: Made): Promise<void> {
  const body = `De ${lure} ligt in de kast, ${words}.`;
  await answerQuestion(await holderOf(here, id), id, { body, theme: null });
}

/** Somebody worked there for as long as it takes to ask. */
async function inEmptyUnit(here: Workshop, label: string): Promise<Question> {
  const words = newWords(label);
  const omer = here.town.personId('omer');
  const work = (unitId: string) =>
    here.owner.query('update appointment set unit_id = $1 where person_id = $2', [unitId, omer]);
  await work(here.emptyUnitId);
  const id = await ask(here, words, { asker: 'omer' });
  await work(here.town.unitId('Bibliotheek'));
  return factsOf(here, { id, words, label });
}

async function noted(here: Workshop, label: string): Promise<Question> {
  const words = newWords(label);
  const note = { personId: here.town.personId('mia'), body: bodyOf(words), theme: null, key: '' };
  const id = await noteQuestion(await here.town.as('cora'), { ...note, way: 'coach' });
  return factsOf(here, { id, words, label });
}

/** Two askers, one helper: the one that leads and the one that goes along. */
async function mergedPair(here: Workshop): Promise<[Question, Question]> {
  const words = [newWords('leading'), newWords('along')] as const;
  const intoId = await ask(here, words[0], { asker: 'mia' });
  const fromId = await ask(here, words[1], { asker: 'mara' });
  const tieId = await mergeQuestions(await here.town.as('ann'), { fromId, intoId });
  const along = await factsOf(here, { id: fromId, words: words[1], label: 'answered with another' });
  const lead = await factsOf(here, { id: intoId, words: words[0], label: 'leading another', tieId });
  return [
    { ...lead, other: along },
    { ...along, tieId, other: lead },
  ];
}

async function splitOff(here: Workshop, label: string): Promise<Question> {
  const [mia, ann] = [await here.town.as('mia'), await here.town.as('ann')];
  const words = newWords(label);
  const before = newWords('before');
  const fromId = await ask(here, before, { asker: 'mia' });
  const more = await writeBack(mia, fromId, { body: bodyOf(words), stuck: false });
  await claimQuestion(ann, fromId);
  const id = await splitQuestion(ann, fromId, { messages: [more] });
  const from = await factsOf(here, { id: fromId, words: before, label: 'that was split' });
  const { rows } = await here.owner.query<{ id: string }>(
    'select id from question_split where into_id = $1',
    [id],
  );
  return { ...(await factsOf(here, { id, words, label, tieId: found(rows[0]).id })), other: from };
}

export async function holderOf({ town, owner }: Workshop, id: string) {
  const { rows } = await owner.query<{ holder_id: string }>(`select holder_id from question where id = $1`, [
    id,
  ]);
  return town.inside(async (tx) => found(await personAsActor(tx, found(rows[0]).holder_id)).actor);
}

type Row = Omit<
  Question,
  'kind' | 'label' | 'words' | 'noteWords' | 'giveToId' | 'coach' | 'other' | 'tieId'
>;

async function factsOf(
  { owner, town }: Workshop,
  named: { id: string; words: string; label: string; tieId?: string },
): Promise<Question> {
  const row = await rowOf(owner, named.id);
  const has = (name: Name) => row.holderId === town.personId(name);
  return {
    kind: 'question',
    ...{ ...named, ...row, tieId: named.tieId ?? null },
    noteWords: ['with a note', 'with an expert'].includes(named.label) ? noteOf(named.words) : null,
    giveToId: town.personId(has('tom') ? 'ernst' : 'tom'),
    // Outside the own unit Ann, who works there, cannot be chosen.
    coach: { id: town.personId(has('lies') ? 'ann' : 'lies'), fits: !(has('lies') && row.outsideUnit) },
  };
}

async function rowOf(owner: pg.Pool, id: string): Promise<Row> {
  const { rows } = await owner.query<Row>(
    `with steps as (
       select s.*, row_number() over (order by started_at desc, id desc) as turn
         from question_step s where question_id = $1)
     select q.id, q.state, q.taps, q.under_cover as "underCover", q.outside_unit as "outsideUnit",
            q.urgent is not null as "isUrgent", q.unit_id as "unitId", q.holder_id as "holderId",
            a.person_id as "askerId", a.coach_id as "namedToId",
            array(select person_id::text from steps) as "turnIds",
            array(select person_id::text from question_helper h where h.question_id = q.id) as "calledInIds",
            (select person_id from question_helper h
              where h.question_id = q.id and h.why = 'expert' and h.done_at is null) as "adviserId",
            q.noted_by as "notedById",
            array(select s.person_id::text from question_merge m join question_step s on s.question_id = m.into_id
                   where m.from_id = q.id and m.undone_at is null
                     and (s.ended_at is null or s.ended_at >= m.merged_at)) as "leadIds",
            (select mine.person_id from steps mine, steps theirs
              where mine.turn = 2 and theirs.turn = 1 and q.state = 'waiting' and theirs.ending is null
                and mine.ending in ('passed', 'given')
                and not exists (select from question_message w where w.question_id = q.id
                                   and w.author_id = theirs.person_id and w.written_at >= theirs.started_at)
            ) as "takeBackId",
            (select w.id from question_message w where w.question_id = q.id and w.sender = 'asker' limit 1) as "moreId"
       from question q join question_asker a on a.question_id = q.id where q.id = $1`,
    [id],
  );
  return found(rows[0]);
}
