/** Copyright notices as Korean and English pages write them. */

const OWNER = /^[\s<\[(*※■▶-]{0,6}(?:copyrights?|저작권자|저작권\s?ⓒ|저작권\s?©|ⓒ|©|\(c\)\s)/i;
const RESERVED = /무단\s?[\s·‧,-]?\s?(?:전재|복제|배포|사용|도용)|재배포\s?(?:를|및|·|,)?\s?[가-힣\s·,]{0,20}(?:금지|금합니다)|all\s?rights?\s?reserved/i;
const SIGN = /copyright|저작권자|저작권|ⓒ|©|\(c\)/i;
const QUOTED = /라는|라고|이라|란\s/;

/** Whether a line is a copyright notice: it begins as one, or holds both the sign and the reservation. */
export function isNotice(line: string): boolean {
  if (line.length > 260) return false;
  if (RESERVED.test(line)) return (SIGN.test(line) || line.length <= 60) && !QUOTED.test(line);
  return /^[\s<\[(*]{0,4}(?:copyrights?\s?(?:ⓒ|©|\(c\)|(?:19|20)\d{2})|저작권자\s?(?:ⓒ|©|\(c\)|<))/i.test(line) || /copyrights?\s?(?:ⓒ|©)/i.test(line);
}

/** Whether a line forbids copying in the words of a notice ("무단 전재 및 재배포 금지") and names an owner first. */
export function isReservation(line: string): boolean {
  return OWNER.test(line) && RESERVED.test(line);
}
