import { describe, expect, it } from 'vitest';
import { callingShown } from './calling.ts';
import type { Thread } from './seen.ts';

const ann = { firstName: 'Ann', lastName: 'Maes' };
const saidAt = new Date('2026-11-24T09:00:00Z');
const said = (kind: string, sender = 'helper') => ({
  ...{ kind, sender, author: ann, body: '', writtenAt: saidAt },
});
const thread = (more: object, question: object = {}) =>
  ({
    ...{ ownPhone: '058 31 20 11', callsFrom: '058 31 20 15', messages: [], steps: [{ startedAt: saidAt }] },
    ...more,
    question: { state: 'waiting', underCover: false, ...question },
  }) as unknown as Thread;

describe('what the asker reads of being called', () => {
  it('is on which number, before anybody says they call', () => {
    expect(callingShown(thread({})).line).toContain('058 31 20 11');
    expect(callingShown(thread({ ownPhone: null })).line).toContain('geen nummer van jou');
    expect(callingShown(thread({}, { state: 'answered' }))).toEqual({ announced: null, line: null });
  });

  it('is who calls, from which number and on which, until the asker says something', () => {
    const messages = [said('call')];
    const { announced, line } = callingShown(thread({ messages }, { state: 'claimed' }));
    expect(announced).toMatchObject({ name: 'Ann Maes', phone: '058 31 20 11' });
    expect(announced?.from).toContain('058 31 20 15');
    expect(line).toBeNull();
    const unknown = callingShown(thread({ messages, callsFrom: null, ownPhone: null })).announced;
    expect(unknown).toMatchObject({ phone: '', from: 'We weten niet van welk nummer.' });
    const after = thread({ messages: [...messages, said('text', 'asker')] });
    expect(callingShown(after)).toEqual({ announced: null, line: null });
  });

  it('is not that somebody calls who has it no longer', () => {
    const steps = [{ startedAt: saidAt }, { startedAt: new Date('2026-11-24T10:00:00Z') }];
    expect(callingShown(thread({ messages: [said('call')], steps })).announced).toBeNull();
  });

  it('is nothing under cover, where a number is a name', () => {
    expect(callingShown(thread({ messages: [said('call')] }, { underCover: true })).announced).toBeNull();
    expect(callingShown(thread({}, { underCover: true })).line).toBeNull();
  });
});
