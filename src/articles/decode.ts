import iconv from 'iconv-lite';
import { ArticleError } from '../errors.ts';
import { countHangul } from '../text/shape.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'cp949' | 'windows-1252';

export interface Decoded {
  text: string;
  encoding: Encoding;
  /** What was not right with the bytes, for the index report. */
  warnings: string[];
}

/** More control characters than this share (and than 2) make a file binary. */
const MAX_CONTROL_SHARE = 0.005;
/** More bytes above 127 than this share make a text that is neither Unicode nor Korean unreadable. */
const MAX_LATIN_SHARE = 0.35;

/**
 * The text of a file of unknown encoding. Order: byte order mark, NUL pattern of UTF-16, strict UTF-8, UTF-8 with a few bad
 * bytes, CP949 (which holds EUC-KR) when its pairs are plausible, windows-1252. Detectors by statistics are right for at most
 * three of four CP949 files; the WHATWG `euc-kr` decoder of Node is wrong for most CP949 syllables, hence iconv-lite.
 * @throws ArticleError when the bytes are not text.
 */
export function decodeText(bytes: Buffer): Decoded {
  const marked = decodeMarked(bytes);
  if (marked) return withoutControls(marked);
  if (bytes.includes(0)) {
    const wide = decodeWide(bytes);
    if (wide) return withoutControls(wide);
  }
  return withoutControls(decodeNarrow(bytes));
}

function decodeMarked(bytes: Buffer): Decoded | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return decodeUtf8(bytes.subarray(3));
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes.subarray(2), 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded(bytes.subarray(2), 'utf-16be');
  return undefined;
}

function decoded(bytes: Buffer, encoding: Encoding, warnings: string[] = []): Decoded {
  const text = encoding.startsWith('utf') ? new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes) : iconv.decode(bytes, encoding);
  return { text, encoding, warnings };
}

/** Share of the characters of a text that must be letters, signs or spaces, and share that must be Hangul, Latin or common signs. */
const MIN_ORDINARY = 0.98;
const MIN_COMMON = 0.6;

/** UTF-16 without a mark, in the byte order that gives more Hangul, Latin letters and spaces; undefined when neither gives a text. */
function decodeWide(bytes: Buffer): Decoded | undefined {
  if (bytes.length % 2 === 1) return undefined;
  const candidates = (['utf-16le', 'utf-16be'] as const).map((encoding) => decoded(bytes, encoding));
  const scored = candidates.map((candidate) => ({ candidate, share: commonShare(candidate.text) }));
  const [best] = scored.sort((a, b) => b.share - a.share);
  return best && best.share >= MIN_COMMON ? best.candidate : undefined;
}

/** 0 when the text holds what no text holds. */
function commonShare(text: string): number {
  const ordinary = text.match(/[\p{L}\p{M}\p{N}\p{P}\p{S}\s]/gu)?.length ?? 0;
  if (ordinary < text.length * MIN_ORDINARY) return 0;
  const common = text.match(/[\t\r\n\u0020-\u007E\u00A0-\u00FF\u2010-\u2027\u3000-\u303F]/g)?.length ?? 0;
  return (common + countHangul(text)) / text.length;
}

function decodeNarrow(bytes: Buffer): Decoded {
  const utf8 = inspectUtf8(bytes);
  if (utf8.bad === 0 || (utf8.bad < bytes.length * 0.01 && utf8.bad < utf8.sequences)) return decodeUtf8(bytes, utf8.bad);
  const pairs = inspectPairs(bytes);
  if (isCp949(pairs)) return decoded(bytes, 'cp949', pairs.bad > 0 ? [`${count(pairs.bad, 'byte')} not valid CP949`] : []);
  if (utf8.high > bytes.length * MAX_LATIN_SHARE) {
    throw new ArticleError('not text: no known encoding; save it as UTF-8');
  }
  return decoded(bytes, 'windows-1252');
}

