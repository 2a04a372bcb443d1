import { expect, test } from 'vitest';
import { readForm } from '#platform/forms.ts';
import { callInForm } from './helping-forms.ts';

const sent = (fields: Record<string, string>) =>
  new Request('http://localhost/', { method: 'POST', body: new URLSearchParams(fields) });

test('advice is asked without a word and without choosing anybody: both fields come empty', async () => {
  const read = await readForm(sent({ personId: '', note: '' }), callInForm);
  expect(read).toMatchObject({ ok: true, input: { personId: null, note: '' } });
});
