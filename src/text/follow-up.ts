import { collapseSpaces, hasHangul } from './normalize.ts';
import { questionWords, type QuestionWord, type Role } from './question-roles.ts';
import { stemOf } from './stems.ts';

/** A question as it is to be searched, and what it took from the question before, in words to be shown. */
export interface ResolvedQuestion {
  question: string;
  inherited: string[];
}

const CONNECTIVE =
  /^(?:(?:그럼|그러면|그렇다면|그리고|그래서|그런데|근데|그러니까|and|but|so|then|ok|okay|what about|how about)(?:[\s,]+|$))+/iu;
/** A connective leaves the subject open only where the question names no more than this. */
const MOST_CONTENT_AFTER_CONNECTIVE = 1;
/** With so little content a word that points may stand anywhere; otherwise it may point at what the question itself has named. */
const MOST_CONTENT_AROUND_POINTER = { korean: 1, english: 2 };
/** A chain of questions keeps its subject, not its history. */
const MOST_INHERITED = 8;

/**
 * A question that continues the one before gets its subject from it: it points back (그건, it), names only a property or nothing (장소는?,
 * Why?), or goes on from it (그럼 …, What about …). A question that names its own subject stays as it is. Rules, not understanding: what
 * was taken is told, so that the reader sees when it was wrong.
 */
export function resolveFollowUp(question: string, previous = ''): ResolvedQuestion {
  const rest = question.replace(CONNECTIVE, '');
  const words = questionWords(rest);
  if (!continues(words, rest !== question)) return { question, inherited: [] };
  const before = questionWords(previous.replace(CONNECTIVE, '')).filter(({ role }) => role !== 'date' || !has(words, 'date'));
  const { taken, parts } = namesOnly(words) ? replacing(words, before) : adding(words, before);
  const inherited = phrasesOf(taken, before);
  return inherited.length === 0 ? { question, inherited } : { question: collapseSpaces(parts.join(' ')), inherited };
}

function continues(words: readonly QuestionWord[], isConnected: boolean): boolean {
  const content = count(words, 'content');
  if (words.length > 0 && isConnected && content <= MOST_CONTENT_AFTER_CONNECTIVE) return true;
  const pointer = words.findIndex(({ role }) => role === 'points');
  if (pointer < 0) return words.length > 0 && content === 0;
  const most = MOST_CONTENT_AROUND_POINTER[hasHangul(words[pointer]?.word ?? '') ? 'korean' : 'english'];
  return content <= most || !has(words.slice(0, pointer), 'content');
}

/** "그럼 부산은?", "2023년에는?": something else of which, or another time at which, the same is asked. */
function namesOnly(words: readonly QuestionWord[]): boolean {
  return (
    (has(words, 'content') || has(words, 'date')) &&
    words.every(({ role }) => role === 'content' || role === 'modifies' || role === 'date')
  );
}

interface Resolution {
  /** The words that are inherited, of those that may be shown. */
  taken: QuestionWord[];
  parts: string[];
}

/** The question before, with the first thing it names replaced. */
function replacing(words: readonly QuestionWord[], before: readonly QuestionWord[]): Resolution {
  const topic = has(words, 'content') ? before.findIndex(({ role }) => role === 'content') : -1;
  const kept = before.filter((each, index) => index !== topic && !repeats(words, each));
  return { taken: only(kept, NAMING), parts: [...words.map(({ word }) => stemOf(word)), ...kept.map(({ raw }) => raw)] };
}

/** What the question before was about, without what it asked for; where nothing is asked instead ("더 자세히"), with it. */
function adding(words: readonly QuestionWord[], before: readonly QuestionWord[]): Resolution {
  const asks = (['asks', 'property', 'predicate'] as const).some((role) => has(words, role));
  const subject = only(before, asks && has(before, 'content') ? ['content', 'date'] : NAMING);
  const taken = subject.filter((each) => !repeats(words, each)).slice(0, MOST_INHERITED);
  const own = words.filter(({ role }) => role !== 'points').map(({ raw }) => raw);
  return { taken, parts: [...taken.map(({ word }) => stemOf(word)), ...own] };
}

const NAMING: readonly Role[] = ['content', 'property', 'date'];

function only(words: readonly QuestionWord[], roles: readonly Role[]): QuestionWord[] {
  return words.filter(({ role }) => roles.includes(role));
}

function has(words: readonly QuestionWord[], role: Role): boolean {
  return words.some((word) => word.role === role);
}

function count(words: readonly QuestionWord[], role: Role): number {
  return words.filter((word) => word.role === role).length;
}

function repeats(words: readonly QuestionWord[], { folded }: QuestionWord): boolean {
  return words.some((word) => stemOf(word.folded) === stemOf(folded));
}

/** Words that stood side by side as one phrase; a date is a phrase apart from what it dates. */
function phrasesOf(taken: readonly QuestionWord[], before: readonly QuestionWord[]): string[] {
  const phrases: string[] = [];
  let last: QuestionWord | undefined;
  for (const word of taken) {
    const isNext = last !== undefined && before.indexOf(word) === before.indexOf(last) + 1;
    const isSameKind = (last?.role === 'date') === (word.role === 'date');
    const stem = stemOf(word.word);
    if (isNext && isSameKind) phrases.push(`${phrases.pop() ?? ''} ${stem}`);
    else phrases.push(stem);
    last = word;
  }
  return phrases;
}
