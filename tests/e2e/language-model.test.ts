import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { LlmServer } from '../support/llm-server.ts';
import { shown } from './support/read.ts';
import { startWorld, type World } from './support/world.ts';

const QUESTION = '알리익스프레스는 한국 지식재산권 보호에 얼마를 투자하나요?';
const QUOTE = '앞으로 3년간 100억 원을 투자한다';
const KEY = 'planted-key-1122334455';
const WHO = { user: 'bob', locale: 'ko' };
const server = new LlmServer();
let world: World;

beforeAll(async () => {
  await server.start();
  const model = { LLM_BASE_URL: server.address, LLM_MODEL: 'm', LLM_API_KEY: KEY, LLM_TIMEOUT_SECONDS: '5' };
  world = await startWorld({ env: model });
});
afterEach(() => {
  world.d.assertClean();
  expect(world.bot.log).not.toContain(KEY);
});
afterAll(async () => {
  await world.stop();
  await server.stop();
});

describe('with a language model the bot', () => {
  it('answers with its sentences, and below them the quotes that prove them', async () => {
    server.behaviour = ({ passages }, _, say) => {
      const number = passages.findIndex((passage) => passage.includes(QUOTE)) + 1;
      say(`알리익스프레스는 한국 기업의 지식재산권과 소비자를 보호하는 데 앞으로 3년간 100억 원을 투자합니다. [${number}]`);
    };
    const interaction = await world.d.slash('ask', { question: QUESTION }, WHO);
    const { content } = await interaction.settled({ quietMs: 2_000 });
    const lines = content.split('\n');
    const written = lines.findIndex((line) => /100억 원을 투자합니다\\?\. \*\*\[1\]\*\*$/u.test(line));
    expect(written).toBeGreaterThan(0);
    expect(lines[written + 1]).toBe('**근거**');
    expect(lines[written + 2]).toMatch(new RegExp(`^> .*${QUOTE}.* \\*\\*\\[1\\]\\*\\*$`, 'u'));
  });

  it('tells the model in a conversation what was answered before, as it was shown', async () => {
    server.behaviour = (_, __, say) => {
      say('NONE');
    };
    const ask = (text: string) => world.d.expectReply(world.d.sendMessage(text, { user: 'bob', channel: 'dm:bob' }));
    await ask(QUESTION);
    expect(server.asked.at(-1)?.prompt).not.toContain('<before>');
    await ask('그 투자는 몇 년 동안 하나요?');
    expect(server.asked.at(-1)?.prompt).toMatch(new RegExp(`The question before: .*\\n\\n<before>.*${QUOTE}.*</before>`, 'u'));
  });

  it('shows quotes only, and says so, when the model lies', async () => {
    server.behaviour = (_, __, say) => {
      say('알리익스프레스는 앞으로 5년간 300억 원을 투자합니다. [1] @everyone https://evil.example [1]');
    };
    const answer = await shown(await world.d.slash('ask', { question: QUESTION }, WHO));
    expect(answer.content).toContain(QUOTE);
    expect(answer.content).not.toMatch(/300억|evil|everyone|근거/u);
    expect(answer.content).toMatch(/^-# 언어 모델이 쓴 답을 기사에서 확인하지 못해/mu);
  });

  it('shows quotes only, and says so, when the model fails', async () => {
    server.behaviour = (_, response) => response.writeHead(401).end();
    const answer = await shown(await world.d.slash('ask', { question: QUESTION }, WHO));
    expect(answer.content).toContain(QUOTE);
    expect(answer.content).toMatch(/^-# 언어 모델이 제때 답하지 않아/mu);
  });
});
