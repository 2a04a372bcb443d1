import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { Conflict, Forbidden, Invalid } from '#platform/errors.ts';
import { asOwner, travelTo } from '../../../../tests/support/database.ts';
import { mondayMorning, useWorld, type Name } from '../../../../tests/support/world.ts';
import {
  answerQuestion,
  askQuestion,
  closeAsAsker,
  mergeQuestions,
  passOn,
  questionThread,
  splitQuestion,
  undoMerge,
  undoSplit,
  writeBack,
} from './index.ts';

/** `LONG=1` walks many more histories. */
const runs = process.env.LONG
  ? { numRuns: 1_000, seed: Date.now() % 2 ** 31 }
  : { numRuns: 20, seed: 20261123 };
const longestRunMs = process.env.LONG ? 3_600_000 : 120_000;

const world = useWorld();
const askers = ['mia', 'karel', 'mara'] as const;

beforeEach(() => travelTo(mondayMorning));

/** Numbers choose among what is there at that moment, so that every history can be played. */
const deed = fc.record({
  does: fc.constantFrom(
    ...['ask', 'write', 'write', 'stuck', 'answer', 'answer', 'merge', 'merge', 'split', 'split'],
    ...['undoMerge', 'undoSplit', 'passOn', 'close'],
  ),
  which: fc.nat(20),
  other: fc.nat(20),
});
type Deed = { does: string; which: number; other: number };

/** What was said: by whom, and in which question it was written (an answer: in each that it went to). */
type Said = { by: Name | 'helper'; questions: Set<string> };

class History {
  readonly questions: { id: string; asker: Name }[] = [];
  readonly said = new Map<string, Said>();
  readonly splitFrom = new Map<string, string>();

  private text = (said: Said): string => {
    const text = `tekst${this.said.size}.`;
    this.said.set(text, said);
    return text;
  };

  async ask(asker: Name): Promise<void> {
    const questions = new Set<string>();
    const id = await askQuestion(await as(asker), {
      body: this.text({ by: asker, questions }),
      theme: null,
      key: '',
    });
    questions.add(id);
    this.questions.push({ id, asker });
  }

  async play({ does, which, other }: Deed): Promise<void> {
    if (does === 'ask') return this.ask(askers[which % askers.length]!);
    const { id, asker } = this.questions[which % this.questions.length]!;
    const second = this.questions[other % this.questions.length]!;
    const helper = await helperOf(id);
    switch (does) {
      case 'write':
      case 'stuck':
        return this.write(id, asker, does === 'stuck');
      case 'answer':
        return this.answer(id, helper);
      case 'merge':
        return void (await mergeQuestions(helper, { fromId: second.id, intoId: id }));
      case 'split':
        return this.split(id, { helper, asker, at: other });
      case 'undoMerge':
        return void (await undoMerge(helper, await tieAt('merge', which)));
      case 'undoSplit':
        return void (await undoSplit(helper, await tieAt('split', which)));
      case 'passOn':
        return passOn(helper, id);
      default:
        return closeAsAsker(await as(asker), id, { helped: true });
    }
  }

  private async write(id: string, asker: Name, stuck: boolean): Promise<void> {
    if ((await questionThread(await as(asker), id)).ties.returnedTo) return;
    const body = this.text({ by: asker, questions: new Set([id]) });
    await writeBack(await as(asker), id, { body, stuck });
  }

  /** It goes to the questions that the helper sees on that page. */
  private async answer(id: string, helper: Actor): Promise<void> {
    const { ties } = await questionThread(helper, id);
    const body = this.text({ by: 'helper', questions: new Set([id, ...ties.joined.map((one) => one.id)]) });
    await answerQuestion(helper, id, { body, theme: null }).catch((error: unknown) => {
      this.said.delete(body);
      throw error;
    });
  }

  private async split(id: string, { helper, asker, at }: { helper: Actor; asker: Name; at: number }) {
    const { messages } = await questionThread(helper, id);
    const own = messages.filter(({ sender }) => sender === 'asker').map((one) => one.id);
    const into = await splitQuestion(helper, id, { messages: own.slice(at % (own.length || 1)) });
    this.splitFrom.set(into, id);
    this.questions.push({ id: into, asker });
  }

