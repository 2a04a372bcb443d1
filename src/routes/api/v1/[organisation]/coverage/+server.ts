import { coverageOf } from '#rooms/people/server/index.ts';
import { answer } from '../../answer.server.ts';
import { calls } from '../../calls.ts';

export const GET = answer(calls.readCoverage, async ({ who, query }) => {
  const { unitId, unitName, at, chain } = await coverageOf(
    who,
    query.unit,
    query.at ? new Date(query.at) : null,
  );
  const helpers = chain.map(({ personId, firstName, lastName, reason, from, thereNow }) => ({
    id: personId,
    firstName,
    lastName,
    // Its kind alone: for whom somebody stands in, and so who is away, is not for programs.
    reason: reason.kind,
    from: from.toISOString(),
    thereNow,
  }));
  return { body: { unitId, unit: unitName, at: at.toISOString(), helpers } };
});