function decodeUtf8(bytes: Buffer, bad = inspectUtf8(bytes).bad): Decoded {
  return decoded(bytes, 'utf-8', bad > 0 ? [`${count(bad, 'byte')} not valid UTF-8`] : []);
}

/** Counts the multi-byte sequences of UTF-8, the bytes that belong to none, and all bytes above 127. */
function inspectUtf8(bytes: Buffer): { sequences: number; bad: number; high: number } {
  const found = { sequences: 0, bad: 0, high: 0 };
  for (let at = 0; at < bytes.length;) {
    const lead = bytes[at] ?? 0;
    const length = lead < 0x80 ? 1 : sequenceLength(bytes, at, lead);
    if (length > 1) found.sequences++;
    if (length === 0) found.bad++;
    if (lead >= 0x80) found.high += Math.max(1, length);
    at += Math.max(1, length);
  }
  return found;
}

/** The second bytes that UTF-8 forbids after some first ones: overlong forms, surrogates, values beyond U+10FFFF (Unicode standard, table 3-7). */
const SECOND: ReadonlyMap<number, readonly [number, number]> = new Map([
  [0xe0, [0xa0, 0xbf]],
  [0xed, [0x80, 0x9f]],
  [0xf0, [0x90, 0xbf]],
  [0xf4, [0x80, 0x8f]],
]);

/** Bytes of the valid sequence that starts here, 0 when none does. */
function sequenceLength(bytes: Buffer, at: number, lead: number): number {
  const length = lengthOf(lead);
  const [low, high] = SECOND.get(lead) ?? [0x80, 0xbf];
  const second = bytes[at + 1] ?? 0;
  if (length === 0 || second < low || second > high) return 0;
  for (let next = 2; next < length; next++) if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}

function lengthOf(lead: number): number {
  if (lead < 0xc2 || lead > 0xf4) return 0;
  return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

/** The pairs of bytes that CP949 would make of a text. */
interface Pairs {
  /** Pairs of KS X 1001, which hold nearly all syllables of ordinary texts. */
  common: number;
  /** Pairs of its extension with two bytes above 127. */
  rare: number;
  /** Pairs of its extension whose second byte is an ASCII letter: in Western texts, a curly quote and a letter. */
  mixed: number;
  /** Bytes above 127 in no pair. */
  bad: number;
}

/** Korean text makes mostly common pairs; only a list of all syllables makes more of the others. */
function isCp949({ common, rare, mixed, bad }: Pairs): boolean {
  return common > 0 && common + rare >= mixed && common >= (rare + mixed) * 0.2 && bad <= (common + rare + mixed) * 0.05;
}

function inspectPairs(bytes: Buffer): Pairs {
  const pairs: Pairs = { common: 0, rare: 0, mixed: 0, bad: 0 };
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    const kind = pairKind(lead, bytes[at + 1] ?? 0);
    pairs[kind]++;
    if (kind !== 'bad') at++;
  }
  return pairs;
}

function pairKind(lead: number, trail: number): keyof Pairs {
  if (lead >= 0xa1 && lead <= 0xfd && trail >= 0xa1 && trail <= 0xfe) return 'common';
  if (lead < 0x81 || lead > 0xc6) return 'bad';
  if (trail >= 0x81 && trail <= 0xfe) return 'rare';
  return (trail >= 0x41 && trail <= 0x5a) || (trail >= 0x61 && trail <= 0x7a) ? 'mixed' : 'bad';
}

/** Takes stray control characters out of a text and refuses one that holds too many to be a text. */
function withoutControls(input: Decoded): Decoded {
  const controls = input.text.match(/[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/g)?.length ?? 0;
  if (controls === 0) return input;
  if (controls > 2 && controls > input.text.length * MAX_CONTROL_SHARE) throw new ArticleError('not text: it holds binary data');
  const text = input.text.replace(/[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/g, '');
  return { ...input, text, warnings: [...input.warnings, `${count(controls, 'control character')} removed`] };
}

function count(number: number, noun: string): string {
  return number === 1 ? `1 ${noun} was` : `${number} ${noun}s were`;
}
