import { expect, it } from 'vitest';
import { askQuestion } from '#rooms/helpline/server/index.ts';
import { actions } from '../../src/routes/[organisation]/vragen/[question]/+page.server.ts';
import { rowsOf, useWorld } from '../support/world.ts';

// What the pages of whoever asks do with what is sent to them, beside what the verbs say.

const world = useWorld();

it('takes what is no form for an empty one, and writes nothing', async () => {
  const who = await world.veurne.as('mia');
  const question = await askQuestion(who, { body: 'Waar is de sleutel?', theme: null, key: '' });
  const headers = { 'content-type': 'multipart/form-data; boundary=x' };
  const request = new Request('https://trekkracht.test/', { method: 'POST', body: '--x\r\nname', headers });
  const event = { request, locals: { who }, params: { organisation: 'veurne', question } };
  expect(await actions.writeBack(event as never)).toMatchObject({ status: 422 });
  expect(await rowsOf('question_message', `question_id = '${question}'`)).toEqual([]);
});
