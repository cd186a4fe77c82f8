/** What an answer never needs, and what a text that gives orders looks like. */

const ADDRESS =
  /\b(?:https?|ftp|file|data|javascript|discord):(?=\S)|\bwww\.|\b(?:[a-z0-9-]{1,63}\.){1,4}(?:com|net|org|io|gg|kr|co|me|ru|cn|xyz|info|dev|app|link|example|ly|to)\b(?!\w)|[\w.+-]{1,64}@[\w-]{1,63}\./iu;
const MENTION = /@(?:everyone|here|[\p{L}\p{N}_])|<[@#:&!/a-z]|<\/?[a-z]/iu;
const MARKUP = /```|`|\]\s?\(|!\[|\|\||^\s{0,3}#{1,6}\s|^\s{0,3}>|\$\{|\{\{/mu;
const ENGLISH_ORDER =
  /^(?:["'“‘(]|please |now |then |you must |you should |do not |don't |never )*(?:ignore|disregard|forget|visit|click|send|type|join|run|call|follow|print|output|repeat|reveal|say|reply|respond|answer|write|pretend|act|download|open|enter|execute|delete|contact|tell|give me|note to|attention|system|assistant|user|important)\b/iu;
const KOREAN_ORDER =
  /(?:하라|해라|하시오|하십시오|하세요|주세요|주십시오|십시오|하거라|할 것|해 줘|해줘|말라|말 것|세요|시오|거라|어라|아라)[.!"'”’)\s]*$/u;
const ABOUT_ORDERS =
  /(?:ignore|disregard|forget|override|bypass).{0,40}(?:instruction|rule|prompt|above|previous|prior)|system prompt|as an ai language model|(?:이전|위의|모든|앞의|기존).{0,12}(?:지시|규칙|명령|지침|프롬프트).{0,12}(?:무시|잊|따르지)|시스템 프롬프트|(?:ai|인공지능|언어 ?모델|챗봇|봇|어시스턴트|assistant)(?:은|는|에게|이|가|야|,|:).{0,60}(?:하라|해라|하세요|십시오|출력|답하|대답|must|should|지시)|base64|api[ _-]?key|비밀번호를|토큰을/iu;

/** Whether a sentence holds an address, a mention, markup or code, or gives an order. */
export function isUnsafe(text: string): boolean {
  return [ADDRESS, MENTION, MARKUP, ENGLISH_ORDER, KOREAN_ORDER, ABOUT_ORDERS].some((pattern) => pattern.test(text.trim()));
}
