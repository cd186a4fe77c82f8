import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../src/app.ts';
import { parseConfig, type Config } from '../../src/config.ts';
import { UsageError, UserError } from '../../src/errors.ts';
import type { Progress } from '../../src/indexing/reindex.ts';
import { hashQuote } from '../../src/text/quote-hash.ts';
import { ARTICLES, LIGHTHOUSE_QUESTION, ORCHARD_QUESTION } from '../cli/articles.ts';
import { putFiles } from '../support/index-fixtures.ts';

export type OpenApp = (config: Config) => App;

/** What every App does. By words alone, so that it is fast. */
export function appContract(openApp: OpenApp): void {
  const root = mkdtempSync(join(tmpdir(), 'gisabot-app-'));
  let folders = 0;
  const apps: App[] = [];
  afterAll(() => {
    rmSync(root, { recursive: true, force: true });
  });

  /** An App over fresh folders that hold these articles; not indexed yet. */
  function appOver(articles: Readonly<Record<string, string>>, settings: Record<string, string> = {}) {
    const [articlesDirectory, dataDirectory] = [join(root, `articles-${++folders}`), join(root, `data-${folders}`)];
    mkdirSync(articlesDirectory);
    putFiles(articlesDirectory, articles);
    const directories = { ARTICLES_DIR: articlesDirectory, DATA_DIR: dataDirectory, EMBEDDING_MODEL: 'none' };
    const app = openApp(parseConfig({ ...directories, ...settings }));
    apps.push(app);
    return { app, articlesDirectory, dataDirectory };
  }
  const closeApps = async (): Promise<void> => {
    for (const app of apps.splice(0)) await app.close();
  };

  describe('over an index', () => {
    let app: App;
    beforeAll(async () => {
      ({ app } = appOver(ARTICLES));
      await app.reindex({ owner: 'test' });
    });
    afterAll(closeApps);

    it('answers with a quote that stands in the stored text', async () => {
      const { kind, citations, generation } = await app.ask(LIGHTHOUSE_QUESTION);
      expect({ kind, generation }).toEqual({ kind: 'answered', generation: 'generation-000001' });
      const { source, quote, start, end } = citations[0]!;
      expect((await app.text(source))?.slice(start, end)).toBe(quote);
    });

    it('keeps to the filter', async () => {
      const { nearest } = await app.ask(ORCHARD_QUESTION, { filter: { exceptSources: ['orchard.txt'] } });
      expect(nearest.map(({ source }) => source)).not.toContain('orchard.txt');
      const dated = await app.examine(LIGHTHOUSE_QUESTION, 5, { since: '2023-01-01', until: '2023-12-31' });
      expect(dated !== 'no-articles' && dated.hits.every(({ chunk }) => chunk.article.source === 'lighthouse.md')).toBe(true);
    });

    it('searches a question that continues another with its subject, and says so', async () => {
      const first = await app.ask(ORCHARD_QUESTION);
      expect(first).toMatchObject({ question: ORCHARD_QUESTION, inherited: [] });
      const next = await app.ask('And when?', { previous: first.question });
      expect(next.inherited.join(' ')).toContain('orchard');
      expect(next.question).toContain('orchard');
      expect(next.nearest[0]?.source).toBe('orchard.txt');
      const other = await app.ask(LIGHTHOUSE_QUESTION, { previous: first.question });
      expect(other).toMatchObject({ question: LIGHTHOUSE_QUESTION, inherited: [] });
    });

    it('answers small talk without the articles', async () => {
      expect(await app.ask('고마워요!')).toMatchObject({ kind: 'chat', topic: 'thanks', citations: [], nearest: [] });
    });

    it('keeps to the days a question speaks of, and says which', async () => {
      const answer = await app.ask('2022년 기사에서 등대는 언제 켜졌나요?');
      expect(answer.period).toEqual({ since: '2022-01-01', until: '2022-12-31', phrase: '2022년' });
      expect([...answer.nearest, ...answer.citations].every(({ date }) => date?.startsWith('2022') === true)).toBe(true);
      expect((await app.ask(LIGHTHOUSE_QUESTION)).period).toBeNull();
    });

    it('reads what was typed on the other keyboard layout, and says how', async () => {
      expect((await app.ask('emdeosms djswp zuwlsk?')).corrected).toBe('등대는 언제 켜지나?');
      expect((await app.ask(LIGHTHOUSE_QUESTION)).corrected).toBeNull();
    });

    it('refuses an empty question with its reason', async () => {
      expect(await app.ask(' ?! ')).toMatchObject({ kind: 'unanswered', reason: 'empty-question' });
    });

    it('tells how an answer came about, numbers and sets included', async () => {
      const examined = await app.examine(ORCHARD_QUESTION, 2);
      if (examined === 'no-articles') throw new Error('there are articles');
      expect(examined.hits[0]?.chunk.article.source).toBe('orchard.txt');
      expect(examined.hits[0]?.cosines).toEqual(new Float32Array(0));
      expect(examined.ranked[0]?.sentence.terms.has('pear')).toBe(true);
      expect(examined.extraction.kind).toBe('answered');
    });

    it('lists its articles and files', async () => {
      const { articles, files } = await app.sources();
      expect(articles).toHaveLength(3);
      expect(files.map(({ source }) => source).sort()).toEqual(articles.map(({ source }) => source).sort());
    });

    it('knows no text of an unknown source', async () => {
      expect(await app.text('nowhere.txt')).toBeUndefined();
    });

    it('opens the passage of a citation, and of what was only near', async () => {
      const { citations, nearest } = await app.ask(LIGHTHOUSE_QUESTION);
      for (const { source, chunk, start, end, quote } of [...citations, ...nearest]) {
        const citation = { chunk, start, end, quoteHash: hashQuote(quote) };
        const passage = await app.passage({ source, citation, step: 0 });
        expect(passage?.state).toBe('same');
        expect(passage?.text.slice(passage.quote?.start, passage.quote?.end)).toBe(quote);
        expect(passage?.article.source).toBe(source);
      }
    });

    it('opens an article at its beginning, and none that is not there', async () => {
      const passage = await app.passage({ source: 'orchard.txt', step: 0 });
      expect(passage).toMatchObject({ number: 1, state: 'plain', quote: null });
      expect(await app.passage({ source: 'nowhere.txt', step: 0 })).toBeUndefined();
    });

    it('tells the state of its index', async () => {
      const { manifest, vectorIndex, alerts } = await app.status();
      expect({ articles: manifest?.articles, vectorIndex, alerts }).toEqual({ articles: 3, vectorIndex: 'none', alerts: [] });
    });

    it('answers questions that are asked at once, each its own', async () => {
      const questions = Array.from({ length: 12 }, (_, number) => (number % 2 === 0 ? LIGHTHOUSE_QUESTION : ORCHARD_QUESTION));
      const answers = await Promise.all(questions.map((question) => app.ask(question)));
      const expected = questions.map((question) => (question === LIGHTHOUSE_QUESTION ? 'lighthouse.md' : 'orchard.txt'));
      expect(answers.map(({ citations }) => citations[0]?.source)).toEqual(expected);
    });
  });

  describe('over articles that change', () => {
    afterEach(closeApps);

    it('has no answer before there is an index, and the answer after', async () => {
      const { app } = appOver(ARTICLES);
      expect(await app.ask(LIGHTHOUSE_QUESTION)).toMatchObject({ kind: 'unanswered', reason: 'no-articles', generation: null });
      expect(await app.isStale()).toBe(true);
      const phases: Progress['phase'][] = [];
      const report = await app.reindex({ owner: 'test', onProgress: ({ phase }) => phases.push(phase) });
      expect(report).toMatchObject({ added: 3, failed: [], generation: 'generation-000001' });
      expect([...new Set(phases)]).toEqual(['reading', 'embedding', 'publishing']);
      expect(await app.isStale()).toBe(false);
      expect((await app.ask(LIGHTHOUSE_QUESTION)).kind).toBe('answered');
    });

    it('sees what another process published as soon as it is told to', async () => {
      const { app, articlesDirectory, dataDirectory } = appOver({ 'orchard.txt': ARTICLES['orchard.txt'] });
      await app.reindex({ owner: 'test' });
      const directories = { ARTICLES_DIR: articlesDirectory, DATA_DIR: dataDirectory, EMBEDDING_MODEL: 'none' };
      const other = openApp(parseConfig(directories));
      apps.push(other);
      putFiles(articlesDirectory, { 'lighthouse.md': ARTICLES['lighthouse.md'] });
      await other.reindex({ owner: 'another' });
      await app.reopen();
      expect(await app.ask(LIGHTHOUSE_QUESTION)).toMatchObject({ kind: 'answered', generation: 'generation-000002' });
    });

    it('stops an update with the reason of the signal, and leaves the index as it was', async () => {
      const { app, articlesDirectory } = appOver({ 'orchard.txt': ARTICLES['orchard.txt'] });
      await app.reindex({ owner: 'test' });
      putFiles(
        articlesDirectory,
        Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`${n}.txt`, `Story ${n}. It is short.`])),
      );
      for (const reason of [new UserError('enough'), new UserError('enough again')]) {
        const cancel = new AbortController();
        const onProgress = (): void => {
          cancel.abort(reason);
        };
        await expect(app.reindex({ owner: 'test', onProgress, signal: cancel.signal })).rejects.toBe(reason);
      }
      await expect(app.reindex({ owner: 'test', signal: AbortSignal.abort(new UserError('before')) })).rejects.toThrow('before');
      expect((await app.status()).manifest?.generation).toBe(1);
      expect((await app.reindex({ owner: 'test' })).added).toBe(50);
    });

    it('fails with an error of the same class and words', async () => {
      const missing = join(root, 'missing');
      const { app } = appOver(ARTICLES, { ARTICLES_DIR: missing });
      const failed: unknown = await app.reindex({ owner: 'test' }).catch((error: unknown) => error);
      expect(failed).toBeInstanceOf(UserError);
      expect(failed).toHaveProperty('message', expect.stringContaining(missing));
      const { app: modelless } = appOver(ARTICLES, { EMBEDDING_MODEL: '../outside', MODELS_DIR: missing });
      const usage: unknown = await modelless.reindex({ owner: 'test' }).catch((error: unknown) => error);
      expect(usage).toBeInstanceOf(UsageError);
    });
  });
}
