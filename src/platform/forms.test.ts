import { expect, test } from 'vitest';
import * as v from 'valibot';
import { readForm } from './forms.ts';

const schema = v.object({ name: v.string('missing') });
const read = (body: BodyInit, type = 'application/x-www-form-urlencoded') =>
  readForm(
    new Request('http://localhost/', { method: 'POST', body, headers: { 'content-type': type } }),
    schema,
  );

test('what was typed comes back as a plain object that a page can be sent', async () => {
  const { values } = await read('name=Mia&__proto__=x&constructor=y&other=z');
  expect(Object.keys(values)).toEqual(['name', 'constructor', 'other']);
});

test('no text holds what the database cannot, whatever the form', async () => {
  expect(await read('name=M%00ia&other=%00')).toMatchObject({
    input: { name: 'Mia' },
    values: { name: 'Mia', other: '' },
  });
});

test('what is no form is an empty one', async () => {
  for (const body of ['nonsense', '--x\r\nname', ''])
    expect(await read(body, 'multipart/form-data; boundary=x')).toMatchObject({ ok: false, values: {} });
  expect(await read('name', 'multipart/form-data')).toMatchObject({ ok: false, values: {} });
});
