import type { AnalyzedQuestion } from '../text/question.ts';
import { datesIn, holdsCount, holdsMoney, quotedIn } from '../text/patterns.ts';
import { withoutSpaces } from '../text/normalize.ts';
import { endsWithStop } from '../text/shape.ts';
import { numberValues } from '../text/numbers.ts';
import type { Retrieval } from '../search/retriever.ts';
import { unspacedBigrams, type Sentence } from './sentence.ts';
import { NOTHING_SHARED, sharedShares, type SharedShare } from './across.ts';
import { share } from './share.ts';

/** Names of the features, in the order of the weights file. All lie in 0..1 but the first (≤ 0) and the cosines. */
export const FEATURES = [
  'scoreGap', // the hit's fused score − the best hit's
  'hitCosine', // cosine of the hit's best sentence
  'cosine', // cosine of this sentence in its context
  'lexical', // the hit's lexical score
  'localRecall', // question terms in the sentence, weighted by their rarity among the candidate sentences
  'localRecallSquared', // its square: the last missing terms say less than the first
  'localStems', // whole question words in the sentence, weighted the same way
  'lastStems', // idf recall of the terms of the last three question words
  'recall', // idf recall of the question's content terms
  'hitGain', // idf share of question terms that stand elsewhere in the chunk but not in the sentence
  'unspacedRecall', // bigrams of the whole question, across words, in the sentence, weighted by their rarity among the candidates
  'previousGain', // … in the previous sentence only
  'nextGain', // … in the next sentence only
  'titleGain', // … in the title but not in the sentence
  'beginnings', // share of the question words that stand in the sentence, or their first two syllables
  'lastBeginnings', // … of the last two
  'date', // a date is asked and one stands here that is not in the question
  'count', // "몇 X" is asked and a number + X stands here that is not in the question
  'number', // a number is asked and one stands here that is not in the question
  'numbers', // share of the question's numbers that stand in the sentence
  'money', // an amount of money is asked and one stands here
  'name', // a name or wording is asked and a quotation stands here that is not in the question
  'quoted', // share of what the question quotes that stands here
  'firstMention', // one thing is to be explained and this is where its article first names it
  'sharedRecall', // between scripts: share of the names, numbers and known words of the question that stand in the sentence
  'sharedGain', // … elsewhere in the chunk or in the title only
] as const;

export type FeatureVector = Float64Array;

/** The syllables by which a Korean word is recognised in another form. */
const BEGINNING = /^\p{Script=Hangul}{2}/u;
/** What is longer is several words without a space between them: its beginning is that of one of them only. */
const LONGEST_WORD = 7;
/** So many words at the end of a question name what it asks for. */
const LAST_WORDS = 2;

/** What is computed once a question: shares of the question's terms, rarity among the candidates, what the question itself holds. */
interface QuestionContext {
  question: AnalyzedQuestion;
  idf: ReadonlyMap<string, number>;
  local: ReadonlyMap<string, number>;
  stems: readonly { stem: string; weight: number }[];
  lastTerms: readonly string[];
  /** The question's bigrams across words, by their rarity among the candidates. */
  bigrams: ReadonlyMap<string, number>;
  beginnings: readonly string[];
  dates: ReadonlySet<string>;
  quotations: ReadonlySet<string>;
  bestScore: number;
  firstMentions: ReadonlySet<Sentence>;
}

/** Features of each candidate sentence (rows in the order of `sentences`, columns in the order of FEATURES). */
export function featuresOf(retrieval: Retrieval, sentences: readonly Sentence[]): FeatureVector[] {
  const context = contextOf(retrieval, sentences);
  const shares = sharedShares(retrieval, sentences);
  return sentences.map((sentence, index) =>
    sentenceFeatures(context, sentence, shares[index] ?? NOTHING_SHARED, sentences[index - 1], sentences[index + 1]),
  );
}

/** One feature of a sentence by its name. */
export function featureOf(features: FeatureVector, name: (typeof FEATURES)[number]): number {
  return features[FEATURES.indexOf(name)] ?? 0;
}

