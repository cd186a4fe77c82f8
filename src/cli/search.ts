import type { App } from '../app.ts';
import type { RankedHit } from '../answer/passages.ts';
import { cleanCharacters, collapseSpaces } from '../text/normalize.ts';
import { readQuestions, type QuestionSource } from './batch.ts';
import { emphasize, shorten, terminalColumns } from './layout.ts';
import { note, print, printJson } from './output.ts';
import { noteAlerts, prepareIndex } from './prepare.ts';

/** `search`: the passages found for a question, the likeliest to hold the answer first, with their scores. */
export async function search(app: App, options: QuestionSource & { top: number; json: boolean }): Promise<void> {
  const questions = await readQuestions(options);
  if (questions.length === 0) return;
  await prepareIndex(app, 'search');
  for (const { id, question } of questions) {
    const examined = await app.examine(question, options.top);
    const hits = examined === 'no-articles' ? [] : examined.hits;
    if (options.json || options.batch !== undefined) printJson({ id, question, hits: hits.map(hitJson) });
    else if (hits.length === 0)
      note(examined === 'no-articles' ? 'Nothing found: the index holds no article.' : 'Nothing found.');
    else print(hitTable(hits, terminalColumns() ?? PIPED_COLUMNS));
  }
  await noteAlerts(app);
}

function hitJson({ chunk, probability, score, lexical, dense }: RankedHit): Record<string, unknown> {
  const { article, text, start, end } = chunk;
  return { source: article.source, probability, score, lexical, dense, text, start, end };
}

const PIPED_COLUMNS = 160;
const HEAD = '  #  likely  score  words  cosine  source';
const TEXT_INDENT = 5;

/** Two lines a hit: rank, how likely the answer is in it, scores and source; the beginning of the chunk. */
function hitTable(hits: readonly RankedHit[], columns: number): string {
  const lines = hits.map(({ chunk, probability, score, lexical, dense, cosines }, index) => {
    const cosine = cosines.length === 0 ? '-' : dense.toFixed(3);
    const likely = probability === 0 ? '-' : `${(100 * probability).toFixed(0)} %`;
    const scores = [String(index + 1).padStart(3), likely.padStart(6), score.toFixed(3), lexical.toFixed(3), cosine.padStart(6)];
    const text = shorten(collapseSpaces(chunk.text), columns - TEXT_INDENT);
    return `${scores.join('  ')}  ${cleanCharacters(chunk.article.source)}\n${' '.repeat(TEXT_INDENT)}${emphasize(text, 'dim')}`;
  });
  return [emphasize(HEAD, 'bold'), ...lines].join('\n');
}
