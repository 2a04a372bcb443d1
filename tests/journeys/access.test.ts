import { expect, test as base } from '@playwright/test';
import { rights, type VerbName } from '../../src/rooms/people/rights.ts';
import { roles, type Role } from '../../src/rooms/people/roles.ts';
import type { ApiDoor } from '../support/access-api.ts';
import { apiRules } from '../support/access-api-rules.ts';
import { allowedAt, allowedOfPrograms } from '../support/access-allowed.ts';
import { answersTo, faultsOf, readersOtherThanSaid, type Answer } from '../support/access-answers.ts';
import {
  attemptsAt,
  doorsOf,
  isInside,
  rulesOf,
  type Attempt,
  type Door,
} from '../support/access-attempts.ts';
import { apiAttemptsAt, makeCallers, type Callers } from '../support/access-callers.ts';
import { apiPairsAt, differences, pairsAt } from '../support/access-nowhere.ts';
import { openAttemptsAt, openPairs, openRuleOf, openRules } from '../support/access-open.ts';
import { forService, onlyFor } from '../support/access-rights.ts';
import { routesHere } from '../support/access-routes.ts';
import { rules } from '../support/access-rules.ts';
import { leaksIn } from '../support/access-secrets.ts';
import { openStage, type Stage } from '../support/access-stage.ts';
import { changedBy } from '../support/access-traces.ts';

// Every address, as everybody: the list of addresses is read from src/routes, what must become of each attempt
// from the rules in tests/support/access-*.ts, which say once more, apart from the code, who may do what.

type Access = { stage: Stage; callers: Callers; tried: { requests: number } };

