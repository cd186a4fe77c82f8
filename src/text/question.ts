import { foldText, hasHangul } from './normalize.ts';
import { numberValues } from './numbers.ts';
import { questionStem, stemOf, wordsOf } from './stems.ts';
import { termsOf } from './terms.ts';

/** What kind of thing a question asks for, as far as its words tell. */
export interface Asked {
  date: boolean;
  number: boolean;
  /** A name, a title or a wording: something that stands in quotation marks. */
  name: boolean;
  money: boolean;
  /** Who or what the one thing named is ("코리안페이는 무엇인가요?"). */
  definition: boolean;
  /** Units that may follow the number asked for ("몇 명" → 명, 인, 사람); empty when none is named. */
  units: readonly string[];
}

/** A question taken apart for search and for choosing sentences. */
export interface AnalyzedQuestion {
  text: string;
  /** The text in the form in which texts are compared. */
  folded: string;
  korean: boolean;
  /** All its terms, for BM25. */
  terms: string[];
  /** Its distinct terms without question words and requests, for coverage. */
  contentTerms: string[];
  /** Its content words without particles, in order. */
  stems: string[];
  /** Distinct terms of the last three stems: Korean questions name what they ask for at their end. */
  lastTerms: string[];
  /** Values of the numbers in it. */
  numbers: ReadonlySet<string>;
  asked: Asked;
}

/** What may follow an interrogative inside a word: copulas, particles, endings. At most three in a row, so that matching stays linear. */
const AFTER_INTERROGATIVE =
  '(?:[이가은는을를의에도만와과로게나지야죠며고]|라고|인|인가요?|가요|인지|이야|서|에서|으로|부터|까지|하게|해|나요|입니까|이었나요?|였나요?|였어|였지|일까요?|예요?|에요?|니|냐|래요?|더라|든지|된|한){0,3}';
/** Words that ask and say nothing of the matter. */
const QUESTION_WORD = new RegExp(
  `^(?:무엇|무언|뭐|뭘|뭔|뭣|무슨|누구|누가|누군|언제|어디|어딘|어느|어떤|어떻|어때|어떠|어케|얼마|왜|몇|며칠|어째)${AFTER_INTERROGATIVE}$`,
  'u',
);
/** A noun of one syllable with a particle; before a question word it can be nothing else: 레이 장은 누구. */
const SHORT_TOPIC = /^[가-힣][은는이가]$/u;
/** Bound nouns and fillers; whole words only, since 수도 and 거의 are words of their own. */
const FILLER =
  /^(?:것[이은을도]?|것인가요?|것입니까|거[야지]?|게|건|걸|수|대해|대하여|대한|대해서|관해|관하여|관련|좀|혹시|그럼|그러면|그리고|바로)$/u;
const REQUEST_WORD =
  /^(?:알려|말해|말씀해|설명해|가르쳐|찾아|소개해|정리해|요약해|답해|궁금)(?:줘|줘요|주세요|주십시오|주실래요|달라|줄래|봐|하다|합니다|해요|해|한데)?$/u;
const REQUEST_TAIL =
  /^(?:줘|줘요|주세요|주십시오|달라|줄래|봐|있나요|있어|있는지|있는가|하나요|했나요|했나|했어|하는가|하고|했는가|되나요|됐나요|인가요|인가|입니까|뭐야|궁금해|궁금합니다)$/u;
