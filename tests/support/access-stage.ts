import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '#platform/ids.ts';
import { bindAddress, changeOrganisation } from '#rooms/organisations/server/index.ts';
import { giveRole, staffImport } from '#rooms/people/server/index.ts';
import { joinInstallation, type Joined } from './access-joined.ts';
import { nameOf, secretOf, type Secret } from './access-secrets.ts';
import * as make from './access-subjects.ts';
import type { Subject, Subjects, Workshop } from './access-subjects.ts';
import {
  formerBrugge,
  makeVisitors,
  type Post,
  type Slug,
  type Towns,
  type Visitor,
} from './access-visitors.ts';
import { openInstallation, type Installation } from './installation.ts';
import { joinNetwork, makeTown, type Name } from './town.ts';
import { nextWorkingMorning } from './working-day.ts';

/** A running installation with three towns in it, everybody who tries, and all that they try to reach in Veurne. */
export type Stage = Pick<Installation, 'url'> &
  Workshop & {
    towns: Towns;
    visitors: readonly Visitor[];
    subjects: Subjects;
    secrets: readonly Secret[];
    ictPhone: string;
    /** A role that an attempt may try to end: one that stays, or one that was given for this. */
    roleToEnd(kind: 'trekker' | 'manager', trial: boolean): Promise<string>;
    /** What a list that waits would do, as whoever may confirm it is shown it. */
    fingerprintOf(subject: Subject | undefined): Promise<string>;
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
  const secrets = [...(await secretsOf(workshop, subjects)), ...(await secretsElsewhere(towns, joined))];
  const visitors = await makeVisitors(towns);
  return {
    ...{ url: installation.url, towns, subjects, secrets, visitors, ...workshop, ictPhone: phones.veurne },
    roleToEnd: (kind, trial) => roleToEnd(workshop, { kind, trial }),
    fingerprintOf: (subject) => fingerprintOf(workshop, subject),
    mailsRead: () => mailsRead(installation, { owner: joined.owner, visitors }),
    settle: () => settle(joined),
    close: async () => {
      await joined.leave();
      await installation.close();
    },
  };
}

const phones = { veurne: '058 987 651', koksijde: '058 987 652', brugge: '050 987 653' };

/** Every name says where it is from: what crosses is seen. */
async function makeTowns({ owner }: Joined): Promise<Towns> {
  const towns = {
    veurne: await makeTown('veurne'),
    koksijde: await makeTown('koksijde'),
    brugge: await makeTown('brugge'),
  };
  await joinNetwork(towns.veurne, towns.koksijde);
  await towns.brugge.inside((tx) =>
    bindAddress(tx, { kind: 'old_slug', lookup: formerBrugge, subjectId: towns.brugge.id }),
  );
  for (const [slug, town] of Object.entries(towns))
    await changeOrganisation(town.system, { name: slug, ictPhone: phones[slug as Slug] });
  await owner.query(
    `update person set first_name = first_name || slug from organisation o where o.id = organisation_id`,
  );
  return towns;
}

/** The first name, as it stands everywhere that somebody is named. */
const nameIn = (slug: Slug, name: Name) => `${name.slice(0, 1).toUpperCase()}${name.slice(1)}${slug}`;

const emptyUnit = 'Zwqunit';

const addEmptyUnit = ({ veurne }: Towns): Promise<string> =>
  veurne.inside(async (tx) => {
    const id = newId();
    await tx.insertInto('unit').values({ id, name: emptyUnit }).execute();
    return id;
  });

async function makeSubjects(here: Workshop): Promise<Subjects> {
  const question = [];
  for (const label of make.questionLabels) question.push(await make.makeQuestion(here, label));
  const toShare = await make.makeQuestion(here, 'answered');
  const omer = { id: here.town.personId('omer'), words: nameIn('veurne', 'omer') };
  return {
    question,
    tip: [await make.makeTip(here, 'ann'), await make.makeTip(here, 'mia')],
    answer: [await make.shareAnswer(here, toShare)],
    import: [await make.makeImport(here)],
    person: [
      { kind: 'person', label: 'a colleague', ...omer },
      // Whose id it is depends on who looks.
      { kind: 'person', label: 'oneself', id: '', words: '' },
    ],
    unit: [{ kind: 'unit', label: 'a unit', id: here.town.unitId('Archief'), words: 'Archief' }],
  };
}

const askers: readonly Name[] = ['mia', 'omer', 'karel'];

async function secretsOf({ town }: Workshop, subjects: Subjects): Promise<Secret[]> {
  const { question: questions } = subjects;
  const inEmptyUnit = questions.find(({ label }) => label === 'of an empty unit')!;
  const [ofInEmptyUnit] = secretOf(inEmptyUnit, 'veurne');
  return [
    ...Object.values(subjects).flatMap((all) => all.flatMap((subject) => secretOf(subject, 'veurne'))),
    ...askers.map((asker) => {
      const name = nameIn('veurne', asker);
      return nameOf({ personId: town.personId(asker), name }, questions);
    }),
    {
      ...{
        label: 'that somebody in an empty unit asked something',
        words: emptyUnit,
        town: 'veurne',
        isName: true,
        mayStayUnsaid: true,
      },
      mayRead: (reader) => reader.roles.includes('coordinator') || ofInEmptyUnit!.mayRead(reader),
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
