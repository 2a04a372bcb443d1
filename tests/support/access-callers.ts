import { addToken } from '#rooms/people/server/index.ts';
import { roles, tokenRoles } from '#rooms/people/roles.ts';
import { apiAttempt, type ApiDoor, type Caller } from './access-api.ts';
import type { Attempt } from './access-attempts.ts';
import type { Subject } from './access-subjects.ts';
import type { Stage } from './access-stage.ts';
import { postIn, type Post, type Slug, type Visitor } from './access-visitors.ts';

export type Callers = {
  /** A service of Veurne, for each who works there. */
  forPeople: Caller[];
  /** A token of Veurne of each role, for itself and for Ann. */
  ofRoles: Caller[];
  /** A service of Veurne, for somebody who does not work there. */
  forStrangers: Caller[];
  /** A token of each role of the other towns, for itself and for their own Ann. */
  fromElsewhere: Caller[];
  /** A service of another town, for each who works there. */
  elsewhere: Caller[];
  /** No token, a wrong one, or somebody's cookie. */
  without: Caller[];
};

const tokenKinds = [...roles, ...tokenRoles];

export async function makeCallers(stage: Stage): Promise<Callers> {
  const callerFrom = async (town: Slug, role: (typeof tokenKinds)[number]) => {
    const secret = await stage.towns[town].inside((tx) => addToken(tx, role));
    const headers = { authorization: `Bearer ${secret}` };
    return { name: `a token ${role} of ${town}`, headers, token: { town, role } } satisfies Caller;
  };
  const ofEachRole = (town: Slug) => Promise.all(tokenKinds.map((role) => callerFrom(town, role)));
  const services = {
    veurne: await callerFrom('veurne', 'service'),
    koksijde: await callerFrom('koksijde', 'service'),
    brugge: await callerFrom('brugge', 'service'),
  };
  const workers = (town: Slug) => stage.visitors.filter((visitor) => postIn(visitor, town));
  const annOf = (town: Slug) => stage.everybody.find(({ name }) => name === `ann of ${town}`)!;
  const withAnn = (callers: Caller[], town: Slug) =>
    callers.flatMap((caller) => [caller, actingFor(caller, annOf(town), town)]);
  const others = ['koksijde', 'brugge'] as const;
  return {
    forPeople: workers('veurne').map((visitor) => actingFor(services.veurne, visitor, 'veurne')),
    ofRoles: withAnn(await ofEachRole('veurne'), 'veurne'),
    forStrangers: await strangers(stage, services.veurne),
    fromElsewhere: [
      ...withAnn(await ofEachRole('koksijde'), 'koksijde'),
      ...withAnn(await ofEachRole('brugge'), 'brugge'),
    ],
    elsewhere: others.flatMap((town) =>
      workers(town).map((visitor) => actingFor(services[town], visitor, town)),
    ),
    without: [
      { name: 'nobody', headers: {}, token: null },
      {
        name: 'a made-up token',
        headers: { authorization: 'Bearer tk_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' },
        token: null,
      },
      { name: 'the cookie of ann', headers: { cookie: annOf('veurne').cookie }, token: null },
    ],
  };
}

function actingFor(caller: Caller, visitor: Visitor, town: Slug): Caller {
  const post = postIn(visitor, town)!;
  return {
    ...caller,
    name: `${caller.name} for ${visitor.name}`,
    person: { reference: post.personId, post },
  };
}

/** Ann of Koksijde, by her id and her address; Wim, who left; and nobody. */
async function strangers({ owner, towns }: Stage, service: Caller): Promise<Caller[]> {
  const ann = towns.koksijde.personId('ann');
  const { rows } = await owner.query<{ id: string; email: string }>(
    `select id, email from person where id = $1 or first_name = 'Wim'`,
    [ann],
  );
  const references = [...rows.flatMap(({ id, email }) => [id, email]), 'nobody@nowhere.example'];
  return references.map((reference) => ({
    ...service,
    name: `${service.name} for ${reference}`,
    person: { reference, post: undefined as Post | undefined },
  }));
}

/** Who tries what: whoever works in Veurne every question, all others one. */
export function apiAttemptsAt(stage: Stage, door: ApiDoor, callers: Callers): Attempt[] {
  const { about } = door.rule;
  const all: readonly (Subject | undefined)[] = about ? stage.subjects[about] : [undefined];
  const one = all.slice(0, 1);
  const at = (slug: Slug, tried: typeof all, named?: string) => (caller: Caller) =>
    tried.map((subject) => apiAttempt(door, caller, { slug, subject, named }));
  return [
    ...callers.forPeople.flatMap(at('veurne', all)),
    ...callers.forPeople.slice(0, 3).flatMap(at('veurne', all, stage.towns.veurne.id)),
    ...[callers.ofRoles, callers.forStrangers, callers.fromElsewhere, callers.without]
      .flat()
      .flatMap(at('veurne', one)),
    ...callers.elsewhere.flatMap((caller) => at(caller.token!.town, one)(caller)),
  ];
}
