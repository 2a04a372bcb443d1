import { test } from 'vitest';
import { complain, filesUnder, read } from './tree.ts';

const limit = 400;

test('no file grows beyond what can be read', () => {
  const files = filesUnder(['src', 'db', 'bin', 'demo', 'tests'], /(\.(ts|js|svelte|css|sql)|bin\/[^.]+)$/);
  const sizes = files.map((path) => ({ path, lines: read(path).split('\n').length - 1 }));
  const largest = sizes.toSorted((one, other) => other.lines - one.lines).slice(0, 10);
  console.log(
    [
      'The ten largest files:',
      ...largest.map(({ path, lines }) => `${String(lines).padStart(5)} ${path}`),
    ].join('\n'),
  );
  complain(
    largest.filter(({ lines }) => lines > limit).map(({ path, lines }) => `${path}: ${lines} lines`),
    `Divide by what the parts are about; nothing may be longer than ${limit} lines:`,
  );
});
