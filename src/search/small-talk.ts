import type { Embeddings } from '@langchain/core/embeddings';
import { QUESTIONS_BESIDE_SMALL_TALK, SMALL_TALK_EXAMPLES } from '../text/small-talk-examples.ts';
import { foldText, hasHangul } from '../text/normalize.ts';
import { questionWords, type Role } from '../text/question-roles.ts';
import { stemOf, wordsOf } from '../text/stems.ts';
import type { ChatTopic } from '../types.ts';

/**
 * Cosines with an example from which on a line is small talk: though it names something; unless it names something; and where the articles
 * do not answer it, either. The model sets all texts near each other, so the scale begins high. Chosen on questions: three of 5,934 (KorQuAD,
 * the seed questions, everyday and English ones) pass, asked of articles that know nothing of them.
 */
const ALIKE = { naming: 0.9, answered: 0.88, unanswered: 0.86 } as const;
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

/** What small talk a line is by its meaning; null when it is near none, or names something that it may ask about. */
export async function smallTalkByMeaning(embeddings: Embeddings, text: string, isAnswered: boolean): Promise<ChatTopic | null> {
  if (text.length > LONGEST) return null;
  const { topic, cosine } = await nearestSmallTalk(embeddings, text);
  if (!namesSomething(text)) return cosine >= (isAnswered ? ALIKE.answered : ALIKE.unanswered) ? topic : null;
  // "X는 누구야" is as near to "너는 누구야" whoever X is.
  return cosine >= ALIKE.naming && topic !== 'identity' ? topic : null;
}

/** Words of the examples name nothing: 도움, 이름. */
const OF_EXAMPLES = new Set(
  SMALL_TALK_EXAMPLES.flatMap(([, lines]) => lines.flatMap((line) => wordsOf(foldText(line)).map(stemOf))),
);

/** Words that may name what a line is about; the others ask, point, fill or name a common property (이름, 사람). */
const NAMING: ReadonlySet<Role> = new Set(['content', 'modifies']);

/** Whether a line names something: in Latin letters by a capital, in Hangul by a particle after a noun; words of the examples aside. */
function namesSomething(text: string): boolean {
  const words = questionWords(text).filter(({ role }) => NAMING.has(role));
  return words.some(({ word, folded }, index) => {
    if (!hasHangul(word)) return index > 0 && /^\p{Lu}\p{L}/u.test(word) && !OF_EXAMPLES.has(folded);
    const stem = stemOf(folded);
    return stem !== folded && !OF_EXAMPLES.has(stem);
  });
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
