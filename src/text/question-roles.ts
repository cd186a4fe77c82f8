import { foldText, hasHangul } from './normalize.ts';
import { datesIn } from './patterns.ts';
import { isQuestionWord } from './question.ts';
import { isRelational } from './relational-nouns.ts';
import { wordsOf } from './stems.ts';

/**
 * What a word does in a question: it asks (언제, who), fills (알려 줘, the), points at something said before (그건, it), asks for a property (가격은), tells
 * what happened (열렸어, won) or modifies (가장, second), gives a date, or names something: the content.
 */
export type Role = 'asks' | 'fills' | 'points' | 'property' | 'predicate' | 'modifies' | 'date' | 'content';

export interface QuestionWord {
  /** As it was written, punctuation included. */
  raw: string;
  /** Without punctuation, and the same folded. */
  word: string;
  folded: string;
  role: Role;
}

const ENDINGS =
  '(?:은|는|이|가|을|를|의|에|도|만|와|과|로|으로|에서|에서는|에는|에게|한테|까지|부터|에도|보다|이랑|랑|들|요|야|이야|예요|이에요|인가요?|입니까|였어|이었어|니)*';
const POINTS = new RegExp(
  `^(?:(?:그것|그거|그건|그게|그걸|이것|이거|이건|이게|이걸|저것|저거|저건|저게|그녀|그들|그분|이분|그이|그곳|이곳|그쪽|거기|여기|그때|이때|그날|그해|그중)${ENDINGS}|그(?:는|가|의|를|에게|한테|도|와|랑)|해당|it|its|itself|he|him|his|she|her|hers|they|them|their|theirs|there|this|that|these|those)$`,
  'u',
);
/** "this", "that" and "there" also do other things: after a content word they join a clause, before the end they only introduce. */
const RELATIVE = /^(?:this|that|these|those)$/;
const EXISTENTIAL = /^there$/;
const PRONOUN = /^(?:it|him|her|them)$/;
const AUXILIARY = /^(?:do|does|did|will|would|can|could|should)$/;
const DETERMINER = /^(?:그|이)$/u;
/** 이 회장, 이 씨: a family name. */
const TITLE =
  /^(?:대통령|총리|장관|의원|위원장|회장|사장|대표|감독|교수|박사|씨|군|양|시장|지사|총장|선수|후보|기자|부회장|전무|상무)/u;
/** What is named by pointing alone: the word says nothing of its own. */
const EMPTY_NOUN = new RegExp(`^(?:사람|분|곳|때|것|거|건|게|날|해|경우|점|외)${ENDINGS}$`, 'u');
const KOREAN_MODIFIER = new RegExp(
  `^(?:더|가장|제일|모두|전부|다시|또|보통|정확히|자세히|자세하게|구체적으로|간단히|총|약|최대|최소|처음|마지막|다음|이전|다른|나머지|첫째|둘째|셋째|(?:첫|두|세|네|다섯)번째|좀|그냥|주로|실제로|현재|지금|당시)${ENDINGS}$`,
  'u',
);
const ENGLISH_MODIFIER =
  /^(?:more|else|exactly|again|first|second|third|fourth|last|next|previous|other|others|one|ones|latter|former|rest|same|any|some|all|most|i|you|we|my|your|our|not|there|then|now|so|also)$/;

const SPACED_ORDINAL = /(첫|두|세|네|다섯) (번째)/gu;
const MODIFIERS = [KOREAN_MODIFIER, ENGLISH_MODIFIER, EMPTY_NOUN];

const ASKS_FOR_NEXT = /^(?:어느|어떤|무슨|몇|which)$/u;
const INTERROGATIVE =
  /^(?:무엇|무슨|뭐|뭘|뭔|누구|누가|언제|어디|어느|어떤|어떻|어때|얼마|왜|몇|며칠|who|what|when|where|why|how|which|whose|whom)/u;
/** Ends of a predicate that no noun has … */
const CLEAR_PREDICATE =
  /(?:나요|습니까|니까|는가요?|까요|[았었했됐겠렸졌갔왔났켰쳤]{1}(?:어|나|니|지|냐|대|다|는지)?요?|하나|되나|하니|되니|하지|한대|된대|해요?|돼요?|열려요?|한다|된다)$/u;
