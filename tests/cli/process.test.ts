import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { bundledModel } from '../support/bundled-model.ts';
import { jsonLines, onlyJson, Workspace } from '../support/cli.ts';
import { ARTICLES, BREAD_QUESTION, LIGHTHOUSE_QUESTION, ORCHARD_QUESTION } from './articles.ts';
import { AnswerJson, IndexJson } from './contract.ts';

const WITH_MODEL = { EMBEDDING_MODEL: bundledModel.model, MODELS_DIR: bundledModel.modelsDirectory };

async function workspaceOf(articles: Record<string, string>): Promise<Workspace> {
  const workspace = await Workspace.create(articles);
  onTestFinished(() => workspace.remove());
  return workspace;
}

describe('a process with the bundled model', () => {
  it('answers a batch in Korean and English, with nothing else on standard output', async () => {
    const workspace = await workspaceOf(ARTICLES);
    const input = [LIGHTHOUSE_QUESTION, BREAD_QUESTION, ORCHARD_QUESTION].map((question) => JSON.stringify({ question }));
    const { code, stdout } = await workspace.run(['ask', '--batch', '-'], { input: input.join('\n'), environment: WITH_MODEL });
    expect(code).toBe(0);
    const answers = jsonLines(stdout).map((line) => AnswerJson.parse(line));
    const sources = answers.map(({ citations }) => citations[0]?.source);
    expect(sources).toEqual(['lighthouse.md', '빵집/호밀빵.txt'.normalize('NFC'), 'orchard.txt']);
    expect(answers[0]?.milliseconds['embed']).toBeGreaterThan(0);
  });

  it('says when it is stopped that what it embedded is kept, and goes on from there the next time', async () => {
    const articles = Array.from({ length: 60 }, (_, number) => [`${number}.md`, storyOf(number)]);
    const workspace = await workspaceOf(Object.fromEntries(articles) as Record<string, string>);
    const stopped = await workspace.run(['index', '--json'], {
      environment: WITH_MODEL,
      onStart: (child) => {
        const watch = setInterval(() => {
          if (!existsSync(join(workspace.data, 'embeddings.journal'))) return;
          clearInterval(watch);
          // Through npm a Ctrl-C arrives twice.
          child.kill('SIGINT');
          setTimeout(() => child.kill('SIGINT'), 50);
        }, 20);
        child.once('close', () => {
          clearInterval(watch);
        });
      },
    });
    expect(stopped).toMatchObject({ code: 130, stdout: '' });
    expect(stopped.stderr).toMatch(
      /^error: stopped\. The index is as it was before; what was embedded so far is kept for the next run\.$/m,
    );
    const next = await workspace.run(['index', '--json'], { environment: WITH_MODEL });
    const { added, embedded } = IndexJson.parse(onlyJson(next.stdout));
    expect(added).toBe(60);
    expect(embedded).toBeGreaterThan(0);
    expect(embedded).toBeLessThan(240);
  });
});

/** Four sentences that no other story has. */
function storyOf(number: number): string {
  const sentences = ['문', '창', '벽', '뜰'].map((place) => `${number}번째 ${place}에 바람이 불었다.`);
  return `---\ntitle: 이야기 ${number}\n---\n${sentences.join(' ')}\n`;
}

describe('a process whose reader goes away', () => {
  it('ends without a word', async () => {
    const workspace = await workspaceOf(ARTICLES);
    await workspace.run(['index']);
    const input = Array.from({ length: 50 }, () => JSON.stringify({ question: LIGHTHOUSE_QUESTION })).join('\n');
    const { code, stderr } = await workspace.run(['ask', '--batch', '-'], { input, onStart: (child) => child.stdout.destroy() });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});
