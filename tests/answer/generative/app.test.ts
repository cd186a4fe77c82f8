import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createApp, type App } from '../../../src/app.ts';
import { parseConfig } from '../../../src/config.ts';
import { EngineClient } from '../../../src/engine/engine-client.ts';
import { ARTICLES, BREAD_QUESTION, LIGHTHOUSE_QUESTION, UNKNOWN_QUESTION } from '../../cli/articles.ts';
import { putFiles } from '../../support/index-fixtures.ts';
import { LlmServer } from '../../support/llm-server.ts';

const KEY = 'planted-key-9876543210';
const server = new LlmServer();
const root = mkdtempSync(join(tmpdir(), 'gisabot-model-'));

function settings(more: Record<string, string> = {}) {
  const [articlesDirectory, dataDirectory] = [join(root, 'articles'), join(root, 'data')];
  const model = { LLM_BASE_URL: server.address, LLM_MODEL: 'm', LLM_API_KEY: KEY, LLM_TIMEOUT_SECONDS: '10' };
  return parseConfig({ ARTICLES_DIR: articlesDirectory, DATA_DIR: dataDirectory, EMBEDDING_MODEL: 'none', ...model, ...more });
}

beforeAll(async () => {
  await server.start();
  putFiles(join(root, 'articles'), ARTICLES);
  const app = createApp(settings());
  await app.reindex({ owner: 'test' });
  await app.close();
});
beforeEach(() => {
  server.asked.length = 0;
});
afterAll(async () => {
  await server.stop();
  rmSync(root, { recursive: true, force: true });
});

/** An honest model: the sentences of the passages that hold this word, in a polite form, with their number. */
function honest(word: string): void {
  server.behaviour = ({ passages }, _, say) => {
    const at = passages.findIndex((passage) => passage.includes(word));
    const sentence = passages[at]?.split(/(?<=\.)\s+/u).find((each) => each.includes(word)) ?? '';
    say(`${sentence} [${at + 1}]`);
  };
}

function liar(text: string): void {
  server.behaviour = (_, __, say) => {
    say(text);
  };
}

describe.each<[string, (config: ReturnType<typeof settings>) => App]>([
  ['an App', createApp],
  [
    'an engine in a process of its own',
    (config) => {
      const engine = new EngineClient(config, {}, { spare: null });
      engine.start();
      return engine;
    },
  ],
])('%s with a language model', (_, open) => {
  let app: App;
  beforeAll(() => {
    app = open(settings());
  });
  afterAll(async () => {
    await app.close();
  });

  it('answers with verified sentences, shown while they are written, and the quotes that prove them', async () => {
    honest('12억');
    const texts: string[] = [];
    const answer = await app.ask(LIGHTHOUSE_QUESTION, { person: '100', onText: (text) => texts.push(text) });
    expect(answer).toMatchObject({ kind: 'answered', model: 'used', generated: [{ numbers: [1] }] });
    expect(answer.generated?.[0]?.text).toContain('12억');
    expect(texts.at(-1)).toContain('12억');
    expect(texts.at(-1)).toContain('[1]');
    const { source, start, end, quote } = answer.citations[0]!;
    expect((await app.text(source))?.slice(start, end)).toBe(quote);
    expect(JSON.stringify(answer)).not.toContain(KEY);
  });

  it('tells the model what was asked and answered before, and not what no question came before', async () => {
    await app.ask(LIGHTHOUSE_QUESTION, { previous: BREAD_QUESTION, previousAnswer: '호밀빵 대회입니다.' });
    expect(server.asked.at(-1)?.prompt).toContain(
      `The question before: ${BREAD_QUESTION}\n\n<before>호밀빵 대회입니다.</before>`,
    );
    await app.ask(LIGHTHOUSE_QUESTION);
    expect(server.asked.at(-1)?.prompt).not.toContain('before');
  });

  it('shows nothing of what does not hold, not even for a moment', async () => {
    liar('수리에는 13억 원이 들었다. [1] 등대는 2031년에 철거된다. [1] @everyone https://evil.example [1]');
    const texts: string[] = [];
    const answer = await app.ask(LIGHTHOUSE_QUESTION, { onText: (text) => texts.push(text) });
    expect(answer).toMatchObject({ kind: 'answered', model: 'unsupported', generated: null });
    expect(answer.citations[0]?.quote).toContain('12억');
    expect(texts).toEqual([]);
  });

  it('sends nothing for a question that the articles do not answer', async () => {
    const answer = await app.ask(UNKNOWN_QUESTION, { person: '100' });
    expect(answer).toMatchObject({ model: 'off', generated: null });
    expect(server.asked).toEqual([]);
  });

  it('tells administrators when the key is refused, without it', async () => {
    server.behaviour = (_, response) => response.writeHead(401).end();
    const answer = await app.ask(LIGHTHOUSE_QUESTION);
    expect(answer).toMatchObject({ kind: 'answered', model: 'failed', generated: null });
    const alerts = (await app.status()).alerts.join();
    expect(alerts).toContain('LLM_API_KEY');
    expect(alerts).not.toContain(KEY);
  });
});

describe('an App without a language model', () => {
  it('L1, L10: answers with quotes and sends nothing', async () => {
    const app = createApp(settings({ LLM_BASE_URL: '', LLM_MODEL: '' }));
    const answer = await app.ask(LIGHTHOUSE_QUESTION);
    await app.close();
    expect(answer).toMatchObject({ kind: 'answered', model: 'off', generated: null });
    expect(server.asked).toEqual([]);
  });
});
