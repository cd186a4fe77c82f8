import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseQuestions } from '../../src/eval/questions.ts';
import { loadEmbeddings, type LocalEmbeddings } from '../../src/search/embeddings.ts';
import { smallTalkByMeaning } from '../../src/search/small-talk.ts';
import { smallTalkTopic } from '../../src/text/small-talk.ts';
import { bundledModel } from '../support/bundled-model.ts';

const LINES = join(import.meta.dirname, '../eval/small-talk.jsonl');

describe('small talk by its meaning', () => {
  let embeddings: LocalEmbeddings;
  beforeAll(async () => {
    embeddings = await loadEmbeddings({ ...bundledModel, allowRemote: false });
  });
  const topicOf = (line: string, isAnswered = false) => smallTalkByMeaning(embeddings, line, isAnswered);

  // Written after the examples. Thresholds were set on the first ones; of the later ones one decided that a common property names nothing.
  it.each(['korean', 'english', 'korean, later', 'english, later'])('recognises nine of ten fresh lines: %s', async (kind) => {
    const lines = parseQuestions(readFileSync(LINES, 'utf8'), LINES).filter((line) => line.kind === kind);
    let recognised = 0;
    for (const { question } of lines)
      if (smallTalkTopic(question) !== null || (await topicOf(question)) !== null) recognised += 1;
    expect(lines.length).toBeGreaterThan(30);
    expect(recognised / lines.length).toBeGreaterThanOrEqual(0.9);
  });

  it.each([
    '오늘 서울 날씨 알려줘',
    '챗GPT는 누가 만들었어?',
    '알리바바는 뭐 하는 회사야?',
    'who is Jack Ma?',
    '레이장은 누구야',
    '환불 어떻게 해?',
    '비트코인 가격 전망은 어때?',
    '태어난 곳은?',
    '가야의 뜻은?',
    '영화 좋지 아니한가의 감독은?',
    '애플하고는 무슨 얘기를 하고 있대?',
  ])('takes %s for a question', async (line) => {
    expect(await topicOf(line)).toBeNull();
  });

  it('asks more of a line that names something', async () => {
    expect(await topicOf('이건 어떻게 써?')).toBe('help');
    expect(await topicOf('알리페이는 어떻게 써?')).toBeNull();
    expect(await topicOf('질문은 어떻게 하면 되나요?')).toBe('help');
  });

  it('asks more of a line that a sentence of the articles seems to answer', async () => {
    expect(await topicOf('list your features', false)).toBe('help');
    expect(await topicOf('list your features', true)).toBeNull();
  });

  it('is over after a few words', async () => {
    expect(await topicOf(`고마워 ${'정말 '.repeat(30)}`)).toBeNull();
  });
});