function contextOf({ question, idf, hits }: Retrieval, sentences: readonly Sentence[]): QuestionContext {
  const rarity = (count: number): number => Math.log((sentences.length + 1) / (count + 0.5));
  const local = new Map(
    question.contentTerms.map((term) => [term, rarity(sentences.filter(({ terms }) => terms.has(term)).length)]),
  );
  const stems = question.stems.map((stem) => ({
    stem,
    weight: rarity(sentences.filter(({ compact }) => compact.includes(stem)).length),
  }));
  const bigrams = [...unspacedBigrams(question.folded)];
  return {
    ...{ question, idf, local, stems },
    lastTerms: question.lastTerms,
    bigrams: new Map(bigrams.map((bigram) => [bigram, rarity(count(sentences, bigram))])),
    beginnings: question.stems.filter(isWord).map((stem) => BEGINNING.exec(stem)?.[0] ?? stem),
    dates: datesIn(question.folded),
    quotations: quotedIn(question.folded),
    bestScore: hits[0]?.score ?? 0,
    firstMentions: question.asked.definition ? firstMentions(question.stems.join(''), sentences) : new Set<Sentence>(),
  };
}

function sentenceFeatures(
  context: QuestionContext,
  sentence: Sentence,
  shared: SharedShare,
  before?: Sentence,
  after?: Sentence,
): FeatureVector {
  const { question, idf, local, stems } = context;
  const { hit, terms, compact } = sentence;
  const content = question.contentTerms;
  const previous = before?.hit === hit ? before.bigrams : NO_TERMS;
  const next = after?.hit === hit ? after.bigrams : NO_TERMS;
  const unspaced = (passes: (bigram: string) => boolean): number => share(context.bigrams.keys(), context.bigrams, passes);
  const stemWeight = stems.reduce((sum, { weight }) => sum + weight, 0);
  const stemFound = stems.reduce((sum, { stem, weight }) => sum + (compact.includes(stem) ? weight : 0), 0);
  const localRecall = share(content, local, (term) => terms.has(term));
  return Float64Array.of(
    hit.score - context.bestScore,
    hit.dense,
    sentence.cosine,
    hit.lexical,
    localRecall,
    localRecall ** 2,
    stemWeight > 0 ? stemFound / stemWeight : 0,
    share(context.lastTerms, idf, (term) => terms.has(term)),
    share(content, idf, (term) => terms.has(term)),
    share(content, idf, (term) => sentence.hitTerms.has(term) && !terms.has(term)),
    unspaced((bigram) => sentence.bigrams.has(bigram)),
    unspaced((bigram) => previous.has(bigram) && !sentence.bigrams.has(bigram)),
    unspaced((bigram) => next.has(bigram) && !sentence.bigrams.has(bigram) && !previous.has(bigram)),
    unspaced((bigram) => sentence.titleBigrams.has(bigram) && !sentence.bigrams.has(bigram)),
    shareIn(context.beginnings, compact),
    shareIn(context.beginnings.slice(-LAST_WORDS), compact),
    ...kindFeatures(context, sentence),
    context.firstMentions.has(sentence) ? 1 : 0,
    shared.recall,
    shared.gain,
  );
}

function isWord(stem: string): boolean {
  return stem.length <= LONGEST_WORD;
}

function count(sentences: readonly Sentence[], bigram: string): number {
  return sentences.reduce((sum, { bigrams }) => (bigrams.has(bigram) ? sum + 1 : sum), 0);
}

function shareIn(words: readonly string[], text: string): number {
  return words.length > 0 ? words.filter((word) => text.includes(word)).length / words.length : 0;
}

/** For each article the first candidate that names the subject; headings and captions are not sentences about it. */
function firstMentions(subject: string, sentences: readonly Sentence[]): Set<Sentence> {
  const first = new Map<string, Sentence>();
  for (const sentence of sentences) {
    const { source } = sentence.hit.chunk.article;
    const known = first.get(source);
    if (sentence.asks || !sentence.compact.includes(subject) || !endsWithStop(sentence.text)) continue;
    if (!known || sentence.span.start < known.span.start) first.set(source, sentence);
  }
  return new Set(first.values());
}

const NO_TERMS: ReadonlySet<string> = new Set();

function kindFeatures({ question, dates, quotations }: QuestionContext, { folded, compact }: Sentence): number[] {
  const { asked, numbers } = question;
  const present = numbers.size > 0 || asked.number ? numberValues(folded) : NO_TERMS;
  const other = (wanted: boolean, found: () => Iterable<string>, known: ReadonlySet<string>): number =>
    wanted && [...found()].some((value) => !known.has(value)) ? 1 : 0;
  return [
    other(asked.date, () => datesIn(folded), dates),
    asked.units.length > 0 && holdsCount(folded, asked.units, numbers) ? 1 : 0,
    other(asked.number, () => present, numbers),
    numbers.size > 0 ? [...numbers].filter((value) => present.has(value)).length / numbers.size : 0,
    asked.money && holdsMoney(folded) ? 1 : 0,
    other(asked.name, () => quotedIn(folded), quotations),
    shareIn([...quotations].map(withoutSpaces), compact),
  ];
}
