/** What an answer never needs, and what a text that gives orders looks like. */

const ADDRESS =
  /\b(?:https?|ftp|file|data|javascript|discord):(?=\S)|\bwww\.|\b(?:[a-z0-9-]{1,63}\.){1,4}(?:com|net|org|io|gg|kr|co|me|ru|cn|xyz|info|dev|app|link|example|ly|to)\b(?!\w)|[\w.+-]{1,64}@[\w-]{1,63}\./iu;
const MENTION = /@(?:everyone|here|[\p{L}\p{N}_])|<[@#:&!/a-z]|<\/?[a-z]/iu;
const MARKUP = /```|`|\]\s?\(|!\[|\|\||^\s{0,3}#{1,6}\s|^\s{0,3}>|\$\{|\{\{/mu;
const ENGLISH_ORDER =
  /^(?:["'“‘(]|please |now |then |you must |you should |do not |don't |never )*(?:ignore|disregard|forget|visit|click|send|type|join|run|call|follow|print|output|repeat|reveal|say|reply|respond|answer|write|pretend|act|download|open|enter|execute|delete|contact|tell|give me|note to|attention|system|assistant|user|important)\b/iu;
const KOREAN_ORDER =
  /(?:하라|해라|하시오|하십시오|하세요|주세요|주십시오|십시오|하거라|할 것|해 줘|해줘|말라|말 것|세요|시오|거라|라(?=[.!])|어라|아라)[.!"'”’)\s]*(?:$|[:：])/u;
const ABOUT_ORDERS =
  /(?:ignore|disregard|forget|override|bypass).{0,40}(?:instruction|rule|prompt|above|previous|prior)|system prompt|as an ai language model|(?:이전|위의|모든|앞의|기존).{0,12}(?:지시|규칙|명령|지침|프롬프트).{0,12}(?:무시|잊|따르지)|시스템 프롬프트|(?:ai|인공지능|언어 ?모델|챗봇|봇|어시스턴트|assistant)(?:은|는|에게|이|가|야|,|:).{0,60}(?:하라|해라|하세요|십시오|출력|답하|대답|must|should|지시)|base64|api[ _-]?key|비밀번호를|토큰을/iu;

/** Speaks of answers and summaries that are still to be written, or begins like a turn of a conversation with a model. */
const ABOUT_ANSWERS = new RegExp(
  [
    String.raw`\b(?:answers?|repl(?:y|ies)|responses?|summar(?:y|ies)|outputs?)\b.{0,40}(?::|\b(?:must|should|has to|have to|end with|is)\b)`,
    String.raw`\b(?:ai|language model|chatbot|assistant)\b.{0,60}\b(?:must|should|has to|have to|include|answer|say)\b|\brepeat after me\b`,
    String.raw`^[^\p{L}]*(?:system|assistant|user|human|question|answer|instructions?|시스템|지시|답변?|질문|사용자|어시스턴트)\s*[:：]`,
    String.raw`\[/?inst\]|[<‹]\||-{3,}|={3,}|[>›]{2,}|\bprompt\b|프롬프트`,
    String.raw`\b(?:every|any|all) questions?\b|\b(?:anyone|somebody|someone|when|if) ask(?:s|ed)\b|\bfrom now on\b|\bthis (?:sentence|text)\b`,
    '모든 질문|누가 (?:묻|물어)|질문을 받으면|이제부터|(?:이|위|아래|다음) (?:문장|말|글|줄)(?:만|을|은|이)',
    '(?:정답|답변|대답|응답|요약)(?:은|는|을|에|에는|의|할|하는|으로|이)?(?: .{0,20})?(?:다음|이렇게|넣|덧붙|포함|[:：])',
    '(?:다음만|이렇게|그대로) ?(?:답|대답|응답|출력|말하라|쓰라)|(?:답에|인공지능은|ai는).{0,30}(?:넣|답해|말해|써야)',
  ].join('|'),
  'iu',
);
/** Words, and behind a colon what somebody is to say, or says. */
const INTRODUCTION = /^.{8,}?[^\d\s][:：](?:\s|["“‘'])/u;
const OPENING = /[:：—–>›-]["'”’)*\]\s]*$|(?:following|다음과 같다|아래와 같다)\.?\s*$/iu;
const FINISHED = /[.!?。…]["'”’)\]\s]*$/u;

const ORDERS = [ENGLISH_ORDER, KOREAN_ORDER, ABOUT_ORDERS];

/** Whether a sentence holds an address, a mention, markup or code, or gives an order. */
export function isUnsafe(text: string): boolean {
  return [ADDRESS, MENTION, MARKUP, ...ORDERS].some((pattern) => pattern.test(text.trim()));
}

/** Whether a sentence of an article may want to be repeated rather than to tell something: it gives an order, or speaks of answers. */
export function dictates(text: string): boolean {
  return [...ORDERS, ABOUT_ANSWERS].some((pattern) => pattern.test(text.trim()));
}

/** Whether the sentence after this one may be what this one wants to be said. */
export function opens(text: string): boolean {
  return dictates(text) || OPENING.test(text) || (introduces(text) && !FINISHED.test(text));
}

/** Whether a sentence says what it says behind a colon: without the words before it, it would say something else. */
export function introduces(text: string): boolean {
  return INTRODUCTION.test(text);
}
