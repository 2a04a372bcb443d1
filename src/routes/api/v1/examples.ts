// What a call looks like, for openapi.json. One test holds each against its schema, another sends it.
const onBehalfOf = 'an.peeters@example.org';
const helper = 'bram.claes@example.org';
const id = '01977a2e-5f00-7c3a-9d41-3b6f2a9c1e07';
const unitId = '01976f10-2a40-7d55-8c02-6e1f0b9a7d33';
const coachId = '01976f10-2c18-7be4-b7a1-94d2e05c6f18';

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
  helper: 'Bram Claes',
  isMine: true,
  isUrgent: false,
};

const message = {
  id: '01977a7f-1d60-7b12-8c55-90d1e7f3a24b',
  kind: 'answer',
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
  application: 'OneDrive',
  level: 'start',
  links: [{ title: 'The manual', address: 'https://example.org/manual/42' }],
};

const tip = {
  ...newTip,
  id: '01977b03-88a0-7e6f-a1b2-4c5d6e7f8091',
  applicationVersion: null,
  unit: null,
  version: 1,
  reviewedOn: '2026-11-23',
  reviewOn: '2027-11-23',
  worksFor: 0,
  madeAt: '2026-11-23T10:05:00.000Z',
  changedAt: '2026-11-23T10:05:00.000Z',
};

const knownProblem = {
  id: '01977b20-41c8-7a0d-9e6b-2f3c4d5e6f70',
  category: 'printing',
  line: 'The printer on the second floor is being repaired.',
  publishedAt: '2026-11-23T07:55:00.000Z',
  endedAt: null,
  outcome: null,
  isFollowed: false,
};

export const examples = {
  newQuestion: { body: questionInList.title, category: 'files', onBehalfOf },
  question: { ...questionInList, body: questionInList.title, way: 'unit', messages: [message], notes: [] },
  questionInList,
  forAsker: `?onBehalfOf=${encodeURIComponent(onBehalfOf)}`,
  byAsker: { onBehalfOf },
  byHelper: { onBehalfOf: helper },
  giving: { to: coachId, onBehalfOf: helper },
  closing: { helped: true, alone: true, onBehalfOf },
  newMessage: { body: 'Choose Share, then Specific people.', kind: 'answer', onBehalfOf: helper },
  message,
  newTip,
  tip,
  working: { works: true, onBehalfOf },
  hit: { kind: 'tip', id: tip.id, externalId: tip.externalId, title: tip.title, why: ['folder', 'share'] },
  newProblem: { line: knownProblem.line, category: knownProblem.category, onBehalfOf: helper },
  knownProblem,
  ending: { outcome: 'It prints again.', onBehalfOf: helper },
  endedProblem: { ...knownProblem, endedAt: '2026-11-23T14:30:00.000Z', outcome: 'It prints again.' },
  person: {
    id: coachId,
    firstName: 'Bram',
    lastName: 'Claes',
    unit: 'Civil affairs',
    unitId,
    roles: ['coach'],
    visitingFrom: null,
  },
  unit: { id: unitId, parentId: null, name: 'Civil affairs' },
  ofUnit: `?unit=${unitId}`,
  coverage: {
    unitId,
    unit: 'Civil affairs',
    at: '2026-11-23T09:00:00.000Z',
    helpers: [
      {
        id: coachId,
        firstName: 'Bram',
        lastName: 'Claes',
        reason: 'own_coach',
        from: '2026-11-23T09:00:00.000Z',
        thereNow: true,
      },
    ],
  },
};
