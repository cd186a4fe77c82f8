import type { Answer, Citation, Nearest } from '../../answer/answer.ts';
import type { Language, Understanding } from '../../types.ts';
import { differenceText, unansweredText } from '../../wording/answer-text.ts';
import { wordingIn } from '../../wording/wording.ts';
import { customId } from '../custom-id.ts';
import { BUTTONS_A_ROW, rows, type Button, type Row } from '../render/components.ts';
import { blockQuote, plainLine, plainText, shorten, shortenTitle, sourceLink, withBold } from '../render/markdown.ts';
import { splitMessage } from '../render/split.ts';
import type { Content } from '../respond.ts';
import { askWords } from '../wording/ask.ts';

/** How an answer is to be shown. */
export interface AnswerView {
  answer: Pick<
    Answer,
    'kind' | 'reason' | 'details' | 'language' | 'citations' | 'difference' | 'nearest' | 'inherited' | keyof Understanding
  >;
  /** The sentences of a language model, where it wrote them; a given answer that is shown again is quotes only. */
  written?: Pick<Answer, 'generated' | 'model'>;
  /** Id of the stored answer, which its buttons carry; without one there are none. */
  id: string | null;
  /** Language of the buttons. */
  language: Language;
  /** Shown above the answer; null where everyone sees the question anyway. */
  question: string | null;
  isPrivate: boolean;
  /** Whether the question was restricted to an article or a period. */
  isFiltered: boolean;
  /** A line above everything, such as who shared it. */
  heading?: string;
}

const TITLE_CHARACTERS = 80;
const QUESTION_CHARACTERS = 300;
/** Discord allows five rows; one is for what concerns the whole answer. */
const CITATION_BUTTONS = 20;
/** Discord allows 80 characters, of which a telephone shows half. */
const LABEL_CHARACTERS = 40;

/** An answer as messages within Discord's limits: quotes, then their sources; buttons under the last. */
export function answerMessages(view: AnswerView): Content[] {
  const parts = splitMessage([...headLines(view), ...bodyLines(view)].join('\n'));
  return parts.map((content, index) => (index === parts.length - 1 ? { content, components: buttonsOf(view) } : { content }));
}

function headLines({ answer, question, language, heading }: AnswerView): string[] {
  const words = askWords[language];
  return [
    ...(heading === undefined ? [] : [`-# ${heading}`]),
    ...(question === null ? [] : [`**${words.question}** ${plainLine(shorten(question, QUESTION_CHARACTERS))}`]),
    ...(answer.inherited.length === 0 ? [] : [`-# ${words.inherited(answer.inherited.map(plainLine))}`]),
    ...understood(answer).map((line) => `-# ${line}`),
  ];
}

/** How the question was read, where that is more than its words. */
function understood({ language, corrected, period }: AnswerView['answer']): string[] {
  const wording = wordingIn(language);
  return [
    ...(corrected === null ? [] : [wording.corrected(plainLine(shorten(corrected, QUESTION_CHARACTERS)))]),
    ...(period === null ? [] : [wording.period(period)]),
  ];
}

function bodyLines(view: AnswerView): string[] {
  return [...writtenLines(view), ...foundLines(view), ...quotesOnlyLines(view)];
}

/** The sentences of a language model with the numbers of the quotes below, which prove them. */
function writtenLines({ written, answer }: AnswerView): string[] {
  const generated = written?.generated ?? [];
  if (generated.length === 0) return [];
  const sentences = generated.map(
    ({ text, numbers }) => `${plainText(text)} ${numbers.map((number) => `**[${number}]**`).join('')}`,
  );
  return [sentences.join(' '), `**${wordingIn(answer.language).proof}**`];
}

function quotesOnlyLines({ written, answer }: AnswerView): string[] {
  const model = written?.model ?? 'off';
  return model === 'off' || model === 'used' ? [] : [`-# ${wordingIn(answer.language).quotesOnly[model]}`];
}