const test = base.extend<Record<never, never>, { access: Access }>({
  access: [
    async ({}, use, { parallelIndex }) => {
      const stage = await openStage(parallelIndex);
      const callers = await makeCallers(stage);
      await stage.settle();
      const tried = { requests: 0 };
      await use({ stage, callers, tried });
      console.log(`The access test made ${tried.requests} requests.`);
      await stage.close();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
});

test.describe.configure({ timeout: 900_000 });

const routes = routesHere();
const doors = doorsOf(routes);
const inApi = '/api/v1/[organisation]';
const apiDoors: ApiDoor[] = routes.flatMap((route) => {
  const rule = apiRules[route.line.slice(inApi.length)];
  const isCall = route.address.startsWith(`${inApi}/`) && rule !== undefined;
  return isCall ? [rule].flat().map((one) => ({ route, rule: one })) : [];
});

/** At most so many lines of a failure are worth reading. */
const most = 40;

function complain(faults: readonly string[], what: string): void {
  const more = faults.length > most ? [`… and ${faults.length - most} more`] : [];
  if (faults.length > 0) throw new Error([what, ...faults.slice(0, most), ...more].join('\n  '));
}

test('it is said of every address what must become of an attempt, and of none that is gone', () => {
  const known = routes.filter((route) =>
    isInside(route) ? rulesOf(route) : openRuleOf(route) || apiDoors.some((door) => door.route === route),
  );
  complain(
    routes.filter((route) => !known.includes(route)).map(({ line }) => line),
    'Say who may reach these, and what stands in their address: pages in tests/support/access-rules.ts, calls of the API in access-api.ts, what names no organisation in access-open.ts. What can stand in an address is made in access-subjects.ts:',
  );
  const lines = new Set(routes.map(({ line }) => line));
  const said = [
    ...Object.keys(rules).map((line) => `/[organisation]${line}`),
    ...Object.keys(apiRules).map((line) => inApi + line),
    ...Object.keys(openRules),
  ];
  complain(
    said.filter((line) => !lines.has(line)),
    'These addresses are gone; take their rules out of tests/support/access-*.ts:',
  );
  complain(
    doors
      .filter(
        ({ route, rule }) => /\[(?!organisation)/.test(route.address + (rule.query ?? '')) && !rule.about,
      )
      .map(({ route }) => route.line),
    'Say what these addresses are about, so that there is an id to put in them (tests/support/access-rules.ts):',
  );
});

test('the rights table says what product.md says, and every verb of it is tried', () => {
  const verbs = Object.keys(rights) as VerbName[];
  const faults = verbs.flatMap((verb) => {
    const allowed: readonly string[] = rights[verb];
    const wanted: readonly string[] = [
      ...(onlyFor[verb] ?? roles),
      ...(forService.includes(verb) ? ['service'] : []),
    ];
    const differ = [...allowed, ...wanted].filter(
      (role) => !allowed.includes(role) || !wanted.includes(role),
    );
    return differ.length > 0 ? [`${verb}: ${differ.join(', ')}`] : [];
  });
  complain(
    faults,
    'The rights table and tests/support/access-rights.ts differ about these roles. If it is meant, change both:',
  );
  const tried = new Set([
    ...doors.flatMap(({ rule }) => [...rule.verbs, ...(rule.also ?? [])]),
    ...apiDoors.flatMap(({ rule }) => [
      ...rule.verbs,
      ...(rule.alone?.includes('coordinator') ? (['questionsInShort'] as const) : []),
    ]),
  ]);
  complain(
    verbs.filter((verb) => !tried.has(verb)),
    'No address is said to ask for these verbs. Name them at the address that does, in tests/support/access-rules.ts:',
  );
});

test('somebody of each role tries, from Veurne, from its network and from outside', ({
  access: { stage },
}) => {
  const roleIn = (town: string) =>
    new Set(
      stage.everybody.flatMap(({ jobs }) => jobs.flatMap((job) => (job.town === town ? job.roles : []))),
    );
  for (const town of ['veurne', 'koksijde', 'brugge'])
    complain(
      roles.filter((role: Role) => !roleIn(town).has(role)),
      `Nobody of ${town} has these roles; give one to somebody in tests/support/town.ts:`,
    );
});

const asTheRulesSay = 'Not as the rules of tests/support/access-*.ts say:';

/** Makes the attempts, and says what was wrong with the answers. */
async function tryAll({ stage, tried }: Access, attempts: readonly Attempt[]): Promise<Answer[]> {
  tried.requests += attempts.length;
  const answers = await answersTo(stage, attempts);
  complain(
    answers.flatMap((answer) => faultsOf(stage, answer)),
    asTheRulesSay,
  );
  return answers;
}

/** The same for attempts after which everything must be as it was. */
async function tryInVain(access: Access, attempts: readonly Attempt[]): Promise<void> {
  const changed = await changedBy(access.stage.owner, () => tryAll(access, attempts));
  complain(changed, 'Attempts that were refused left something behind in:');
}

const allAttempts = async (stage: Stage, at: readonly Door[]) =>
  (await Promise.all(at.map((door) => attemptsAt(stage, door)))).flat();

test('a page and its data open for whom the rules let in; who may see a question is exactly the rule', async ({
  access,
}) => {
  const pages = doors.filter(({ route }) => route.kind === 'page' || route.kind === 'data');
  const answers = await tryAll(access, await allAttempts(access.stage, pages));
  complain(readersOtherThanSaid(access.stage, answers), 'Seen by somebody else than the rules say:');
});

test('an address that names no organisation shows nothing of any', async ({ access }) => {
  const open = routes.filter(({ address }) => !address.includes('[organisation]'));
  await tryInVain(
    access,
    open.flatMap((route) => openAttemptsAt(access.stage, route)),
  );
});

test('who is refused an action has changed nothing', async ({ access }) => {
  const { stage } = access;
  const changing = doors.filter(({ route }) => route.kind === 'action' || route.kind === 'method');
  const attempts = await allAttempts(stage, changing);
  await tryInVain(
    access,
    attempts.filter(({ expected }) => expected.outcome !== 'done'),
  );
});

test('a form that another site sent in somebody’s name changes nothing', async ({ access }) => {
  const { stage } = access;
  const actions = doors.filter(({ route }) => route.kind === 'action');
  const done = (await allAttempts(stage, actions)).filter(({ expected }) => expected.outcome === 'done');
  await tryInVain(access, done.map(fromAnotherSite));
});

const fromAnotherSite = (attempt: Attempt): Attempt => ({
  ...attempt,
  headers: { ...attempt.headers, origin: 'https://elsewhere.example' },
  expected: { outcome: 'refused', status: 403 },
  label: `${attempt.label}, from another site`,
});

test('a program does what its token and the person it acts for may, and no more', async ({ access }) => {
  const { stage, callers } = access;
  const attempts = apiDoors.flatMap((door) => apiAttemptsAt(stage, door, callers));
  await tryInVain(
    access,
    attempts.filter(({ expected }) => expected.outcome !== 'done'),
  );
});

test('what is elsewhere is answered like what is nowhere', async ({ access }) => {
  const { stage, callers, tried } = access;
  const pairs = [
    ...(await Promise.all(doors.map((door) => pairsAt(stage, door)))).flat(),
    ...apiDoors.flatMap((door) => apiPairsAt(stage, door, callers)),
    ...openPairs(stage, routes),
  ];
  tried.requests += 2 * pairs.length;
  complain(await differences(stage, pairs), 'Somebody can tell that this is there:');
});

test('no mail tells anybody what they may not read', async ({ access: { stage } }) => {
  const mails = await stage.mailsRead();
  const faults = mails.flatMap(({ address, text, reader }) =>
    leaksIn(text, { secrets: stage.secrets, reader, namesPeople: false }).map(
      ({ label }) => `a mail to ${address} gives away: ${label}`,
    ),
  );
  expect(mails.length).toBeGreaterThan(5);
  complain(faults, asTheRulesSay);
});

test('what a program may do is done', async ({ access }) => {
  const { forPeople, ofRoles } = access.callers;
  for (const door of apiDoors.filter(({ route }) => route.name === 'POST'))
    for await (const attempt of allowedOfPrograms(
      access.stage,
      door,
      door.rule.about ? forPeople : [...forPeople, ...ofRoles],
    ))
      await tryAll(access, [attempt]);
});

test('what somebody may do is done', async ({ access }) => {
  const actions = doors.filter(({ route }) => route.kind === 'action');
  for (const door of actions.toSorted((one, other) => turnOf(one) - turnOf(other)))
    for await (const attempt of allowedAt(access.stage, door)) await tryAll(access, [attempt]);
});

/** Whoever goes away or changes roles passes on what they have: that comes last. */
const turnOf = ({ rule }: Door): number => {
  if (rule.about === 'question') return 0;
  // Nobody stands in for anybody any more.
  if (rule.verbs.includes('changeHelper')) return 3;
  return rule.verbs.some((verb) => /Away|Absence|Role|pause/.test(verb)) ? 2 : 1;
};
