import type { Answer, Citation } from '../answer/answer.ts';
import { generatedText } from '../answer/generative/citations.ts';
import { cleanCharacters } from '../text/normalize.ts';
import { answerText } from '../wording/answer-text.ts';
import { wordingIn, type Wording } from '../wording/wording.ts';
import { emphasize, wrapText } from './layout.ts';

const INDENT = 4;

/** An answer as a person reads it on a terminal of so many columns: the text, then each source once with the numbers that refer to it. */
export function readableAnswer(answer: Answer, columns: number | undefined): string {
  const wording = wordingIn(answer.language);
  const [first = '', ...rest] = answerText(answer)
    .split('\n')
    .map((line) => wrapText(line, columns, line.startsWith('- ') ? 2 : 0));
  const text = [...readAs(answer, wording), answer.kind === 'answered' ? first : emphasize(first, 'warning'), ...rest];
  const { generated, model } = answer;
  if (generated) text.unshift(wrapText(generatedText(generated), columns, 0), '', emphasize(wording.proof, 'bold'));
  else if (model !== 'off' && model !== 'used') text.push(emphasize(wording.quotesOnly[model], 'dim'));
  if (answer.citations.length === 0) return text.join('\n');
  return [...text, '', emphasize(wording.sources, 'bold'), ...sourceLines(answer.citations, wording, columns)].join('\n');
}

/** How the question was read, where that is more than its words, and what the dates of the quotes mean. */
function readAs({ corrected, period, citations }: Answer, wording: Wording): string[] {
  const dates = citations.flatMap(({ resolved = [] }) => resolved);
  return [
    ...(corrected === null ? [] : [wording.corrected(cleanCharacters(corrected))]),
    ...(period === null ? [] : [wording.period(period)]),
    ...(dates.length === 0 ? [] : [wording.resolved(dates)]),
  ].map((line) => emphasize(line, 'dim'));
}

function sourceLines(citations: readonly Citation[], wording: Wording, columns: number | undefined): string[] {
  const bySource = new Map(citations.map((citation) => [citation.source, citation]));
  return [...bySource.values()].flatMap((cited) => {
    const numbers = citations.filter(({ source }) => source === cited.source).map(({ number }) => `[${number}]`);
    const places = [cleanCharacters(cited.source), ...(cited.url === null ? [] : [cited.url])];
    const also = citations.filter(({ source }) => source === cited.source).flatMap((citation) => citation.also);
    const others = [...new Map(also.map((place) => [place.source, place])).values()];
    return [
      wrapText(`${numbers.join('')} ${wording.sourceLine(cited)}`, columns, INDENT),
      ...places.map((place) => `${' '.repeat(INDENT)}${emphasize(place, 'dim')}`),
      ...(others.length === 0 ? [] : [wrapText(`${' '.repeat(INDENT)}${wording.also(others)}`, columns, INDENT)]),
    ];
  });
}
