import type { Embeddings } from '@langchain/core/embeddings';
import { QUESTIONS_BESIDE_SMALL_TALK, SMALL_TALK_EXAMPLES } from '../text/small-talk-examples.ts';
import { foldText, hasHangul } from '../text/normalize.ts';
import { questionWords } from '../text/question-roles.ts';
import { stemOf, wordsOf } from '../text/stems.ts';
import { STEM } from '../text/terms.ts';
import type { ChatTopic } from '../types.ts';
import type { IndexReader } from './index-port.ts';

/**
 * Cosines with an example from which on a line is small talk: whatever it says; unless it names something of the articles; and if in addition
 * the articles do not answer it. The model sets all texts near each other, so the scale begins high. Chosen on questions: none of
 * 2,069 (KorQuAD, the seed questions, English ones) passes.
 */
const ALIKE = { surely: 0.92, unnamed: 0.88, unanswered: 0.86 } as const;
/** Nobody makes small talk at length. */
const LONGEST = 60;

interface Example {
  /** null: what sounds alike but asks about the world. */
  topic: ChatTopic | null;
  vector: readonly number[];
}

/** Examples are embedded once for each model. */
const EXAMPLES = new WeakMap<Embeddings, Promise<Example[]>>();

/** What the nearest example is about, and how near it is. */
export interface ChatGuess {
  topic: ChatTopic | null;
  cosine: number;
}

/** The nearest example, of small talk or of what only sounds like it. Both sides are embedded as questions. */
export async function nearestSmallTalk(embeddings: Embeddings, text: string): Promise<ChatGuess> {
  let examples = EXAMPLES.get(embeddings);
  if (!examples) {
    examples = embedExamples(embeddings);
    EXAMPLES.set(embeddings, examples);
    // A failure is not kept.
    examples.catch(() => EXAMPLES.delete(embeddings));
  }
  const vector = await embeddings.embedQuery(text);
  const guesses = (await examples).map(({ topic, vector: other }) => ({ topic, cosine: innerProduct(vector, other) }));
  return guesses.reduce((best, guess) => (guess.cosine > best.cosine ? guess : best), { topic: null, cosine: -1 });
}

/** What small talk a line is by its meaning; null when it is near none, or may ask about something the articles name. */
export async function smallTalkByMeaning(
  embeddings: Embeddings,
  reader: Pick<IndexReader, 'chunkCounts'>,
  text: string,
  isAnswered: boolean,
): Promise<ChatTopic | null> {
  if (text.length > LONGEST) return null;
  const { topic, cosine } = await nearestSmallTalk(embeddings, text);
  const subjects = subjectsOf(text);
  // "X는 누구야" is as near to "너는 누구야" whoever X is.
  if (topic === 'identity' && subjects.names.length + subjects.stems.length > 0) return null;
  if (cosine >= ALIKE.surely) return topic;
  if (cosine < (isAnswered ? ALIKE.unnamed : ALIKE.unanswered)) return null;
  return (await areKnown(reader, subjects)) ? null : topic;
}

/** Words of the examples say nothing about the articles, though these may hold them: 도움, 이름. */
const OF_EXAMPLES = new Set(
  SMALL_TALK_EXAMPLES.flatMap(([, lines]) => lines.flatMap((line) => wordsOf(foldText(line)).map(stemOf))),
);

interface Subjects {
  names: string[];
  stems: string[];
}

/** What a line may name: in Latin letters a capital, in Hangul a noun with its particle; words of the examples aside. */
function subjectsOf(text: string): Subjects {
  const words = questionWords(text).filter(({ role }) => role === 'content');
  const names = words.filter(
    ({ word, folded }, index) => !hasHangul(word) && index > 0 && /^\p{Lu}/u.test(word) && !OF_EXAMPLES.has(folded),
  );
  const stems = words
    .map(({ folded }) => stemOf(folded))
    .filter((stem, index) => stem !== words[index]?.folded && !OF_EXAMPLES.has(stem));
  return { names: names.map(({ word }) => word), stems };
}

/** Whether a line names something, in Hangul something that the articles hold. */
async function areKnown(reader: Pick<IndexReader, 'chunkCounts'>, { names, stems }: Subjects): Promise<boolean> {
  if (names.length > 0) return true;
  const counts = await reader.chunkCounts(stems.map((stem) => `${STEM}${stem}`));
  return [...counts.values()].some((chunks) => chunks > 0);
}

async function embedExamples(embeddings: Embeddings): Promise<Example[]> {
  const examples: Example[] = [];
  for (const [topic, lines] of SMALL_TALK_EXAMPLES) {
    for (const line of lines) examples.push({ topic, vector: await embeddings.embedQuery(line) });
  }
  for (const line of QUESTIONS_BESIDE_SMALL_TALK) examples.push({ topic: null, vector: await embeddings.embedQuery(line) });
  return examples;
}

function innerProduct(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}
