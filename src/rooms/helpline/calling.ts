import { m } from '#messages';
import { fullName } from '#rooms/people/name.ts';
import type { Thread } from './seen.ts';

/** What the asker reads of being called. */
export type Calling = {
  /** Whoever has it said "ik bel", and nothing was said since: who, from which number, and on which number of theirs. */
  announced: { name: string; from: string; phone: string; hint: string } | null;
  /** On which number they can be called, as long as nobody said it. */
  line: string | null;
};

/** Under cover a number would be a name: the asker writes what they want to be known. */
export function callingShown({ question, messages, steps, ownPhone, callsFrom }: Thread): Calling {
  const isOpen = ['waiting', 'claimed'].includes(question.state);
  if (!isOpen || question.underCover) return { announced: null, line: null };
  const said = messages.at(-1);
  // Once it went to somebody else, whoever said it does not call any more.
  const turn = steps.at(-1);
  const theirTurn = said && (!turn || said.writtenAt >= turn.startedAt);
  if (theirTurn && said.sender === 'helper' && said.kind === 'call')
    return {
      announced: {
        name: fullName(said.author) ?? m.helpline_a_coach(),
        from: callsFrom ? m.helpline_call_from({ phone: callsFrom }) : m.helpline_call_from_unknown(),
        phone: ownPhone ?? '',
        hint: ownPhone ? m.helpline_call_which_hint() : m.helpline_call_which_none(),
      },
      line: null,
    };
  if (messages.some(({ kind }) => kind === 'call')) return { announced: null, line: null };
  return {
    announced: null,
    line: ownPhone ? m.helpline_reach_on({ phone: ownPhone }) : m.helpline_reach_none(),
  };
}
