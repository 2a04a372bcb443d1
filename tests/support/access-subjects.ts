import {
  endProblem,
  noteMoment,
  proposeFollowUp,
  publishProblem,
  releaseAnswer,
  startGuidance,
  writeStandardAnswer,
} from '#rooms/helpline/server/index.ts';
import { addWelcomeItem, welcomeNewcomers, welcomeOf } from '#rooms/onboarding/server/index.ts';
import { addDropIn, markAway, previewStaffList } from '#rooms/people/server/index.ts';
import { writeTip } from '#rooms/tips/server/index.ts';
import { addDays, localDay } from '#platform/days.ts';
import type { Member, Membership, Network } from './access-networks.ts';
import type { Question } from './access-questions.ts';
import { holderOf } from './access-recipes.ts';
import { addColleague } from './access-visitors.ts';
import { lure, newWords, type Workshop } from './access-workshop.ts';
import type { Name } from './town.ts';

type Plain<One> = {
  kind: One;
  label: string;
  id: string;
  words: string;
  /** What else stands in its address, by the name between brackets. */
  params?: Record<string, string>;
};
export type Tip = Plain<'tip'> & { isDraft: boolean; authorId: string };
/** Units: where they work or which they coach, with all above. 'oneself' is whoever looks. */
export type Person = Plain<'person'> & {
  unitIds: readonly string[];
  substituteIds: readonly string[];
  isCoach: boolean;
};
export type DropIn = Plain<'dropIn'> & { coachId: string };
export type Guidance = Plain<'guidance'> & { coachId: string };
export type FollowUp = Plain<'followUp'> & { coachId: string; colleagueId: string };
export type StandardAnswer = Plain<'standardAnswer'> & { ownerId: string | null };
export type Problem = Plain<'problem'> & { isOver: boolean };
/** What can stand in an address of Veurne. `words` stand on its page and nowhere else. */
export type Subject =
  | (Question & { params?: undefined })
  | (Tip | Person | DropIn | StandardAnswer | Problem | Guidance | FollowUp)
  | (Plain<'answer'> | Plain<'import'> | Plain<'unit'> | Plain<'startStep'> | Plain<'appointment'>)
  | (Plain<'welcomeItem'> | Plain<'welcomeStep'>)
  | (Network | Member | Membership);
export type Kind = Subject['kind'];
export type Subjects = { readonly [One in Kind]: readonly Extract<Subject, { kind: One }>[] };

