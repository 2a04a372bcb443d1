import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '#platform/ids.ts';
import { giveRole, staffImport } from '#rooms/people/server/index.ts';
import { daysAndAbsences, type DaysAndAbsences } from './access-days.ts';
import { joinInstallation, type Joined } from './access-joined.ts';
import * as networks from './access-networks.ts';
import { reads, type Question } from './access-questions.ts';
import { nameOf, secretOf, type Secret } from './access-secrets.ts';
import { makeQuestion, questionLabels } from './access-recipes.ts';
import * as make from './access-subjects.ts';
import type { Person, Subject, Subjects } from './access-subjects.ts';
import type { Workshop } from './access-workshop.ts';
import {
  addColleague,
  makeVisitors,
  whoTry,
  type Post,
  type Slug,
  type Towns,
  type Visitor,
} from './access-visitors.ts';
import { openInstallation, type Installation } from './installation.ts';
import { addEmptyUnit, emptyUnit, makeTowns, nameIn, phones } from './access-towns.ts';
import type { Name } from './town.ts';
import { nextWorkingMorning } from './working-day.ts';

/** A running installation with three towns in it, everybody who tries, and all that they try to reach in Veurne. */
export type Stage = Pick<Installation, 'url'> &
  Workshop &
  DaysAndAbsences & {
    towns: Towns;
    /** Who tries, and who could. */
    visitors: readonly Visitor[];
    everybody: readonly Visitor[];
    subjects: Subjects;
    /** Every question there is, also those that were made for one attempt: who reads one may read its asker's name. */
    known: Question[];
    secrets: readonly Secret[];
    ictPhone: string;
    /** A role that an attempt may try to end: one that stays, or one that was given for this. */
    roleToEnd(kind: 'trekker' | 'manager', trial: boolean): Promise<string>;
    /** What a list that waits would do, as whoever may confirm it is shown it. */
    fingerprintOf(subject: Subject | undefined): Promise<string>;
    /** Which edition of a tip somebody would have before them. */
    editionOf(subject: Subject | undefined): Promise<string>;
    /** So that another one can be proposed. */
    endFollowUps(): Promise<unknown>;
    /** What was mailed to everybody in the three towns, and in which post they read it. */
    mailsRead(): Promise<MailRead[]>;
    /** Until the worker has sent all that was to be sent. */
    settle(): Promise<void>;
    close(): Promise<void>;
  };

export async function openStage(number: number): Promise<Stage> {
  const installation = await openInstallation(number, { DEMO: '' });
  const joined = await joinInstallation(installation);
  const towns = await makeTowns(joined);
  await installation.travelTo(nextWorkingMorning());
  const workshop = { town: towns.veurne, owner: joined.owner, emptyUnitId: await addEmptyUnit(towns) };
  const subjects = await makeSubjects(workshop);
  const known = subjects.question.flatMap((one) => (one.tieId && one.other ? [one, one.other] : [one]));
  const secrets = [...secretsOf(workshop, subjects, known), ...(await secretsElsewhere(towns, joined))];
  const everybody = await makeVisitors(towns);
  return {
    ...{ url: installation.url, towns, subjects, secrets, ...workshop, ictPhone: phones.veurne },
    ...{ everybody, visitors: whoTry(everybody), known },
    ...(await daysAndAbsences(workshop, everybody)),
    editionOf: (subject) => editionOf(workshop, subject),
    endFollowUps: () => make.endFollowUps(workshop),
    roleToEnd: (kind, trial) => roleToEnd(workshop, { kind, trial }),
    fingerprintOf: (subject) => fingerprintOf(workshop, subject),
    mailsRead: () => mailsRead(installation, { owner: joined.owner, visitors: everybody }),
    settle: () => settle(joined),
    close: async () => {
      await joined.leave();
      await installation.close();
    },
  };
}

async function makeSubjects(here: Workshop): Promise<Subjects> {
  const question = [];
  for (const label of questionLabels) question.push(await makeQuestion(here, label));
  const [other] = question;
  const toShare = await makeQuestion(here, 'answered');
  return {
    question: question.map((one) => ({ ...one, other: one.other ?? other })),
    tip: [await make.makeTip(here, 'ann'), await make.makeTip(here, 'luc')],
    answer: [await make.shareAnswer(here, toShare)],
    import: [await make.makeImport(here)],
    appointment: [await make.makeAppointment(here)],
    welcomeItem: [await make.makeWelcomeItem(here)],
    welcomeStep: [await make.makeWelcomeStep(here)],
    network: [await networks.makeHosted(here)],
    member: [await networks.makeMember(here)],
    membership: [
      await networks.makeMembership(here, 'asked'),
      await networks.makeMembership(here, 'running'),
    ],
    person: await makePeople(here),
    startStep: [{ kind: 'startStep', label: 'the first step', id: '1', words: '' }],
    unit: [{ kind: 'unit', label: 'a unit', id: here.town.unitId('Archief'), words: 'Archief' }],
    dropIn: [await make.makeDropIn(here)],
    guidance: [await make.makeGuidance(here)],
    followUp: [await make.makeFollowUp(here)],
    standardAnswer: [await make.makeStandardAnswer(here, 'ann'), await make.makeStandardAnswer(here, null)],
    problem: [await make.makeProblem(here, false), await make.makeProblem(here, true)],
  };
}

