const UNITS: Readonly<Record<string, number>> = { 만: 1e4, 억: 1e8, 조: 1e12, 경: 1e16 };
const SMALL_UNITS: Readonly<Record<string, number>> = { 십: 10, 백: 100, 천: 1000 };

/**
 * Digits, then at most one small and one large unit: 3천만, 1.2조, 7151, 1,200. A small unit alone counts before what is counted (3천명이)
 * and where no word begins with it: not in 5백화점.
 */
const PART =
  /(\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)(?: ?([십백천])?([만억조경])|([천백])(?=여?[명원개건곳장권톤])|([천백])(?![가-힣]{2}))?/g;

/** A number as it stands in a text, with its value. Values are exact up to 2^53. */
export interface NumberMention {
  start: number;
  end: number;
  value: number;
}

/** A part as it was read: amount × unit. */
interface Part {
  start: number;
  end: number;
  /** Digits times small unit: 3000 in 3천억. */
  amount: number;
  /** Digits times both units. */
  value: number;
  /** The small and the large unit's value, 1 without one. */
  small: number;
  unit: number;
  whole: boolean;
  digits: number;
}

/** A number while its parts are read: `base` is complete, `group` waits for its large unit. */
interface Reading extends Part {
  base: number;
  group: number;
}

/** Every number of the text in order, Korean units read (97만 7151 = 977,151; 1조2000억 = 1.2조; 3천500억). Digits are expected half width. */
export function findNumbers(text: string): NumberMention[] {
  const found: Reading[] = [];
  for (const part of parts(text)) {
    const before = found.at(-1);
    if (before && extendsGroup(before, part)) {
      found[found.length - 1] = { ...part, start: before.start, base: before.base, group: before.group + part.amount };
    } else if (before && followsGroup(before, part, text)) {
      found[found.length - 1] = { ...part, start: before.start, base: valueOf(before), group: part.amount };
    } else {
      found.push({ ...part, base: 0, group: part.amount });
    }
  }
  return found.map((reading) => ({ start: reading.start, end: reading.end, value: withoutNoise(valueOf(reading)) }));
}

/** Only whole numbers have several parts. */
function valueOf({ base, group, unit, whole, value }: Reading): number {
  return whole ? base + group * unit : value;
}

/** The decimal point is moved, since 8192.2 × 10^12 is 8192200000000001 in binary. @param factor a power of ten */
function shifted(digits: string, factor: number): number {
  return Number(`${digits}e${Math.round(Math.log10(factor))}`);
}

/** Beyond 2^53, fifteen digits are those of the text. */
function withoutNoise(value: number): number {
  return Number.isSafeInteger(value) ? value : Number(value.toPrecision(15));
}

/** The values of all numbers of the text, as canonical strings ("977151", "3.5"). */
export function numberValues(text: string): Set<string> {
  return new Set(findNumbers(text).map((mention) => String(mention.value)));
}

function* parts(text: string): Generator<Part> {
  for (const match of text.matchAll(PART)) {
    const [all, digits = '', small, large = '', counting, alone] = match;
    const factor = SMALL_UNITS[small ?? counting ?? alone ?? ''] ?? 1;
    const unit = UNITS[large] ?? 1;
    const plain = digits.replaceAll(',', '');
    yield {
      start: match.index,
      end: match.index + all.length,
      amount: shifted(plain, factor),
      value: shifted(plain, factor * unit),
      small: factor,
      unit,
      whole: !digits.includes('.'),
      digits: digits.length,
    };
  }
}

/** 3천500, 2천5백: a smaller part directly after a small unit, inside the same large unit. */
function extendsGroup(before: Reading, part: Part): boolean {
  return before.unit === 1 && before.whole && part.whole && before.end === part.start && part.amount < before.small;
}

/** 1조 2000억 is one number, 1.2조 97만 two; after a space bare digits join only as a full group of four (97만 7151, not 5만 3명). */
function followsGroup(before: Reading, part: Part, text: string): boolean {
  if (before.unit === 1 || !before.whole || part.unit >= before.unit || !part.whole) return false;
  const gap = text.slice(before.end, part.start);
  return gap === '' || (gap === ' ' && (part.unit > 1 || part.digits === 4));
}
