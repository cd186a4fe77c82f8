import { hasHangul } from './normalize.ts';
import { questionWords, type QuestionWord } from './question-roles.ts';
import { stemOf } from './stems.ts';

/** What a question itself says: the years in it, the things it names, whether one sentence can answer it. */

const YEAR = /(?<![\d.,])(1[89]\d\d|20\d\d)(?=\s?년(?!\s?간)|(?![\d,.]|\s?[가-힣%]))/gu;
const ENGLISH_YEAR = /\b(1[89]\d\d|20\d\d)\b(?!,\d)/g;

/** The calendar years of a folded text, 1800 to 2099. */
export function yearsIn(folded: string): number[] {
  return [...folded.matchAll(hasHangul(folded) ? YEAR : ENGLISH_YEAR)].map(([, year]) => Number(year));
}

/** How many sentences a question asks for: things in a list, or what explains a reason or a way. */
const ASKS_FOR_LIST =
  /무엇\s?무엇|뭐\s?뭐|누구\s?누구|어디\s?어디|(?:[두세네]|다섯|여섯|일곱|여덟|아홉|열|여러|\d+)\s?가지|목록|종류|어떤 (?:것|사람|곳|나라|점|내용)들|(?:나라|기업|회사|사람|국가|도시|방법|이유|특징|기능|조치|항목)들[은을이]?[\s?]*$|나열|열거|모두 (?:알려|말해)|\blist\b|\bwhat are (?:the|all)\b|\bwhich .*s are\b|\bname (?:all|the (?:two|three|four|five))\b/u;
const ASKS_WHY =
  /왜(?:[\s?]|$)|어째서|(?:이유|원인|까닭|배경|계기)(?:[는은가이을를]|들|\s|\?|$)|때문|\bwhy\b|\breasons?\b|\bcauses?\b/u;
const ASKS_HOW =
  /어떻게|어떤 (?:방법|방식|식)|(?:방법|방식|절차|과정)[은이을]?(?:[\s?]*$|\s?(?:무엇|뭐|알려|설명))|\bhow (?:do|does|did|can|could|will|would|is|are|was|were|to)\b/u;

/** Whether an answer to the folded question may take several sentences. */
export function asksForSeveral(folded: string): boolean {
  return [ASKS_FOR_LIST, ASKS_WHY, ASKS_HOW].some((pattern) => pattern.test(folded));
}

const ADNOMINAL = /(?:[는은던]|[가-힣](?:한|된|진))$/u;
const VERB = /(?:하|되|시키|당하)(?:고|며|여|면|서|게|도록|기|려고|자)$|(?:해서|어서|아서|려면|려고|지만|는데|면서)$/u;
/** 끓이는 법: what stands before these is a verb, not a topic. */
const AFTER_VERB = /^(?:법|방법|것|거|게|걸|건|수|데|때|곳|일|사람|점|이유|중|동안|나라|회사)(?![가-힣]{2})/u;
const CAPITAL = /^\p{Lu}/u;

/** The things a question names, without their particles, in order: nouns that could stand in an article, no verbs, properties or dates. */
export function namesIn(question: string): string[] {
  const words = questionWords(question);
  const content = words.filter(({ role }) => role === 'content');
  return content.filter((each) => isNoun(each, each === content[0], words)).map(({ word }) => stemOf(word));
}

function isNoun(each: QuestionWord, isFirst: boolean, words: readonly QuestionWord[]): boolean {
  const { word, folded } = each;
  const place = words.indexOf(each);
  if (!hasHangul(word)) return CAPITAL.test(word) && place > 0;
  const next = words[place + 1];
  if (VERB.test(folded) || stemOf(folded).length < 2 || modifiesNext(folded, next)) return false;
  if (isFirst && next?.role !== 'fills') return true;
  const isMarked = stemOf(folded) !== folded && !ADNOMINAL.test(folded);
  return isMarked || next === undefined || next.role === 'asks' || (next.role === 'property' && !ADNOMINAL.test(folded));
}

/** Whether a word that ends as a topic or an object would is a verb before its noun (끓이는 법, 돌려받을 수). */
function modifiesNext(folded: string, next: QuestionWord | undefined): boolean {
  if (next === undefined || !/[는은을던]$/u.test(folded)) return false;
  return AFTER_VERB.test(next.folded) || (next.role === 'property' && folded.endsWith('는'));
}

const ASKS_OTHERWISE = /누구|누가|누군|어디|어느|왜(?:[\s?]|$)|어떻|무엇|뭐|뭘|\b(?:who|whom|whose|where|why|which)\b/u;

/** Whether a folded question asks for a thing, a person, a place or a reason, whatever numbers it speaks of. */
export function asksForOtherThanQuantity(folded: string): boolean {
  return ASKS_OTHERWISE.test(folded);
}

/** Whether a question names nothing to look for: only question words, pointers and properties of something that is not said. */
export function isVague(question: string): boolean {
  return questionWords(question).every(({ role }) => role !== 'content' && role !== 'date');
}

/** Words that give a reason or tell a way, and words that go on counting. */
const EXPLAINS =
  /때문|덕분|위해|위하여|탓|이유|까닭|인해|에 따라|결과|원인|영향으로|그래서|따라서|이에|[가-힣]도록|[가-힣]려고|\bbecause\b|\bdue to\b|\bin order to\b|\bso that\b|\btherefore\b|\bby \w+ing\b/u;
const GOES_ON =
  /^\s?(?:[▲△▶▷■□○●◇◆·•\-–]|\d{1,2}[.)]|[①-⑳]|첫째|둘째|셋째|넷째|다섯째|첫\s?번째|[두세네]\s?번째|또한?(?:\s|,)|이어|아울러|이와 함께|이 밖에|이밖에|그 밖에|여기에|마지막으로|끝으로|다음으로|이외에도|also\b|first(?:ly)?\b|second(?:ly)?\b|third(?:ly)?\b|finally\b|in addition\b|another\b)/u;

/** Whether a folded sentence gives a reason, tells a way, or is an item of a list. */
export function explainsOrGoesOn(folded: string): boolean {
  return EXPLAINS.test(folded) || GOES_ON.test(folded);
}