export async function makeTip({ town }: Workshop, author: Name): Promise<Tip> {
  const words = newWords(`tip${author}`);
  const text = {
    title: `De ${lure} ${words}`,
    body: `Zo werkt de ${lure}: ${words}.`,
    theme: 'printing' as const,
  };
  const { id } = await writeTip(await town.as(author), text);
  const isDraft = author !== 'ann';
  const label = isDraft ? 'a draft' : 'published';
  const params = { tip: id, version: '1' };
  return { kind: 'tip', label, id, words, params, isDraft, authorId: town.personId(author) };
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

/** Of a colleague whom nothing else is about. */
export async function makeAppointment({ town, owner }: Workshop): Promise<Plain<'appointment'>> {
  const colleague = { firstName: 'Joppe', email: 'joppe@by-hand.example', unitId: town.unitId('Archief') };
  const person = await addColleague(town, colleague);
  const { rows } = await owner.query<{ id: string }>('select id from appointment where person_id = $1', [
    person,
  ]);
  const { id } = rows[0]!;
  return { kind: 'appointment', label: 'of Joppe', id, words: 'Joppe', params: { person, appointment: id } };
}

/** A line of the own list, which stays whatever becomes of the list. */
export async function makeWelcomeItem({ town }: Workshop): Promise<Plain<'welcomeItem'>> {
  const sentence = `De ${lure} werkt.`;
  const id = await addWelcomeItem(await town.as('hans'), { sentence, doer: 'hr', groups: [] });
  return { kind: 'welcomeItem', label: 'of the list', id, words: sentence, params: { item: id } };
}

/** What HR does for a newcomer, whom nothing else is about. */
export async function makeWelcomeStep({ town }: Workshop): Promise<Plain<'welcomeStep'>> {
  const colleague = { firstName: 'Wannes', email: 'wannes@new.example', unitId: town.unitId('Archief') };
  const person = await addColleague(town, colleague);
  const hans = await town.as('hans');
  await welcomeNewcomers(hans, [person]);
  const [list] = (await welcomeOf(hans, person)).lists;
  const id = list?.steps.find(({ doer }) => doer === 'hr')?.id;
  if (!id) throw new Error('The list of a newcomer has nothing that HR does.');
  return { kind: 'welcomeStep', label: 'of Wannes', id, words: 'Wannes', params: { person } };
}

/** One line for everybody, that lasts or is over. */
export async function makeProblem({ town }: Workshop, isOver: boolean): Promise<Problem> {
  const words = newWords('problem');
  const ann = await town.as('ann');
  const id = await publishProblem(ann, { line: `De ${lure} ${words} doet raar`, theme: 'printing' });
  if (isOver) await endProblem(ann, id, { outcome: 'Opgelost.' });
  return { kind: 'problem', label: isOver ? 'over' : 'lasting', id, words, isOver };
}

/** Ann's own one, or one of the coordinator for everybody. */
export async function makeStandardAnswer({ town }: Workshop, owner: Name | null): Promise<StandardAnswer> {
  const words = newWords('standard');
  const text = { title: `Over de ${lure} ${words}`, body: `Vaste tekst ${words}.`, shared: owner === null };
  const id = await writeStandardAnswer(await town.as(owner ?? 'cora'), text);
  const label = owner ? `of ${owner}` : 'for everybody';
  return { kind: 'standardAnswer', label, id, words, ownerId: owner && town.personId(owner) };
}

/** A walk-in moment of Ann. */
export async function makeDropIn({ town }: Workshop): Promise<DropIn> {
  const words = newWords('dropin');
  const ann = town.personId('ann');
  const id = await addDropIn(town.system, ann, {
    ...dropInFields(),
    lastOn: null,
    everyWeeks: 1,
    place: words,
  });
  return { kind: 'dropIn', label: 'of ann', id, words, coachId: ann, params: { person: ann, dropIn: id } };
}

/** What Ann writes down of a colleague, with one moment. */
export async function makeGuidance({ town }: Workshop): Promise<Guidance> {
  const words = newWords('guidance');
  const ann = await town.as('ann');
  const id = await startGuidance(ann, { personIds: [town.personId('nele')], goal: words, key: '' });
  const heldOn = localDay(new Date());
  const moment = await noteMoment(ann, id, { heldOn, note: `Over ${words}.`, key: '' });
  const params = { guidance: id, moment };
  return { kind: 'guidance', label: 'of ann', id, words, params, coachId: town.personId('ann') };
}

/** Ann comes back to a colleague. There is one at a time for the same two. */
export async function makeFollowUp(here: Workshop): Promise<FollowUp> {
  await endFollowUps(here);
  const [coachId, colleagueId] = [here.town.personId('ann'), here.town.personId('nele')];
  const comeOn = addDays(localDay(new Date()), 14);
  const id = await proposeFollowUp(await here.town.as('ann'), { personId: colleagueId, comeOn, key: '' });
  return { kind: 'followUp', label: 'of ann', id, words: '', coachId, colleagueId };
}

export const endFollowUps = ({ owner }: Workshop): Promise<unknown> =>
  owner.query(`update follow_up set state = 'done'`);

/** In two weeks: not over, and not now. */
export const dropInFields = () => ({
  firstOn: addDays(localDay(new Date()), 14),
  startsAt: '10:00',
  endsAt: '11:00',
});

const dayMs = 86_400_000;

/** A day away, a month from now: it moves nothing today. Returns its id. */
export const makeAbsence = ({ town }: Workshop, personId: string): Promise<string> =>
  markAway(town.system, personId, {
    from: new Date(Date.now() + 30 * dayMs),
    until: new Date(Date.now() + 31 * dayMs),
  });