function foundLines({ answer }: AnswerView): string[] {
  const wording = wordingIn(answer.language);
  switch (answer.kind) {
    case 'answered':
      return cited(answer);
    case 'unsure':
      return [`⚠️ ${wording.unsure}`, ...cited(answer)];
    case 'unanswered':
      return [
        plainText(unansweredText(answer)),
        ...(answer.nearest.length === 0
          ? []
          : [wording.nearest, ...answer.nearest.map((each) => nearestLine(each, answer.language))]),
      ];
    case 'chat':
      return [wording.chat[answer.topic ?? 'greeting']];
  }
}

function cited(answer: AnswerView['answer']): string[] {
  const { citations, language } = answer;
  const difference = differenceText(answer);
  return [
    ...(difference === null ? [] : [`⚖️ ${plainText(difference)}`]),
    // An empty line between two quotes: Discord draws them as one otherwise.
    citations.map((citation) => quoteOf(citation, language)).join('\n\n'),
    ...sourceLines(citations, language),
  ];
}

/** The sentence word for word, its number behind it; what surely answers is bold. Below it what its dates mean. */
function quoteOf({ quote, highlight, number, resolved = [] }: Citation, language: Language): string {
  const start = highlight === null ? -1 : quote.indexOf(highlight);
  const text = start < 0 ? plainText(quote) : withBold(quote, { start, end: start + (highlight ?? '').length });
  const note = resolved.length === 0 ? '' : `\n-# ${plainText(wordingIn(language).resolved(resolved))}`;
  return blockQuote(`${text} **[${number}]**`) + note;
}

/** Each article once, with the numbers that refer to it, and the articles that say the same. */
function sourceLines(citations: readonly Citation[], language: Language): string[] {
  const bySource = new Map(citations.map((citation) => [citation.source, citation]));
  return [...bySource.values()].flatMap((source) => {
    const own = citations.filter((each) => each.source === source.source);
    const others = [...new Map(own.flatMap(({ also }) => also).map((place) => [place.source, place])).values()];
    return [
      `-# ${own.map(({ number }) => `[${number}]`).join('')} ${sourceLine(source, language)}`,
      ...(others.length === 0 ? [] : [`-# ${plainLine(wordingIn(language).also(others))}`]),
    ];
  });
}

/** 「제목」, 『매체』, 2024. 1. 4., the whole a link where the article has an address. */
export function sourceLine(source: Pick<Citation, 'title' | 'publisher' | 'date' | 'url'>, language: Language): string {
  const title = shortenTitle(source.title, TITLE_CHARACTERS);
  return sourceLink(wordingIn(language).sourceLine({ ...source, title }), source.url);
}

function nearestLine(source: Nearest, language: Language): string {
  return `- ${sourceLine(source, language)}`;
}

/** Each passage that is shown has one, and below them, or beside where there is room, what concerns the whole answer. */
function buttonsOf(view: AnswerView): Row[] {
  const { answer, id, language } = view;
  if (id === null || answer.kind === 'chat') return [];
  const words = askWords[language];
  const passages =
    answer.kind === 'unanswered'
      ? answer.nearest.map(({ number, title }) => ({ number, label: shorten(title, LABEL_CHARACTERS) }))
      : answer.citations.map(({ number }) => ({ number, label: words.passage(number) }));
  const above = passages.slice(0, CITATION_BUTTONS).map(({ number, label }) => ({ id: customId('cite', id, number), label }));
  const below = wholeButtons(view, id);
  return above.length + below.length <= BUTTONS_A_ROW ? rows([...above, ...below]) : [...rows(above), ...rows(below)];
}

function wholeButtons({ answer, language, isPrivate, isFiltered }: AnswerView, id: string): Button[] {
  const words = askWords[language];
  const alone = answer.inherited.length > 0 ? [{ id: customId('alone', id), label: words.alone }] : [];
  const widen = isFiltered && answer.kind !== 'answered' ? [{ id: customId('widen', id), label: words.widen }] : [];
  if (answer.kind === 'unanswered') {
    return [...alone, ...(answer.nearest.length === 0 ? [] : [{ id: customId('closest', id), label: words.closest }]), ...widen];
  }
  return [
    { id: customId('good', id), emoji: '👍' },
    { id: customId('bad', id), emoji: '👎' },
    ...alone,
    ...widen,
    ...(isPrivate ? [{ id: customId('share', id), label: words.share }] : []),
  ];
}
