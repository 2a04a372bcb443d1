// All tests, or with --only one kind of them; with --long the instruments that take hours. The last line says how many.
import { parseArgs } from 'node:util';
import { journeys, lint, long, types, vitest } from './test-stages.ts';
import { sum, type Tally } from './test-tally.ts';

const stages: Record<string, () => Promise<Tally[]>> = {
  lint,
  types,
  house: () => vitest(['house']),
  pure: () => vitest(['pure']),
  room: () => vitest(['room']),
  journeys,
};

function readOptions() {
  const { values } = parseArgs({
    options: { only: { type: 'string' }, long: { type: 'boolean', default: false } },
  });
  if (values.only !== undefined && !(values.only in stages))
    throw new Error(`--only takes one of: ${Object.keys(stages).join(', ')}`);
  return values;
}

async function runAll(): Promise<Tally[]> {
  return [
    ...(await lint()),
    ...(await types()),
    ...(await vitest(['house', 'pure', 'room'])),
    ...(await journeys()),
  ];
}

async function main(): Promise<number> {
  const { only, long: wantsLong } = readOptions();
  const { passed, failed } = sum(only ? await stages[only]!() : wantsLong ? await long() : await runAll());
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed > 0 || (passed === 0 && !wantsLong) ? 1 : 0;
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 2;
});
