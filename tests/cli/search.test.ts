import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonLines, onlyJson, Workspace } from '../support/cli.ts';
import { ARTICLES, BREAD_QUESTION, LIGHTHOUSE_QUESTION } from './articles.ts';
import { SearchJson } from './contract.ts';

let workspace: Workspace;
beforeAll(async () => {
  workspace = await Workspace.create(ARTICLES);
});
afterAll(() => workspace.remove());

describe('search', () => {
  it('--json prints one object with the hits, the likeliest to hold the answer first', async () => {
    const { code, stdout } = await workspace.run(['search', '--json', LIGHTHOUSE_QUESTION]);
    expect(code).toBe(0);
    const { id, question, hits } = SearchJson.parse(onlyJson(stdout));
    expect({ id, question }).toEqual({ id: null, question: LIGHTHOUSE_QUESTION });
    expect(hits[0]?.source).toBe('lighthouse.md');
    expect(hits.map(({ probability }) => probability)).toEqual(hits.map(({ probability }) => probability).sort((a, b) => b - a));
    for (const { text, start, end } of hits) expect(text).toHaveLength(end - start);
  });

  it('--top limits the hits, --batch prints one line a question in order', async () => {
    const input = [
      { id: 2, question: BREAD_QUESTION },
      { id: 1, question: LIGHTHOUSE_QUESTION },
    ].map((line) => JSON.stringify(line));
    const { code, stdout } = await workspace.run(['search', '--top', '1', '--batch', '-'], { input: input.join('\n') });
    expect(code).toBe(0);
    const lines = jsonLines(stdout).map((line) => SearchJson.parse(line));
    expect(lines.map(({ id }) => id)).toEqual([2, 1]);
    expect(lines.map(({ hits }) => hits.map(({ source }) => source))).toEqual([
      ['빵집/호밀빵.txt'.normalize('NFC')],
      ['lighthouse.md'],
    ]);
  });

  it('prints a table with two lines a hit', async () => {
    const { code, stdout } = await workspace.run(['search', '--top', '1', LIGHTHOUSE_QUESTION]);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^ {2}# {2}likely {2}score {2}words {2}cosine {2}source\n {2}1 {3,5}\d+ % {2}\d\.\d{3} {2}\d\.\d{3} {7}- {2}lighthouse\.md\n {5}솔섬 등대/,
    );
    expect(stdout.trimEnd().split('\n')).toHaveLength(3);
  });
});
