import { foldText } from './normalize.ts';
import { findNumbers } from './numbers.ts';
import type { Asked } from './question.ts';

/** A number with its unit, or a date, as it stands in a text. */
export interface AskedQuantity {
  kind: 'number' | 'date';
  text: string;
  /** What is counted or measured; the same for all units that answer the question's "몇 X". */
  unit: string;
  /** The number's value; year, month and day of a date, '' where it does not say. */
  parts: string[];
}

const DATE =
  /(\d{4})\s?년(?!\s?[간만전후])(?:\s?(\d{1,2})\s?월(?:\s?(\d{1,2})\s?일)?)?|(\d{1,2})\s?월(?:\s?(\d{1,2})\s?일)?(?!\s?[간만전후])/gu;
const MONEY = /^\s?(원|달러|위안|엔|유로|파운드)/u;
const MEASURED =
  /^\s?(원|달러|위안|엔|유로|파운드|개국|개사|명|인|사람|개|가지|건|곳|대|마리|권|편|장|회|차례|번|살|세|퍼센트|%p?|㎞|km|㎡|톤|kg|㎏|시간|분|초|배|위|점|골|표|석|가구)/u;
/** Units that only multiply: the number has read them already. */
const MULTIPLIERS = new Set(['만', '여']);

/**
 * The values in a text that could answer what is asked: dates when a date is asked, else numbers directly before the unit asked for, before
 * a currency when money is asked, or before any unit. Each `text` stands in the given text as it is.
 */
export function quantitiesAsked(text: string, asked: Asked): AskedQuantity[] {
  const folded = foldText(text);
  // Folding a ligature moves all that follows: what cannot be found again in the text is not used.
  if (folded.length !== text.length) return [];
  if (asked.units.length === 0 && asked.date) return datesOf(text, folded);
  if (asked.units.length === 0 && !asked.number && !asked.money) return [];
  return findNumbers(folded).flatMap(({ start, end, value }): AskedQuantity[] => {
    const found = unitAt(folded.slice(end), asked);
    if (found === undefined) return [];
    return [{ kind: 'number', text: text.slice(start, end + found.length), unit: found.unit, parts: [String(value)] }];
  });
}

function unitAt(rest: string, { units, money }: Asked): { unit: string; length: number } | undefined {
  const wanted = units.filter((unit) => !MULTIPLIERS.has(unit));
  if (wanted.length > 0) {
    const unit = wanted.find((each) => rest.trimStart().startsWith(each));
    return unit === undefined
      ? undefined
      : { unit: wanted.join(' '), length: rest.length - rest.trimStart().length + unit.length };
  }
  const match = (money ? MONEY : MEASURED).exec(rest);
  return match?.[1] === undefined ? undefined : { unit: match[1], length: match[0].length };
}

function datesOf(text: string, folded: string): AskedQuantity[] {
  return [...folded.matchAll(DATE)].map((match) => {
    const [all, year = '', month = '', day = '', monthAlone = '', dayAlone = ''] = match;
    const parts = [year, month === '' ? monthAlone : month, day === '' ? dayAlone : day];
    return {
      ...{ kind: 'date' as const, unit: '' },
      text: text.slice(match.index, match.index + all.length),
      parts: parts.map((part) => (part === '' ? '' : String(Number(part)))),
    };
  });
}
