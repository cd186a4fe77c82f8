const UNITS: Readonly<Record<string, number>> = { 만: 1e4, 억: 1e8, 조: 1e12, 경: 1e16 };
const SMALL_UNITS: Readonly<Record<string, number>> = { 십: 10, 백: 100, 천: 1000 };

/** Digits, then at most one small and one large unit: 3천만, 1.2조, 7151, 1,200. */
const PART = /(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?: ?([십백천])?([만억조경])|([천백])(?![가-힣]{2}))?/g;

/** A number as it stands in a text, with its value. Values are exact up to 2^53. */
export interface NumberMention {
  start: number;
  end: number;
  value: number;
}

interface Part extends NumberMention {
  /** The large unit's value, 1 without one. */
  unit: number;
  whole: boolean;
  digits: number;
}

/** Every number of the text in order, Korean units read (97만 7151 = 977,151; 1조2000억 = 1.2조). Digits are expected half width. */
export function findNumbers(text: string): NumberMention[] {
  const found: Part[] = [];
  for (const part of parts(text)) {
    const previous = found.at(-1);
    if (previous && continues(previous, part, text)) {
      found[found.length - 1] = { ...part, start: previous.start, value: previous.value + part.value };
    } else {
      found.push(part);
    }
  }
  return found.map(({ start, end, value }) => ({ start, end, value }));
}

/** The values of all numbers of the text, as canonical strings ("977151", "3.5"). */
export function numberValues(text: string): Set<string> {
  return new Set(findNumbers(text).map((mention) => String(mention.value)));
}

function* parts(text: string): Generator<Part> {
  for (const match of text.matchAll(PART)) {
    const [all, digits = '', small, large, alone] = match;
    const unit = large === undefined ? 1 : (UNITS[large] ?? 1);
    const value = Number(digits.replaceAll(',', '')) * (SMALL_UNITS[small ?? alone ?? ''] ?? 1) * unit;
    yield {
      start: match.index,
      end: match.index + all.length,
      value: Math.round(value * 1e6) / 1e6,
      unit,
      whole: !digits.includes('.'),
      digits: digits.length,
    };
  }
}

/** 1조 2000억 is one number, 1.2조 97만 two; after a space bare digits join only as a full group of four (97만 7151, not 5만 3명). */
function continues(previous: Part, part: Part, text: string): boolean {
  const gap = text.slice(previous.end, part.start);
  if (previous.unit === 1 || !previous.whole || part.unit >= previous.unit || !part.whole) return false;
  return gap === '' || (gap === ' ' && (part.unit > 1 || part.digits === 4));
}
