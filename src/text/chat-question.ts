import { takeApart } from './syllables.ts';
import { cleanCharacters, collapseSpaces, foldText, hasHangul } from './normalize.ts';
import { wordsOf } from './stems.ts';

/** Links, code, and what Discord writes for mentions, channels, its own emoji and times. */
const MARKUP = /https?:\/\/\S+|<(?:[@#/][^>\s]*|a?:\w+:\d+|t:[^>\s]*)>|`[^`]*`|:\w+:/gu;
const ASKING_MARK = /[?？][\s"'”’)\]!！~^.…ㅠㅜㅋㅎ]*$/u;
/** Words that react instead of asking, whatever mark follows them. */
const REACTION =
  /^(?:[ㄱ-ㅎㅏ-ㅣ]+|네+|예|응+|어+|엥+|헐|헉|와+|오+|아+|음+|그래요?|그쵸|그죠|그런가요?|진짜로?요?|정말로?요?|레알|실화|뭐+|잉|하이|안녕|안녕하세요|여보세요|ok|okay|yes|no|really|huh|what|wow|oh|hm+|lol|seriously|hello|hi|hey|right|eh)$/u;

const SENTENCE_BREAK = /(?<=[.!?。？！…])\s+|\n+/u;
/** 언제나, 누군가 and the like are no interrogatives. */
const INTERROGATIVE =
  /^(?:무엇|무슨|뭐(?!든|라도)|뭘|뭔(?!가|지)|누구(?!나|든)|누가|누굴|언제(?!나|든|라도)|어디(?!든|나$|선가)|어느|어떤(?!지)|어떻게(?!든)|어때|어떤가|얼마(?!전|든|간)|왜(?!냐)|몇(?!몇)|며칠)/u;
/** Endings that only ask, at the end of a sentence. */
const CLEAR_ENDING =
  /(?:나요|[는은던]가|인가|까요|느냐|으냐|인가요|(?:있|없|되|[았었했됐겠렸졌갔왔났])나|[았었했됐겠렸졌갔왔났하되이있없]냐|[하되이있없했됐았었]니)$/u;
/** 습니까 but not 그러니까, 누군가요 but not 집에 가요, 열릴까 but not 아까: the final consonant before it tells. */
const FORMAL = /([가-힣])니까$/u;
const NAMED = /([가-힣])가요$/u;
const DISCUSSED = /([가-힣])까요?$/u;
/** Endings of any sentence: with an interrogative they ask. */
const OPEN_ENDING = /(?:[어아여야해돼려져와워봐줘써네]|요|지|죠|나|니|냐|대|래|데|까|는데|건데|인데|가|임|음|함|됨|중|듯)$/u;
/** Endings that state, propose or go on, whatever stands before. */
const NOT_OPEN = /(?:다|자|라|구나|군|군요|네요|네|고|서|며|면|니까|지만|든|든지|으니|답니다)$/u;
const REQUEST =
  /(?:알려|말해|말씀해|설명해|가르쳐|찾아|소개해|정리해|요약해|답해|답변해)\s?(?:줘|줘요|주세요|주십시오|주실래요|달라|줄래|줄래요|봐|봐줘|주라|다오)$|(?:설명|안내|답변|요약|정리|소개)\s?부탁(?:해|해요|드려요|드립니다|합니다)$/u;
const CURIOUS = /궁금(?:해요?|합니다|하네요?|한데요?|하다)$/u;

const ENGLISH_OPENING = /^(?:(?:so|and|but|ok|okay|well|hey|hi|hello|um|also|then|please|btw)[\s,]+)+/u;
const BE =
  "(?:is|are|was|were|am|do|does|did|will|would|can|could|should|has|have|had|isn't|aren't|doesn't|didn't|don't|won't|can't)";
const SUBJECT =
  '(?:the|a|an|there|it|this|that|these|those|he|she|they|we|you|i|any|some|my|your|our|his|her|its|their|someone|anyone|anybody|everyone|people)';
const ENGLISH = [
  new RegExp(`^(?:what|when|where|why|how|which|who|whose|whom)(?:'s|'re|'d)?\\s${BE}\\b`, 'u'),
  /^(?:what|who|where|when|how|why)(?:'s|'re|'d)\s\S/u,
  new RegExp(`^(?:what|which|whose|how)\\s(?:\\S+\\s){1,3}${BE}\\b`, 'u'),
  /^(?:is|are|was|were|does|did|isn't|aren't|doesn't|didn't)\s\S+\s\S/u,
  /^how\s(?:come|many|much|long|old|far|tall|big|often|high|large|about)\b/u,
  /^(?:what|how)\sabout\s\S/u,
  /^(?:who|what|which \S+)\s\S+(?:ed|s)\b/u,
  /^(?:who|which \S+)\s(?:won|made|built|wrote|led|ran|got|went|said|did|paid|bought|sold|took|gave|became|began|came)\b/u,
  /^why\s(?:not\b|\S+ing\b)/u,
  new RegExp(`^${BE.replace('do|', '').replace('have|', '')}\\s${SUBJECT}\\b`, 'u'),
  /^(?:do|have|don't)\s(?:you|they|we|i|the|these|those|people|any)\b/u,
  /\b(?:tell me|explain|i wonder|wondering|i'd like to know|want to know|do you know)\b.{0,80}\b(?:what|who|when|where|why|how|which|whether|if|about)\b/u,
];
/** "What a day!", "How nice!", "Which is why …" */
const NOT_ASKING = /^(?:what an?\b|how \w+!|which is (?:why|how|where|when)\b)/u;

/**
 * Whether a chat message asks something, with or without a question mark, so that a bot which listens to a channel can leave the rest
 * alone. Greetings, reactions, statements and links do not ask. Rules of form: irony and rhetorical questions are not seen.
 */
export function isQuestion(message: string): boolean {
  const text = collapseSpaces(cleanCharacters(message.replace(MARKUP, ' ')).replace(/\n+/gu, '. '));
  return foldText(text).split(SENTENCE_BREAK).some(asks);
}

function asks(sentence: string): boolean {
  const words = wordsOf(sentence);
  if (!words.some((word) => /[\p{L}\p{N}]/u.test(word))) return false;
  if (words.every((word) => REACTION.test(word))) return false;
  if (ASKING_MARK.test(sentence)) return true;
  return hasHangul(sentence) ? asksInKorean(words) : asksInEnglish(sentence);
}

function asksInKorean(words: readonly string[]): boolean {
  const last = (words.at(-1) ?? '').replace(/[ㄱ-ㅎㅏ-ㅣ~^]+$/u, '');
  const end = words.slice(-2).join(' ');
  if (REQUEST.test(end) || CURIOUS.test(last)) return true;
  if (
    CLEAR_ENDING.test(last) ||
    endsAfter(last, FORMAL, 'ㅂ') ||
    endsAfter(last, NAMED, 'ㄴ') ||
    endsAfter(last, DISCUSSED, 'ㄹ')
  )
    return true;
  const from = words.findIndex((word, index) => INTERROGATIVE.test(word) && !isIndefinite(words, index));
  if (from < 0 || NOT_OPEN.test(last)) return false;
  // The order may be turned round: "무슨 뜻이야 이거".
  return [last, ...words.slice(from).slice(-2)].some((word) => OPEN_ENDING.test(word) || INTERROGATIVE.test(word));
}

/** 얼마 전에 (a while ago), and 뭐 as a filler at the beginning. */
function isIndefinite(words: readonly string[], index: number): boolean {
  const word = words[index] ?? '';
  if (word === '얼마') return /^(?:전|안|후|뒤)/u.test(words[index + 1] ?? '');
  return word === '뭐' && index === 0 && words.length > 3;
}

/** Whether an ending stands there, after a syllable with this final consonant. */
function endsAfter(word: string, ending: RegExp, final: string): boolean {
  return takeApart(ending.exec(word)?.[1] ?? '')?.coda === final;
}

function asksInEnglish(sentence: string): boolean {
  const text = sentence.replaceAll('’', "'").replace(ENGLISH_OPENING, '');
  return !NOT_ASKING.test(text) && ENGLISH.some((pattern) => pattern.test(text));
}
