import type { Retrieval } from '../search/retriever.ts';
import { foldText, hasHangul, withoutSpaces } from '../text/normalize.ts';
import { isVague, namesIn, yearsIn } from '../text/question-facts.ts';
import { bigramsOf } from '../text/terms.ts';
import type { Archive } from './archive.ts';
import type { ReasonDetails, UnansweredReason } from '../types.ts';

/** The period a question was restricted to. */
export interface Period {
  since?: string;
  until?: string;
}

export interface Reason {
  reason: UnansweredReason;
  details: ReasonDetails;
}

/** This share of the things a question names stands in the best chunk or its title: the topic is known. */
const TOPIC_KNOWN = 0.6;
const NO_DETAILS: ReasonDetails = { dates: null, name: null };

/** Why a question was not answered, the most certain reason first. */
export function reasonOf(retrieval: Retrieval, archive: Archive, period: Period = {}): Reason {
  const { question } = retrieval;
  if (isOutside(retrieval, archive, period))
    return { reason: 'outside-dates', details: { ...NO_DETAILS, dates: archive.allDated ? archive.dates : null } };
  const name = unknownName(retrieval, archive);
  if (name !== undefined) return { reason: 'unknown-name', details: { ...NO_DETAILS, name } };
  if (question.stems.length === 0 || isVague(question.text)) return { reason: 'too-vague', details: NO_DETAILS };
  return { reason: isTopicKnown(retrieval) ? 'fact-not-given' : 'not-in-articles', details: NO_DETAILS };
}

/** Whether the period asked for, or each year in the question, lies before the first or after the last article. */
function isOutside({ question, hits }: Retrieval, { dates, allDated }: Archive, { since = '', until = '9999' }: Period): boolean {
  if (!dates) return false;
  const { first, last } = dates;
  if (since > last || until < first) return true;
  const years = yearsIn(question.folded).map(String);
  const read = foldText(hits.map(({ chunk }) => chunk.text).join('\n'));
  const isBeyond = (year: string): boolean => (year > last.slice(0, 4) || year < first.slice(0, 4)) && !read.includes(year);
  return allDated && years.length > 0 && years.every(isBeyond);
}

/** The first thing named whose letters stand in no article in this order, and which no article calls otherwise. Between scripts it is written otherwise. */
function unknownName(retrieval: Retrieval, archive: Archive): string | undefined {
  return namesToKnow(retrieval).find((name) => termsOfName(name).some((term) => isUnknown(term, retrieval, archive)));
}

/**
 * Whether a question is about something of which no article has so much as two letters in a row: what is nearest is not its answer, however
 * well the other words fit.
 */
export function isAboutUnknown(retrieval: Retrieval, archive: Archive): boolean {
  const [subject] = namesIn(retrieval.question.text);
  if (subject === undefined || /\d/.test(subject) || !namesToKnow(retrieval).includes(subject)) return false;
  return termsOfName(subject).every((term) => isUnknown(term, retrieval, archive));
}

/** The things named that articles in the script of the question have to name, if they know them. */
function namesToKnow({ question, names, hits: [best] }: Retrieval): string[] {
  if (best && best.chunk.article.korean !== question.korean) return [];
  const isKnown = (name: string): boolean => names.some(({ written }) => written.includes(name) || name.includes(written));
  return namesIn(question.text).filter((name) => !isKnown(name));
}

function termsOfName(name: string): string[] {
  const folded = foldText(name);
  return hasHangul(folded) ? bigramsOf(folded) : [folded];
}

function isUnknown(term: string, { idf }: Retrieval, { unknownWeight }: Archive): boolean {
  return (idf.get(term) ?? 0) >= unknownWeight;
}

function isTopicKnown({ question, hits: [best] }: Retrieval): boolean {
  const names = namesIn(question.text);
  if (!best || names.length === 0) return false;
  const passage = withoutSpaces(foldText(`${best.chunk.article.title}\n${best.chunk.text}`));
  return names.filter((name) => passage.includes(foldText(name))).length >= TOPIC_KNOWN * names.length;
}
