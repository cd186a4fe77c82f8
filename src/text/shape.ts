/** What the shape of a line says about it, without understanding its words. */

const HANGUL_SYLLABLE = /[가-힣]/g;
const SENTENCE_END = /(?:[.!?…。]|[다요까죠]|음|함|됨|임)["'”’»)\]〉》」』]*$/u;
const FULL_STOP = /[.!?。]["'”’»)\]〉》」』]*$/u;
/** Bullets, numbers, questions and speakers at the start of a line. */
const ITEM = /^\s*(?:[-*+•·▲△▶▷■□◆◇○●※☞◎>#|【〈①-⑳]|\d{1,3}[.)]|[A-Za-z가-하][.)]\s|[QA문답][.:]|[^\s:]{1,12}:\s)/u;

/** Whether a line starts as an item of a list, a question, an answer or a speech does. */
export function startsItem(line: string): boolean {
  return ITEM.test(line.slice(0, 40));
}

export function countHangul(text: string): number {
  return text.match(HANGUL_SYLLABLE)?.length ?? 0;
}

/** Width of a line on a terminal: Hangul, Hanja and full-width characters count twice. */
export function columnsOf(line: string): number {
  let columns = 0;
  for (let at = 0; at < line.length; at++) columns += line.charCodeAt(at) >= 0x1100 && !isNarrow(line.charCodeAt(at)) ? 2 : 1;
  return columns;
}

function isNarrow(code: number): boolean {
  return (code >= 0x1200 && code < 0x2e80) || (code >= 0xd800 && code < 0xf900);
}

/** Whether a line ends as a sentence does: a full stop, or a Korean verb ending (있다, 해요, 할까). */
export function endsLikeSentence(line: string): boolean {
  return SENTENCE_END.test(line.slice(-8));
}

/** Whether a line ends with . ! ? or one of them before a closing quotation mark. */
export function endsWithStop(line: string): boolean {
  return FULL_STOP.test(line.slice(-8));
}

/** Whether a line stops in the middle of a sentence: at a comma, or at a Korean particle or a verb ending that goes on. */
export function endsUnfinished(line: string): boolean {
  return /(?:[가-힣](?:은|는|이|가|을|를|에|의|로|와|과|도|서|고|며|지만)|,)$/u.test(line.trimEnd().slice(-8));
}

/** Whether a line ends with the plain full stop of a statement. */
export function endsWithPeriod(line: string): boolean {
  return /\.["'”’»)\]]{0,3}$/.test(line.slice(-5)) && !/\.{2,}["'”’]?$/.test(line.slice(-5));
}

/** Whether a line is cut off: it ends with … or two and more full stops. */
export function endsWithEllipsis(line: string): boolean {
  return /(?:…|\.{2,})["'”’]?$/.test(line.slice(-8));
}

/** Whether a line ends with a statement in the plain style of written Korean (…했다.), which prompts and buttons never use. */
export function endsPlainly(line: string): boolean {
  return /(?<!니)다\.?["'”’)]{0,2}$/.test(line.slice(-8));
}

/** Whether a line speaks about words ("…라는 말", "…라고") instead of using them. */
export function quotes(line: string): boolean {
  return /라는|라고|다는\s|다고\s/.test(line);
}
