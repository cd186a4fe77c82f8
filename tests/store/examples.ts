import type { NewGivenAnswer } from '../../src/store/given-answers.ts';
import type { StoreOptions } from '../../src/store/store.ts';

type NewCitation = NewGivenAnswer['citations'][number];

export function citation(changes: Partial<NewCitation> = {}): NewCitation {
  return { number: 1, source: 'a.md', title: '제목', chunk: '0123456789abcdef', start: 5, end: 8, quote: '인용문', ...changes };
}

export function givenAnswer(changes: Partial<NewGivenAnswer> = {}): NewGivenAnswer {
  return {
    ...{ server: '1', channel: '10', asker: '100', language: 'ko', question: '무엇인가요?', kind: 'answered' },
    ...{ citations: [citation()], generation: 'generation-1' },
    ...changes,
  };
}

/** Options of a store that keeps everything and fails the test when it has something to note. */
export function storeOptions(changes: Partial<StoreOptions> = {}): StoreOptions {
  const note = (message: string): void => {
    throw new Error(`unexpected note: ${message}`);
  };
  return { now: () => 1_700_000_000_000, note, keepQuestions: true, questionDays: 1000, answerDays: 1000, ...changes };
}