  /** Where something must be once nothing is merged or split any more. */
  home = (id: string): string => (this.splitFrom.has(id) ? this.home(this.splitFrom.get(id)!) : id);
}

type Actor = Awaited<ReturnType<typeof as>>;
const as = (name: Name) => world.veurne.as(name);

/** Whoever has the question; for one that nobody has, Ann, who coaches the unit. */
async function helperOf(id: string) {
  const [row] = await asOwner<{ first_name: string | null }>(
    'select first_name from question left join person on person.id = holder_id where question.id = $1',
    [id],
  );
  return as((row?.first_name?.toLowerCase() ?? 'ann') as Name);
}

type Tie = { id: string; by: string };
const ties = (kind: 'merge' | 'split') =>
  asOwner<Tie & { at: Date }>(
    `select tie.id, tie.${kind === 'merge' ? 'merged_at' : 'split_at'} as at, lower(first_name) as by
       from question_${kind} tie join person on person.id = ${kind === 'merge' ? 'merged_by' : 'split_by'}
      where undone_at is null order by at desc, tie.id desc`,
  );
const tieAt = async (kind: 'merge' | 'split', index: number) => {
  const all = await ties(kind);
  return all[index % (all.length || 1)]?.id ?? 'none';
};

/** By whoever made them, the newest first. */
async function undoAll(): Promise<void> {
  const merges = (await ties('merge')).map((tie) => ({ ...tie, undo: undoMerge }));
  const splits = (await ties('split')).map((tie) => ({ ...tie, undo: undoSplit }));
  const newestFirst = [...merges, ...splits].toSorted((one, other) => other.at.getTime() - one.at.getTime());
  for (const { id, by, undo } of newestFirst) await undo(await as(by as Name), id);
}

/** Every text that is kept, and in which question. */
const kept = () =>
  asOwner<{ question: string; body: string }>(
    `select id as question, body from question where body <> '' union all select question_id, body from question_message`,
  );

/** What an asker can read anywhere is what they wrote, or an answer to something of theirs. */
async function eachReadsOnlyTheirs(history: History): Promise<void> {
  for (const asker of askers) {
    const mine = history.questions.filter((one) => one.asker === asker).map((one) => one.id);
    const read: string[] = [];
    for (const id of mine) {
      const { question, messages, ties: tied } = await questionThread(await as(asker), id);
      read.push(
        ...(JSON.stringify([question.title, question.body, messages, tied]).match(/tekst\d+\./g) ?? []),
      );
    }
    for (const text of read) {
      const { by, questions } = history.said.get(text)!;
      expect(
        by === asker || (by === 'helper' && mine.some((id) => questions.has(id))),
        `${asker} reads ${text}`,
      ).toBe(true);
    }
  }
}

const refusals = [Forbidden, Conflict, Invalid];

test(
  'after any history, undoing all merges and splits leaves every word where it was written',
  { timeout: longestRunMs },
  async () => {
    let merged = 0;
    let split = 0;
    const property = fc.asyncProperty(
      fc.array(deed, { minLength: 8, maxLength: 22, size: 'max' }),
      async (deeds) => {
        await asOwner(`truncate question, activity, notification, search_document cascade`);
        const history = new History();
        for (const asker of askers) await history.ask(asker);
        for (const one of deeds)
          await history.play(one).catch((error: unknown) => {
            const refused =
              refusals.some((kind) => error instanceof kind) || (error as Error).name === 'NotFound';
            if (!refused) throw error;
          });
        await eachReadsOnlyTheirs(history);
        merged += (await ties('merge')).length;
        split += (await ties('split')).length;
        await undoAll();
        await eachReadsOnlyTheirs(history);
        const expected = [...history.said].flatMap(([body, { questions }]) =>
          [...new Set([...questions].map(history.home))].map((question) => `${body} ${question}`),
        );
        expect((await kept()).map(({ question, body }) => `${body} ${question}`).sort()).toEqual(
          expected.sort(),
        );
      },
    );
    await fc.assert(property, runs);
    // The histories have something to undo.
    expect([merged > 0, split > 0]).toEqual([true, true]);
  },
);