async function makePeople({ town }: Workshop): Promise<Person[]> {
  const nobody = { kind: 'person', unitIds: [], substituteIds: [], isCoach: false } as const;
  const [burgerzaken, library] = [town.unitId('Burgerzaken'), town.unitId('Bibliotheek')];
  const below = newId();
  await town.inside((tx) =>
    tx.insertInto('unit').values({ id: below, name: 'Onthaal', parent_id: burgerzaken }).execute(),
  );
  const saar = { firstName: 'Saar', email: 'saar@below.example', unitId: below };
  return [
    {
      ...{ ...nobody, label: 'a colleague', id: town.personId('omer'), words: nameIn('veurne', 'omer') },
      unitIds: [library],
    },
    {
      ...{ ...nobody, label: 'a coach', id: town.personId('ann'), words: nameIn('veurne', 'ann') },
      ...{ unitIds: [burgerzaken], substituteIds: [town.personId('bram')], isCoach: true },
    },
    {
      ...{ ...nobody, label: 'of a unit below', id: await addColleague(town, saar), words: 'Saar' },
      unitIds: [below, burgerzaken],
    },
    // Whose id it is depends on who looks.
    { ...nobody, label: 'oneself', id: '', words: '' },
  ];
}

const askers: readonly Name[] = ['mia', 'omer', 'karel', 'dora', 'mara'];

function secretsOf({ town }: Workshop, subjects: Subjects, known: readonly Question[]): Secret[] {
  const inEmptyUnit = () => known.filter(({ label }) => label === 'of an empty unit');
  return [
    ...Object.values(subjects).flatMap((all) => all.flatMap((subject) => secretOf(subject, 'veurne'))),
    // The other half of what is answered as one, or was split.
    ...subjects.question.flatMap(({ tieId, other }) =>
      tieId && other ? secretOf(other, 'veurne').map((secret) => ({ ...secret, mayStayUnsaid: true })) : [],
    ),
    ...askers.map((asker) => {
      const name = nameIn('veurne', asker);
      return nameOf({ personId: town.personId(asker), name }, known);
    }),
    {
      ...{
        label: 'that somebody in an empty unit asked something',
        words: emptyUnit,
        town: 'veurne',
        isUnit: true,
        mayStayUnsaid: true,
      },
      mayRead: (reader) =>
        reader.roles.includes('coordinator') || inEmptyUnit().some((question) => reads(question, reader)),
    },
  ];
}

/** What everybody of a town may read, and nobody from elsewhere. */
async function secretsElsewhere(towns: Towns, { owner }: Joined): Promise<Secret[]> {
  const secrets: Secret[] = [];
  for (const slug of Object.keys(towns) as Slug[]) {
    const label = `the number of ICT in ${slug}`;
    secrets.push({ label, words: phones[slug], town: slug, mayRead: () => true });
    if (slug === 'veurne') continue;
    const tip = await make.makeTip({ town: towns[slug], owner, emptyUnitId: '' }, 'ann');
    secrets.push(...secretOf(tip, slug));
  }
  return secrets;
}

async function roleToEnd(
  { town, owner }: Workshop,
  { kind, trial }: { kind: 'trekker' | 'manager'; trial: boolean },
): Promise<string> {
  if (!trial) return giveRole(town.system, { personId: town.personId('karel'), kind });
  const { rows } = await owner.query<{ id: string }>(
    'select id from role where organisation_id = $1 and kind = $2 order by id limit 1',
    [town.id, kind],
  );
  return rows[0]!.id;
}

async function fingerprintOf({ town }: Workshop, subject: Subject | undefined): Promise<string> {
  const list = await staffImport(await town.as('hans'), subject?.id ?? '');
  return list.state === 'preview' ? list.fingerprint : '';
}

async function editionOf({ owner }: Workshop, subject: Subject | undefined): Promise<string> {
  const { rows } = await owner.query<{ at: Date }>('select changed_at as at from tip where id = $1', [
    subject?.id,
  ]);
  return rows[0]?.at.toISOString() ?? '';
}

type MailRead = { address: string; text: string; reader: Post | null };

async function mailsRead(
  { mails }: Pick<Installation, 'mails'>,
  { owner, visitors }: { owner: Workshop['owner']; visitors: readonly Visitor[] },
): Promise<MailRead[]> {
  const { rows } = await owner.query<{ id: string; email: string }>(
    'select id, email from person where email is not null',
  );
  const posts = new Map(visitors.flatMap(({ jobs }) => jobs.map((post) => [post.personId, post])));
  return rows.flatMap(({ id, email }) =>
    mails(email).map(({ subject, text, html }) => ({
      ...{ address: email, text: [subject, text, html].join('\n') },
      reader: posts.get(id) ?? null,
    })),
  );
}

const patienceMs = 30_000;

async function settle({ owner }: Joined): Promise<void> {
  const end = performance.now() + patienceMs;
  while (performance.now() < end) {
    const { rows } = await owner.query(`select from notification where mail = 'waiting' limit 1`);
    if (rows.length === 0) return;
    await pause(100);
  }
  throw new Error(`Mail still waits after ${patienceMs} ms.`);
}
