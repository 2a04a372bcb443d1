import { addDays, localDay } from '#platform/days.ts';
import { newId } from '#platform/ids.ts';
import type { VerbName } from '#rooms/people/rights.ts';
import type { Fields, Rule, Rules } from './access-rule.ts';
import type { Stage } from './access-stage.ts';
import type { Kind } from './access-subjects.ts';

const about: Kind = 'startStep';

/** Every organisation has the same ten steps. */
const step = (verbs: readonly VerbName[], elsewhere: Rule['elsewhere'] = 'opens'): Rule => ({
  ...{ verbs, about, elsewhere, namesPeople: true },
});

/** The day of the decision is known, and texts have nothing left to fill in. */
async function plan({ town, owner }: Stage): Promise<void> {
  const id = [town.id];
  await owner.query(
    `insert into start_path (organisation_id, decides_on) values ($1, app_now()::date) on conflict do nothing`,
    id,
  );
  for (const written of ['call', 'announcement'])
    await owner.query(
      `insert into start_text (organisation_id, step, body) values ($1, $2, '# Klaar') on conflict do nothing`,
      [town.id, written],
    );
}

/** With a call in this state, to which nobody said anything yet. */
async function withCall(stage: Stage, isOpen: boolean): Promise<void> {
  await plan(stage);
  await stage.owner.query('delete from coach_call where organisation_id = $1', [stage.town.id]);
  if (!isOpen) return;
  await stage.owner.query(
    `insert into coach_call (organisation_id, id, opened_on, closes_on)
     values ($1, $2, app_now()::date - 1, app_now()::date + 14)
     on conflict (organisation_id) do nothing`,
    [stage.town.id, newId()],
  );
}

const fields =
  (prepare: (stage: Stage) => Promise<unknown>, sent: () => Fields = () => ({})) =>
  async (stage: Stage): Promise<Fields> => {
    await prepare(stage);
    return sent();
  };

const soon = () => addDays(localDay(new Date()), 20);
const called = (stage: Stage) => withCall(stage, true);

async function naming(stage: Stage): Promise<Fields> {
  await called(stage);
  return { typed: `Niemand ${newId()}` };
}

export const startpathRules: Rules = {
  '/startpad page': { verbs: ['startPathHere'] },
  '/startpad action planStart': { verbs: ['planStart'], send: () => ({ day: soon() }) },
  '/startpad/[step] page': step(['startPathHere', 'stepTextHere']),
  '/startpad/[step] action tickStep': {
    ...step(['tickStep'], 'taken'),
    send: fields(plan),
  },
  '/startpad/[step] action untickStep': { ...step(['untickStep'], 'done'), send: fields(plan) },
  '/startpad/[step] action moveStep': { ...step(['moveStep'], 'taken'), send: fields(plan) },
  '/startpad/[step]/tekst page': step(['writeStepText', 'stepTextHere']),
  '/startpad/[step]/tekst action writeStepText': {
    // Every organisation has this step: who tries it elsewhere is at home there, with a text that has gone on.
    ...step(['writeStepText'], 'taken'),
    send: async (stage, { trial }) => {
      await stage.owner.query(`delete from start_text where organisation_id = $1 and step = 'decision'`, [
        stage.town.id,
      ]);
      return { body: '# Nota', edition: trial ? '999' : '0' };
    },
  },
  '/startpad/[step]/tekst action restartStepText': step(['restartStepText'], 'done'),
  '/startpad/[step]/tekst action putBackStepText': step(['putBackStepText'], 'done'),
  '/startpad/[step]/document GET': step(['stepDocument']),

  '/startpad/oproep page': { verbs: ['openCall', 'callStands', 'startPathHere', 'stepTextHere'] },
  '/startpad/oproep action openCall': {
    ...{ verbs: ['openCall'] },
    send: fields(
      (stage) => withCall(stage, false),
      () => ({ closesOn: soon() }),
    ),
  },
  '/startpad/oproep action changeCallClosing': {
    ...{ verbs: ['changeCallClosing'] },
    send: fields(called, () => ({ closesOn: soon() })),
  },
  '/startpad/oproep action closeCall': { verbs: ['closeCall'], send: fields(called) },
  '/startpad/kandidaten page': { verbs: ['volunteersHere', 'callStands'], namesPeople: true },
  '/startpad/kandidaten action giveRole': {
    ...{ verbs: ['volunteersHere', 'giveRole'] },
    send: ({ town }) => ({ personId: town.personId('ann'), unitId: town.unitId('Archief') }),
  },
  '/startpad/kandidaten action endRole': {
    ...{ verbs: ['endRole'] },
    send: async (stage, { trial }) => ({ roleId: await stage.roleToEnd('trekker', trial) }),
  },
  '/startpad/aankondiging page': { verbs: ['announcementPlan', 'startPathHere'], namesPeople: true },
  '/startpad/aankondiging action announce': { verbs: ['announce'], send: fields(plan) },
  '/startpad/affiche page': { verbs: ['postersHere'], namesPeople: true, namesUnits: true },
  '/startpad/affiche/alle page': {
    verbs: ['postersHere', 'posterHere'],
    namesPeople: true,
    namesUnits: true,
  },
  '/startpad/affiche/[unit] page': { verbs: ['posterHere'], about: 'unit', namesPeople: true },

  '/oproep page': { verbs: ['callHere'], namesPeople: true },
  '/oproep action volunteer': { verbs: ['volunteer'], send: fields(called) },
  '/oproep action stepBackFromCall': { verbs: ['stepBackFromCall'] },
  '/oproep action declineNaming': { verbs: ['declineNaming'] },
  '/oproep/noem page': { verbs: ['callHere', 'colleaguesBeside', 'myNamings'], namesPeople: true },
  '/oproep/noem action nameColleague': { verbs: ['nameColleague'], send: naming },
  '/oproep/noem action withdrawNaming': {
    ...{ verbs: ['withdrawNaming'], then: () => 'hidden' },
    send: () => ({ id: newId() }),
  },
  '/aankondiging page': { verbs: ['announcementHere'] },
};