/** … and those that a noun may have: a predicate only where the question asks otherwise, too. */
const POSSIBLE_PREDICATE = /(?:어|아|여|려|져|와|워|봐|서|나|니|냐|지|죠|요|다|음|함|됨|임)$/u;
const MARKED_NOUN = /(?:은|는|이|가|을|를|의|에|도|만|야|요)$/u;
/** Verbs that stand before a noun or join clauses. 북한, 권한 and the like are nouns. */
const VERBAL =
  /(?:[하되]는|[하되]려는|있는|없는|[열걸팔불올]리는|만드는|받는|맡는|[가-힣](?<![기권제상하시유무북남])한|[가-힣]된|[열걸팔알불올몰풀]린|만든|받은|맡은|뽑은|[하되]던|[았었했됐]던|다고|다는|라는|[가-힣]하고|되고|하며|하여|해서|위해|위한|통해|따르면|대한|관한|않은|않는)$/u;

/** The words of a question and what each does in it. */
export function questionWords(text: string): QuestionWord[] {
  const words = text
    .replace(SPACED_ORDINAL, '$1$2')
    .split(/\s+/u)
    .flatMap((raw) => {
      const word = wordsOf(raw).join('');
      return word === '' ? [] : [{ raw, word, folded: foldText(word) }];
    });
  const asksOtherwise = words.some(({ folded }, index) => index < words.length - 1 && INTERROGATIVE.test(folded));
  const result: QuestionWord[] = [];
  words.forEach((each, index) => {
    const place = { before: result, next: words[index + 1]?.folded, isLast: index === words.length - 1, asksOtherwise };
    // IT and US are no pronouns, Busan is no verb.
    const isName = index > 0 ? /^[A-Z]/.test(each.word) && each.word !== 'I' : /^[A-Z]{2}/.test(each.word);
    result.push({ ...each, role: isName ? nameRole(each.folded) : roleOf(each.folded, place) });
  });
  return result;
}

function nameRole(word: string): Role {
  return datesIn(word).size > 0 ? 'date' : 'content';
}

interface Place {
  before: readonly QuestionWord[];
  next: string | undefined;
  isLast: boolean;
  /** Whether an interrogative stands before the last word. */
  asksOtherwise: boolean;
}

function roleOf(word: string, place: Place): Role {
  const previous = place.before.at(-1);
  if (points(word, place)) return 'points';
  if (previous?.role === 'points' && DETERMINER.test(previous.folded)) return EMPTY_NOUN.test(word) ? 'points' : 'property';
  if (datesIn(word).size > 0) return 'date';
  if (isRelational(word)) return 'property';
  if (isQuestionWord(word, place.isLast)) return INTERROGATIVE.test(word) ? 'asks' : 'fills';
  if (MODIFIERS.some((pattern) => pattern.test(word))) return 'modifies';
  if (previous && ASKS_FOR_NEXT.test(previous.folded)) return 'property';
  return isPredicate(word, place) ? 'predicate' : 'content';
}

function points(word: string, { before, next, isLast }: Place): boolean {
  if (DETERMINER.test(word)) return next !== undefined && !TITLE.test(next);
  if (!POINTS.test(word)) return false;
  if (RELATIVE.test(word)) return !before.some(({ role }) => role === 'content' || role === 'property');
  return !EXISTENTIAL.test(word) || isLast;
}

/** A verb at the end, or before what it belongs to. */
function isPredicate(word: string, { before, next, isLast, asksOtherwise }: Place): boolean {
  if (!hasHangul(word)) return isEnglishPredicate(before, isLast || PRONOUN.test(next ?? ''));
  if (!isLast) return VERBAL.test(word);
  if (CLEAR_PREDICATE.test(word)) return true;
  return asksOtherwise && (POSSIBLE_PREDICATE.test(word) || !MARKED_NOUN.test(word));
}

/** "Who won?", "When does the museum open?", "Why did the city buy it?": the word at the end, or before what it is done to. */
function isEnglishPredicate(before: readonly QuestionWord[], endsClause: boolean): boolean {
  if (!endsClause) return false;
  if (before.length === 1) return INTERROGATIVE.test(before[0]?.folded ?? '');
  return (
    before.some(({ folded }) => AUXILIARY.test(folded)) && before.some(({ role }) => role === 'content' || role === 'points')
  );
}