const ENGLISH_QUESTION_WORD =
  /^(?:what|which|who|whom|whose|when|where|why|how|is|are|was|were|do|does|did|will|would|can|could|should|has|have|had|be|been|the|a|an|of|in|on|at|to|for|by|with|from|about|and|or|that|this|it|its|as|many|much|tell|me|please|many's)$/;

const ASKS_DATE =
  /언제|몇\s?년|몇\s?월|며칠|몇\s?일|날짜|연도|년도|시기|(?:날|때|해|연월일|일자|시점)[은는]?[\s?]*$|일시|\bwhen\b|\bwhat (?:year|date|day|month)\b/u;
const ASKS_NUMBER =
  /얼마|몇|며칠|(?:인원|금액|비율|[가-힣]율|가격|나이|높이|길이|넓이|면적|인구|규모|[횟갯개]수|수량|점수)[는은이]?[\s?]*$|퍼센트|\bhow (?:many|much|long|old|far|tall|big|large|high)\b|\bpercent/u;
const ASKS_NAME =
  /이름|제목|명칭|뜻|별명|호칭|별칭|슬로건|메시지|구호|문구|작품|노래|영화|\b(?:name|named|title|slogan|called|motto|message)\b/u;
const ASKS_DEFINITION =
  /(?:누구|누군|무엇|뭐|뭔|뭘)(?:인가요?|가요?|이야|야|예요|에요|입니까|이에요|이지|지|죠|일까요?|를 말하나요)?[\s?]*$|이?란[\s?]*$|^(?:who|what) (?:is|are|was|were)\b/u;
/** Names of people have two words: 레이 장은 누구. Of things, the second word is what is asked: 프랑스의 수도는 무엇. */
const ASKS_PERSON = /누구|누군|^who\b/u;
const ASKS_MONEY = /얼마(?!나)|금액|비용|예산|가격|매출|수익|\bhow much\b/u;
const UNIT = /몇\s?(퍼센트|프로|차례|[가-힣%])[가-힣]*/gu;

const UNIT_FAMILIES: readonly (readonly string[])[] = [
  ['명', '인', '사람', '분', '만'],
  ['살', '세'],
  ['번', '회', '차례', '차'],
  ['퍼센트', '%', '프로', '퍼'],
  ['개', '가지', '곳', '개국', '만', '여'],
  ['곳', '개', '군데'],
  ['장', '매', '만'],
  ['년', '해'],
];

/** Takes a question apart. Pure; the order of the words is kept. */
export function analyzeQuestion(text: string): AnalyzedQuestion {
  const folded = foldText(text);
  const words = wordsOf(folded.replace(UNIT, ' '));
  const last = words.length - 1;
  const stems = words.flatMap((word, index) => {
    if (isQuestionWord(word, index === last)) return [];
    if (SHORT_TOPIC.test(word) && QUESTION_WORD.test(words[index + 1] ?? '')) return [word.slice(0, -1)];
    return [index === last ? questionStem(word) : stemOf(word)];
  });
  const contentTerms = [...new Set(termsOf((stems.length > 0 ? stems : words).join(' ')))];
  return {
    text,
    folded,
    korean: hasHangul(folded),
    terms: termsOf(folded),
    contentTerms,
    stems,
    lastTerms: [...new Set(termsOf(stems.slice(-3).join(' ')))],
    numbers: numberValues(folded),
    asked: {
      ...askedFor(folded),
      definition: ASKS_DEFINITION.test(folded) && stems.length <= (ASKS_PERSON.test(folded) ? 2 : 1) && stems.length > 0,
    },
  };
}

/** Whether a word of a folded question asks or requests and says nothing of the matter. */
export function isQuestionWord(word: string, isLast: boolean): boolean {
  return (
    [QUESTION_WORD, FILLER, REQUEST_WORD, ENGLISH_QUESTION_WORD].some((pattern) => pattern.test(word)) ||
    (isLast && REQUEST_TAIL.test(word))
  );
}

function askedFor(folded: string): Omit<Asked, 'definition'> {
  const unit = folded.matchAll(UNIT).next().value?.[1];
  return {
    date: ASKS_DATE.test(folded),
    number: ASKS_NUMBER.test(folded),
    name: ASKS_NAME.test(folded),
    money: ASKS_MONEY.test(folded),
    units: unit === undefined ? [] : (UNIT_FAMILIES.find((family) => family.includes(unit)) ?? [unit]),
  };
}
