import { endsPlainly, endsWithPeriod } from './shape.ts';

/** Copyright notices as Korean and English pages write them. */

const RESERVED =
  /무단\s?[\s·‧,-]?\s?(?:전재|복제|배포|사용|도용)|재배포\s?(?:를|및|·|,)?\s?[가-힣\s·,]{0,20}(?:금지|금합니다)|all\s?rights?\s?reserved/i;
const SIGN = /copyright|저작권자|저작권|ⓒ|©|\(c\)/i;
const FORBIDS = /금(?:지)?한다[.\s>)\]]{0,4}$/;
const BEGINNING =
  /^[\s<[(*]{0,4}(?:copyrights?\s?(?:ⓒ|©|\(c\)|(?:19|20)\d{2})|저작권자\s?(?:ⓒ|©|\(c\)|<)|(?:ⓒ|©)\s?(?:19|20)\d{2}\s)|\scopyrights?\s?(?:ⓒ|©)/i;
const YEAR = /(?:19|20)\d{2}/;
const QUOTED = /라는|라고|이란\s/;

/** Whether a line is a copyright notice: it begins as one or holds both the sign and the reservation, and states nothing in a sentence. */
export function isNotice(line: string): boolean {
  if (line.length > 260 || QUOTED.test(line)) return false;
  if (RESERVED.test(line)) return (SIGN.test(line) || line.length <= 60) && (!endsPlainly(line) || FORBIDS.test(line));
  return BEGINNING.test(line) && (!endsWithPeriod(line) || (line.length <= 80 && YEAR.test(line)));
}
