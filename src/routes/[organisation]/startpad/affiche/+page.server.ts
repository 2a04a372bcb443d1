import { postersHere } from '#rooms/startpath/server/index.ts';
import { stepNumber } from '#rooms/startpath/steps.ts';

export const load = async ({ locals: { who } }) => ({
  number: stepNumber('poster'),
  posters: await postersHere(who),
  keeps: who.may('writeStepText'),
});
