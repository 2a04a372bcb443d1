// What a call looks like, for openapi.json. A test holds each against its schema.
const onBehalfOf = 'an.peeters@example.org';
const id = '01977a2e-5f00-7c3a-9d41-3b6f2a9c1e07';

const questionInList = {
  id,
  title: 'How do I share a folder with somebody outside?',
  state: 'answered',
  category: 'files',
  unit: 'Civil affairs',
  askedAt: '2026-11-23T08:12:00.000Z',
  changedAt: '2026-11-23T09:40:00.000Z',
  waitsUntil: null,
  asker: 'An Peeters',
  helper: 'Bram',
  isMine: true,
};

const message = {
  id: '01977a7f-1d60-7b12-8c55-90d1e7f3a24b',
  from: 'helper',
  author: 'Bram Claes',
  body: 'Choose Share, then Specific people.',
  writtenAt: '2026-11-23T09:40:00.000Z',
};

const newTip = {
  title: 'Sharing a folder with somebody outside',
  body: 'Choose Share, then Specific people, and type the address.',
  category: 'files',
  externalId: 'manual-42',
  status: 'published',
};

const tip = { ...newTip, id: '01977b03-88a0-7e6f-a1b2-4c5d6e7f8091', madeAt: '2026-11-23T10:05:00.000Z' };

export const examples = {
  newQuestion: { body: questionInList.title, category: 'files', onBehalfOf },
  question: { ...questionInList, body: questionInList.title, messages: [message] },
  questionInList,
  newMessage: { body: 'Thank you, that works.', onBehalfOf },
  message,
  newTip,
  tip,
  hit: { kind: 'tip', id: tip.id, externalId: tip.externalId, title: tip.title, why: ['folder', 'share'] },
};
