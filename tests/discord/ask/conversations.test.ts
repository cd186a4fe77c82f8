import { describe, expect, it } from 'vitest';
import { Conversations, type Turn } from '../../../src/discord/ask/conversations.ts';

const turn = (question: string, answer: string | null = null): Turn => ({
  asker: 'bob',
  server: null,
  question,
  written: question,
  filter: undefined,
  answer,
});

describe('conversations', () => {
  it('are found by message, by answer, and by person and channel', () => {
    const conversations = new Conversations();
    const first = turn('first', 'id');
    conversations.remember(first, { channel: 'c', person: 'bob' }, ['m1', 'm2']);
    expect([conversations.ofMessage('m1'), conversations.ofMessage('m2'), conversations.ofAnswer('id')]).toEqual([
      first,
      first,
      first,
    ]);
    expect(conversations.ofPerson({ channel: 'c', person: 'bob' })).toBe(first);
    expect(conversations.ofPerson({ channel: 'c', person: 'alice' })).toBeUndefined();
    expect(conversations.ofPerson({ channel: 'd', person: 'bob' })).toBeUndefined();
  });

  it('forget the oldest, so that they do not grow without end', () => {
    const conversations = new Conversations();
    for (let index = 0; index < 20_000; index += 1)
      conversations.remember(turn(String(index)), { channel: 'c', person: 'bob' }, [`m${index}`]);
    expect(conversations.ofMessage('m0')).toBeUndefined();
    expect(conversations.ofMessage('m19999')?.question).toBe('19999');
    expect(conversations.ofPerson({ channel: 'c', person: 'bob' })?.question).toBe('19999');
  });
});
