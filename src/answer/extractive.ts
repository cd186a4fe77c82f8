import type { Retrieval } from '../search/retriever.ts';
import { asksForSeveral } from '../text/question-facts.ts';
import type { Answer, Citation, Difference } from './answer.ts';
import { chooseSentences } from './choose.ts';
import { cite, nearestSentences } from './citations.ts';
import { confidence, levelOf } from './confidence.ts';
import { findDisagreement, type Disagreement } from './difference.ts';
import { featuresOf } from './features.ts';
import { groupRepetitions } from './near-identical.ts';
import type { Archive } from './archive.ts';
import { rankPassages, type RankedHit } from './passages.ts';
import { isAboutUnknown, reasonOf, type Period } from './reasons.ts';
import { probabilities, situationOf, weightsFor, type RankedSentence } from './scorer.ts';
import { sentencesOf, type Sentence } from './sentence.ts';
import { signalsOf, type SignalVector } from './signals.ts';

/** Sentences are chosen from so many of the best chunks … */
export const CHUNKS_READ = 5;
/** … but so many are asked for: some repeat others, and show where else the same words stand. */
export const CHUNKS_WANTED = 12;

/** Where two articles disagree they are the answer; so many other sentences stand beside it. */
const BESIDE_DIFFERENCE = 1;

export type Extraction = Pick<Answer, 'kind' | 'reason' | 'details' | 'citations' | 'difference' | 'nearest'>;

/** Everything that decides about an answer, for whoever wants to know why. */
export interface Examination {
  /** All hits, the likeliest to hold the answer first. */
  hits: RankedHit[];
  /** Best first. */
  ranked: RankedSentence[];
  /** The sentences that would be shown, in reading order, however sure the answer is. */
  chosen: Sentence[];
  /** How sure it is that the articles answer the question at all; see confidence.ts. */
  confidence: number;
  /** What it was computed of; null when there is no sentence at all. */
  signals: SignalVector | null;
  extraction: Extraction;
}

/** What is known of the articles, and the period that the question was restricted to. */
export interface Circumstances {
  archive: Archive;
  period?: Period;
}

const UNKNOWN: Circumstances = { archive: { dates: null, allDated: false, unknownWeight: Number.POSITIVE_INFINITY } };

/**
 * Answers with sentences of the articles, word for word. Whether they are shown plainly, with a warning, or not at all depends on how sure
 * it is that they answer.
 */
export function examine(retrieval: Retrieval, { archive, period }: Circumstances = UNKNOWN): Examination {
  const groups = groupRepetitions(retrieval.hits, ({ chunk }) => chunk.text);
  const read = { ...retrieval, hits: groups.slice(0, CHUNKS_READ).map(([first]) => first) };
  const ranked = rankSentences(read);
  const passages = rankPassages(groups, ranked);
  const nearest = nearestSentences(
    passages.map(([first]) => first),
    ranked,
  );
  const best = ranked[0];
  const signals = best ? signalsOf(read, best) : null;
  const score = best && signals ? confidence(read, best.sentence, signals) : Number.NEGATIVE_INFINITY;
  const { asked, folded } = retrieval.question;
  const chosen = chooseSentences(ranked, { definition: asked.definition, several: asksForSeveral(folded) });
  const level = levelOf(score);
  const kind = level === 'answered' && isAboutUnknown(read, archive) ? 'unsure' : level;
  const shared = { hits: passages.flat(), ranked, chosen, confidence: score, signals };
  if (kind === 'unanswered') {
    const reason = reasonOf(read, archive, period);
    return { ...shared, extraction: { kind, ...reason, citations: [], difference: null, nearest } };
  }
  const cited = citeChosen(retrieval, ranked, chosen);
  return { ...shared, extraction: { kind, reason: null, details: null, ...cited, nearest } };
}

function rankSentences(retrieval: Retrieval): RankedSentence[] {
  const sentences = sentencesOf(retrieval.hits);
  const features = featuresOf(retrieval, sentences);
  const candidates = sentences.flatMap((sentence, index) => {
    const row = features[index];
    return row && !sentence.asks ? [{ sentence, features: row }] : [];
  });
  const chances = probabilities(
    candidates.map((candidate) => candidate.features),
    weightsFor(situationOf(retrieval.question, retrieval.hits[0])),
  );
  return candidates
    .map((candidate, index) => ({ ...candidate, probability: chances[index] ?? 0 }))
    .sort((a, b) => b.probability - a.probability);
}

/** The citations of what was chosen; where two articles disagree both sides are cited first, the newer one before the other. */
function citeChosen(
  { question, hits }: Retrieval,
  ranked: readonly RankedSentence[],
  chosen: readonly Sentence[],
): { citations: Citation[]; difference: Difference | null } {
  const disagreement = findDisagreement(question, ranked);
  if (!disagreement) return { citations: cite(chosen, hits), difference: null };
  const sides = disagreement.sides.map(({ sentence }) => sentence);
  const others = chosen.filter((sentence) => !sides.includes(sentence)).slice(0, BESIDE_DIFFERENCE);
  // Each side is a citation of its own: the run of sentences that a citation joins would swallow the other side's date.
  const citations = [...sides.flatMap((side) => cite([side], hits)), ...cite(others, hits)];
  const numbered = citations.map((citation, index) => ({ ...citation, number: index + 1 }));
  return { citations: numbered, difference: differenceOf(disagreement) };
}

function differenceOf({ kind, sides }: Disagreement): Difference {
  return { kind, values: sides.map(({ value }, index) => ({ citation: index + 1, value })) };
}
