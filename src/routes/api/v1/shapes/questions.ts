import * as v from 'valibot';
import { askForm, backForm, longestText } from '#rooms/helpline/forms.ts';
import { questionStates } from '#rooms/helpline/question.ts';
import { urgentKinds } from '#rooms/helpline/urgent.ts';
import { category, day, described, id, moment, nextCursor, onBehalfOf, page } from './parts.ts';

const unitOfQuestion = v.pipe(
  v.string(),
  described('Empty when it was asked outside the own unit, which is then nobody’s to know.'),
);

export const questionsQuery = v.object({
  onBehalfOf: v.optional(onBehalfOf),
  state: v.optional(v.picklist(questionStates)),
  unit: v.optional(v.pipe(id, described('Id of a unit.'))),
  category: v.optional(category),
  ...page,
});

const ways = ['unit', 'outside'] as const;

const way = v.optional(
  v.pipe(
    v.picklist(
      ways,
      'must be one of unit, outside; under cover is asked on the page, never through a program',
    ),
    v.description(
      'To the own unit, or to somebody outside it. Under cover is never asked through a program.',
    ),
  ),
  'unit',
);

export const newQuestion = v.object({
  body: askForm.entries.body,
  category: askForm.entries.theme,
  way,
  coach: v.optional(v.pipe(id, described('Id of the coach who is to have it first.'))),
  urgent: v.optional(
    v.pipe(
      v.picklist([...urgentKinds, 'no']),
      v.description('What cannot wait: ICT hears of it at once. Absent: the words of the question tell.'),
    ),
  ),
  onBehalfOf,
});

const kinds = ['reply', 'answer', 'call', 'visit', 'note'] as const;
const isComing = (kind: string | undefined) => kind === 'call' || kind === 'visit';

export const newMessage = v.pipe(
  v.object({
    body: v.optional(
      v.pipe(
        v.string(),
        v.transform((text) => text.replaceAll(/\r\n?/g, '\n')),
        v.trim(),
        v.maxLength(longestText),
        described('With call and visit when that will be, in at most 80 characters, and then optional.'),
      ),
    ),
    stuck: backForm.entries.stuck,
    kind: v.optional(
      v.pipe(
        v.picklist(kinds),
        v.description(
          'reply: of whoever asked; the others of whoever helps. A note is read by helpers alone. Absent: reply or answer.',
        ),
      ),
    ),
    onBehalfOf,
  }),
  v.forward(
    v.partialCheck(
      [['body'], ['kind']],
      ({ body, kind }) => body !== undefined || isComing(kind),
      'is required',
    ),
    ['body'],
  ),
  v.forward(
    v.partialCheck(
      [['body'], ['kind']],
      ({ body, kind }) => body !== '' || isComing(kind),
      'must not be empty',
    ),
    ['body'],
  ),
  v.forward(
    v.partialCheck(
      [['body'], ['kind']],
      ({ body, kind }) => !isComing(kind) || (body ?? '').length <= 80,
      'must have at most 80 characters',
    ),
    ['body'],
  ),
);

export const closing = v.object({
  helped: v.optional(
    v.pipe(
      v.boolean(),
      v.description('Whether it helped: asked of whoever asked, once there was an answer.'),
    ),
  ),
  alone: v.optional(
    v.pipe(v.boolean(), v.description('Whether they can do it alone now: of whoever asked, once.')),
  ),
  onBehalfOf,
});

export const byHelper = v.object({ onBehalfOf });
export const giving = v.object({ to: v.pipe(id, described('Id of somebody who helps.')), onBehalfOf });

const summary = {
  id,
  title: v.string(),
  state: v.picklist(questionStates),
  category: v.nullable(category),
  unit: unitOfQuestion,
  askedAt: moment,
  changedAt: moment,
  waitsUntil: v.nullable(v.pipe(moment, described('When it moves on to the next helper if nobody reacts.'))),
  asker: v.nullable(v.string()),
  helper: v.nullable(v.pipe(v.string(), described('First name of whoever has it.'))),
  isMine: v.pipe(v.boolean(), v.description('Whether the person you act for asked it.')),
  isUrgent: v.boolean(),
};

export const message = v.object({
  id,
  kind: v.picklist(kinds),
  from: v.picklist(['asker', 'helper']),
  author: v.nullable(v.string()),
  body: v.string(),
  writtenAt: moment,
});
export const question = v.object({
  ...summary,
  body: v.string(),
  way: v.picklist(ways),
  messages: v.array(message),
  notes: v.pipe(
    v.array(message),
    v.description('For whoever helps: never show them to the asker, for whom this list is always empty.'),
  ),
});
export const questionInList = v.object(summary);
export const questionInShort = v.object({
  unit: v.string(),
  category: v.nullable(category),
  state: v.picklist(questionStates),
  askedOn: day,
});
export const pageOfQuestions = v.object({
  items: v.union([v.array(questionInList), v.array(questionInShort)]),
  nextCursor,
});
