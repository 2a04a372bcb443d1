import { sql } from 'kysely';
import { allow, found, NotFound } from '#platform/errors.ts';
import { localDay } from '#platform/days.ts';
import { isId } from '#platform/ids.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { fullName, type Name } from '#rooms/people/name.ts';
import { canTick, isTheirs, seesStep, type Doer, type ShownBy } from '../../welcome/steps.ts';
import { settleWelcomes, isDone } from './done.ts';

export type StepHere = {
  id: string;
  sentence: string;
  doer: Doer;
  shownBy: ShownBy | null;
  done: boolean;
  /** Null while it is open, and when it shows by itself. */
  tickedAt: Date | null;
  tickedBy: Name | null;
};

/** A list, or what the reader does of it. */
export type ListHere = Name & {
  id: string;
  kind: 'newcomer' | 'coach';
  personId: string;
  unitIds: string[];
  unitName: string;
  /** YYYY-MM-DD */
  beginsOn: string;
  isFinished: boolean;
  buddy: (Name & { personId: string }) | null;
  steps: StepHere[];
};

/**
 * What is running for the person who looks, in one question to the database: their own lists, whole, and of newcomers in
 * the units they coach or manage only what is theirs to do. Ready ones are left out, but for the own.
 */
export const myWelcome = verb('myWelcome', async (tx) => {
  const me = tx.actor.personId;
  const unitIds = tx.actor.roles.flatMap(({ kind, unitId }) =>
    unitId && (kind === 'coach' || kind === 'manager') ? [unitId] : [],
  );
  const lists = await listsThat(
    tx,
    sql`w.person_id = ${me} or (w.kind = 'newcomer' and w.finished_at is null and u.ids && ${unitIds}::uuid[])`,
  );
  return {
    mine: lists.filter(({ personId }) => personId === me),
    near: lists.filter(({ personId }) => personId !== me).flatMap((list) => partOf(tx, list)),
    now: tx.now,
  };
});

/** Nothing of it is left over for who has done theirs. */
function partOf(tx: Tx, list: ListHere): ListHere[] {
  const steps = list.steps.filter(({ doer }) => isTheirs(tx.actor, { ...list, doer }));
  return steps.some(({ done }) => !done) ? [{ ...list, steps }] : [];
}

/** The lists of these colleagues, for who welcomes people. */
export const listsOf = (tx: Tx, personIds: readonly string[]): Promise<ListHere[]> =>
  listsThat(
    tx,
    sql`w.person_id = any(${[...personIds]}::uuid[]) and exists (select from welcome_step where welcome_id = w.id)`,
  );

/** Ticks a step, or takes the tick back: by whom it is to be done, or by who welcomes people. */
export const tickWelcomeStep = verb('tickWelcomeStep', async (tx, id: string, done: boolean) => {
  if (!isId(id)) throw new NotFound();
  const { welcome_id: welcomeId } = found(
    await tx.selectFrom('welcome_step').select('welcome_id').where('id', '=', id).executeTakeFirst(),
  );
  const list = found((await listsThat(tx, sql`w.id = ${welcomeId}`))[0]);
  const step = { ...list, doer: found(list.steps.find((one) => one.id === id)).doer };
  if (!seesStep(tx.actor, step)) throw new NotFound();
  allow(canTick(tx.actor, step));
  const tick = done
    ? { ticked_at: tx.now, ticked_by: tx.actor.personId }
    : { ticked_at: null, ticked_by: null };
  await tx
    .updateTable('welcome_step')
    .set(tick)
    .where('id', '=', id)
    .where('ticked_at', done ? 'is' : 'is not', null)
    .execute();
  await settleWelcomes(tx, welcomeId);
  const after = found((await listsThat(tx, sql`w.id = ${welcomeId}`))[0]);
  return { personId: list.personId, name: fullName(list), isFinished: after.isFinished };
});

type Read = Omit<ListHere, 'steps'> & { steps: (Omit<StepHere, 'tickedAt'> & { tickedAt: string | null })[] };

async function listsThat(tx: Tx, fit: ReturnType<typeof sql>): Promise<ListHere[]> {
  const today = localDay(tx.now);
  const { rows } = await sql<Read>`
    select w.id, w.kind, w.person_id as "personId", p.first_name as "firstName", p.last_name as "lastName",
           w.begins_on as "beginsOn", w.finished_at is not null as "isFinished",
           u.ids as "unitIds", u.name as "unitName", s.steps,
           case when b.id is not null then json_build_object(
             'personId', b.id, 'firstName', b.first_name, 'lastName', b.last_name) end as buddy
      from welcome w
      join person p on p.id = w.person_id
      left join named b on b.id = w.buddy_id and b.works_here
      join lateral (
        select array_agg(a.unit_id) as ids, (array_agg(n.name order by a.starts_on nulls first, a.id))[1] as name
          from appointment a join unit n on n.id = a.unit_id
         where a.person_id = p.id and (a.ends_on is null or a.ends_on >= ${today})) u on u.ids is not null
      cross join lateral (
        select coalesce(json_agg(json_build_object(
            'id', s.id, 'sentence', s.sentence, 'doer', s.doer, 'shownBy', s.shown_by, 'done', ${isDone},
            'tickedAt', s.ticked_at, 'tickedBy', case when t.id is not null then json_build_object(
              'firstName', t.first_name, 'lastName', t.last_name) end) order by s.position, s.id), '[]') as steps
          from welcome_step s left join named t on t.id = s.ticked_by
         where s.welcome_id = w.id) s
     where ${fit}
     order by w.begins_on, p.last_name, w.id`.execute(tx);
  return rows.map(({ steps, ...list }) => ({
    ...list,
    steps: steps.map((step) => ({
      ...step,
      tickedAt: step.tickedAt === null ? null : new Date(step.tickedAt),
    })),
  }));
}
