import { expect, it } from 'vitest';
import { worksSentence } from './labels.ts';

it.each([
  [0, false, null],
  [1, false, 'Werkt ook bij 1 collega'],
  [3, false, "Werkt ook bij 3 collega's"],
  [1, true, 'Werkt ook bij jou'],
  [2, true, 'Werkt ook bij jou en 1 collega'],
  [4, true, "Werkt ook bij jou en 3 collega's"],
])('%i colleagues, the reader among them: %s', (worksFor, worksForMe, sentence) => {
  expect(worksSentence({ worksFor, worksForMe })).toBe(sentence);
});
