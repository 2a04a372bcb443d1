import * as v from 'valibot';
import { roles } from '#rooms/people/roles.ts';
import { described, id, moment, nextCursor, onBehalfOf, page } from './parts.ts';

export const listQuery = v.object({ onBehalfOf: v.optional(onBehalfOf), ...page });

export const person = v.object({
  id,
  firstName: v.string(),
  lastName: v.string(),
  unit: v.pipe(v.string(), described('Name of the unit they work in; of more than one the first.')),
  unitId: id,
  roles: v.pipe(v.array(v.picklist(roles)), v.description('Those of today.')),
  visitingFrom: v.pipe(
    v.nullable(v.string()),
    v.description(
      'The authority they work for, as it was typed here, when that is another; null for everybody else.',
    ),
  ),
});
export const pageOfPeople = v.object({ items: v.array(person), nextCursor });

export const unit = v.object({
  id,
  parentId: v.nullable(v.pipe(id, described('The unit above it.'))),
  name: v.string(),
});
export const pageOfUnits = v.object({ items: v.array(unit), nextCursor });

export const coverageQuery = v.object({
  unit: v.pipe(id, described('Id of a unit.')),
  at: v.optional(v.pipe(moment, described('From now to four weeks ahead; now if you say nothing.'))),
  onBehalfOf: v.optional(onBehalfOf),
});

const why = [
  'own_coach',
  'substitute',
  'neighbour',
  'expert',
  'pool',
  'ict',
  'coordinator',
  'admin',
] as const;

export const coverage = v.object({
  unitId: id,
  unit: v.string(),
  at: moment,
  helpers: v.pipe(
    v.array(
      v.object({
        id,
        firstName: v.string(),
        lastName: v.string(),
        reason: v.picklist(why),
        from: v.pipe(moment, described('From when they are there.')),
        thereNow: v.pipe(v.boolean(), v.description('Whether that is at the moment asked about.')),
      }),
    ),
    v.description('Whoever gets a question of this unit first stands first.'),
  ),
});
