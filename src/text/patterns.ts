import { withoutSpaces } from './normalize.ts';

/** Shapes of text that answer a kind of question. All are linear. */
const DATE =
  /\d{3,4}\s?년|\d{1,2}\s?월(?:\s?\d{1,2}\s?일)?|\d{1,2}\s?일(?![가-힣]*간)|\d{4}[.\-/]\s?\d{1,2}|지난해|작년|올해|내년|내달|지난달|다음\s?달|\d{1,2}세기|(?<!\d)\d{4}(?!\d)|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b/gu;
const MONEY =
  /\d\s?(?:[십백천]?[만억조]\s?)?(?:원|달러|위안|엔|유로|파운드|루피)|\$\s?\d|₩\s?\d|€\s?\d|£\s?\d|¥\s?\d|\b(?:dollars?|won|euros?|pounds?|yen|yuan)\b/u;
const QUOTED = /["“'‘「『《〈]([^"”'’」』》〉\n]{1,60})["”'’」』》〉]/gu;

/** The date expressions of a folded text, white space removed ("2018년1월" and "2018년 1월" are the same). */
export function datesIn(folded: string): Set<string> {
  return new Set([...folded.matchAll(DATE)].map(([date]) => withoutSpaces(date)));
}

export function holdsMoney(folded: string): boolean {
  return MONEY.test(folded);
}

/** What stands in quotation marks or title brackets. */
export function quotedIn(folded: string): Set<string> {
  return new Set([...folded.matchAll(QUOTED)].map(([, wording = '']) => wording.trim()).filter((wording) => wording !== ''));
}

/** Whether a number directly before one of the units stands in the text, other than the given numbers. */
export function holdsCount(folded: string, units: readonly string[], except: ReadonlySet<string>): boolean {
  for (const match of folded.matchAll(/(\d[\d,]*(?:\.\d+)?)\s?(?:여\s?)?([십백천]?[만억조]?\s?(?:여\s?)?)([^\s\d]{0,3})/gu)) {
    const [, digits = '', , after = ''] = match;
    if (except.has(String(Number(digits.replaceAll(',', ''))))) continue;
    if (units.some((unit) => after.startsWith(unit))) return true;
  }
  return false;
}
