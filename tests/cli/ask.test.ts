import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { comparable, jsonLines, onlyJson, Workspace } from '../support/cli.ts';
import { ARTICLES, BREAD_QUESTION, LIGHTHOUSE_QUESTION, ORCHARD_QUESTION, UNKNOWN_QUESTION } from './articles.ts';
import { AnswerJson } from './contract.ts';

let workspace: Workspace;
beforeAll(async () => {
  workspace = await Workspace.create(ARTICLES);
  await workspace.write('empty.txt', '');
});
afterAll(() => workspace.remove());

async function askJson(question: string) {
  const { code, stdout } = await workspace.run(['ask', '--json', question]);
  expect(code).toBe(0);
  return AnswerJson.parse(onlyJson(stdout));
}

describe('ask --json', () => {
  it('builds the missing index and prints exactly one object, all else on standard error', async () => {
    const { code, stdout, stderr } = await workspace.run(['ask', '--json', LIGHTHOUSE_QUESTION]);
    expect(code).toBe(0);
    const answer = AnswerJson.parse(onlyJson(stdout));
    expect(answer).toMatchObject({ id: null, question: LIGHTHOUSE_QUESTION, generation: 'generation-000001' });
    expect(answer.text).toContain('12억 원');
    expect(answer.citations[0]).toMatchObject({
      ...{ source: 'lighthouse.md', title: '솔섬 등대, 백 년 만에 새 불을 켜다', publisher: '바닷가 소식' },
      ...{ date: '2023-09-14', url: 'https://example.org/lighthouse' },
    });
    expect(stderr).toContain('3 added, 1 left out');
    expect(stderr).toContain('left out: empty.txt: ');
  });

  it('quotes the file word for word, and gives null for what is not known', async () => {
    const { citations } = await askJson(BREAD_QUESTION);
    const source = '빵집/호밀빵.txt'.normalize('NFC');
    const quoted = citations.filter((citation) => citation.source === source);
    expect(quoted.length).toBeGreaterThan(0);
    expect(quoted[0]).toMatchObject({ publisher: null, date: null, url: null });
    const file = comparable(await readFile(join(workspace.articles, source.normalize('NFD')), 'utf8'));
    for (const { quote } of quoted) {
      expect(quote).toBe(comparable(quote));
      expect(file).toContain(quote);
    }
  });

  it('answers an English question from an English article', async () => {
    const answer = await askJson(ORCHARD_QUESTION);
    expect(answer.text).toContain('a thousand pear trees');
    expect(answer.citations[0]?.source).toBe('orchard.txt');
  });

  it('does not answer what the articles do not tell, and names the nearest ones', async () => {
    const answer = await askJson(UNKNOWN_QUESTION);
    expect(answer).toMatchObject({ kind: 'unanswered', reason: 'unknown-name', citations: [] });
    expect(answer.nearest[0]?.title).toBe('골목 빵집이 호밀빵 대회에서 으뜸상을 받았다');
    expect(answer.text).toContain(answer.nearest[0]?.title);
  });

  it('says that there are no articles when the folder is empty', async () => {
    const empty = await Workspace.create();
    const { code, stdout } = await empty.run(['ask', '--json', LIGHTHOUSE_QUESTION]);
    await empty.remove();
    expect(code).toBe(0);
    expect(AnswerJson.parse(onlyJson(stdout))).toMatchObject({ kind: 'unanswered', reason: 'no-articles' });
  });
});

describe('ask', () => {
  it('prints the answer and then each source once', async () => {
    const { code, stdout, stderr } = await workspace.run(['ask', LIGHTHOUSE_QUESTION]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^.*12억 원.* \[1\]$/m);
    expect(stdout).toMatch(/^\[1\].* 「솔섬 등대, 백 년 만에 새 불을 켜다」, 『바닷가 소식』, 2023\. 9\. 14\.$/m);
    expect(stdout.match(/ {4}lighthouse\.md/g)).toHaveLength(1);
    expect(stdout).not.toMatch(/\x1b/);
  });

  it('takes a question without quotation marks', async () => {
    const { stdout } = await workspace.run(['ask', ...LIGHTHOUSE_QUESTION.split(' '), '--json']);
    expect(onlyJson(stdout)).toMatchObject({ question: LIGHTHOUSE_QUESTION });
  });
});

describe('ask --batch', () => {
  const LINES = [
    { id: 'b', question: BREAD_QUESTION, answers: ['other fields are ignored'] },
    { id: 'a', question: LIGHTHOUSE_QUESTION },
    { id: 7, question: '' },
    { question: ORCHARD_QUESTION },
  ];

  it('prints one line for each question, in order, with its id as it was', async () => {
    const file = workspace.path('batch.jsonl');
    await writeFile(file, `\uFEFF${LINES.map((line) => JSON.stringify(line)).join('\r\n')}\n\n`);
    const { code, stdout } = await workspace.run(['ask', '--batch', file]);
    expect(code).toBe(0);
    const answers = jsonLines(stdout).map((line) => AnswerJson.parse(line));
    expect(answers.map(({ id }) => id)).toEqual(['b', 'a', 7, null]);
    expect(answers.map(({ question }) => question)).toEqual(LINES.map(({ question }) => question));
  });

  it('reads standard input for -', async () => {
    const { code, stdout } = await workspace.run(['ask', '--batch', '-'], { input: JSON.stringify(LINES[1]) });
    expect(code).toBe(0);
    expect(onlyJson(stdout)).toMatchObject({ id: 'a' });
  });

  it('prints nothing for an empty file', async () => {
    const file = workspace.path('nothing.jsonl');
    await writeFile(file, '\n');
    expect(await workspace.run(['ask', '--batch', file])).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('answers nothing when a line cannot be used, and says which it is', async () => {
    const { code, stdout, stderr } = await workspace.run(['ask', '--batch', '-'], {
      input: `${JSON.stringify(LINES[0])}\n{"id"`,
    });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^error: standard input, line 2: not JSON[^\n]*\n$/);
  });

  it('says of questions without a word that they are empty', async () => {
    const questions = ['', '   ', '?!', '\u200b'];
    const input = questions.map((question) => JSON.stringify({ question })).join('\n');
    const { stdout } = await workspace.run(['ask', '--batch', '-'], { input });
    const answers = jsonLines(stdout).map((line) => AnswerJson.parse(line));
    expect(answers.map(({ question }) => question)).toEqual(questions);
    expect(new Set(answers.map(({ reason }) => reason))).toEqual(new Set(['empty-question']));
  });
});

describe('ask after the articles changed', () => {
  it('answers from files that were added and changed, and no longer from deleted ones', async () => {
    const changing = await Workspace.create(ARTICLES);
    const textOf = async (question: string) =>
      AnswerJson.parse(onlyJson((await changing.run(['ask', '--json', question])).stdout));
    expect((await textOf(LIGHTHOUSE_QUESTION)).text).toContain('12억 원');

    await changing.write('lighthouse.md', ARTICLES['lighthouse.md'].replace('12억', '47억'));
    await changing.write('kite.txt', '연날리기 모임\n\n연날리기 모임은 매달 셋째 토요일에 강둑에서 만난다.\n');
    const { text, generation } = await textOf(LIGHTHOUSE_QUESTION);
    expect(text).toContain('47억 원');
    expect(generation).toBe('generation-000002');
    expect((await textOf('연날리기 모임은 어디에서 만나나요?')).text).toContain('강둑');

    await rm(join(changing.articles, 'kite.txt'));
    expect((await textOf('연날리기 모임은 어디에서 만나나요?')).text).not.toContain('강둑');
    await changing.remove();
  });
});
