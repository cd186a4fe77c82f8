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

/** UTF-16 without a mark: every NUL stands on the same side of its pair, and the text is of ordinary characters. */
function decodeWide(bytes: Buffer): Decoded | undefined {
  if (bytes.length % 2 === 1) return undefined;
  const nuls = [0, 0];
  for (let at = bytes.indexOf(0); at !== -1; at = bytes.indexOf(0, at + 1)) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1;
  if (nuls[0] && nuls[1]) return undefined;
  const wide = decoded(bytes, nuls[1] ? 'utf-16le' : 'utf-16be');
  const ordinary = wide.text.match(/[\p{L}\p{M}\p{N}\p{P}\p{S}\s]/gu)?.length ?? 0;
  const common = wide.text.match(/[\s\u0021-\u00FF\u2010-\u2027\u3000-\u303F]/gu)?.length ?? 0;
  const korean = countHangul(wide.text);
  return ordinary >= wide.text.length * 0.98 && common + korean >= wide.text.length * 0.6 ? wide : undefined;
}

function decodeNarrow(bytes: Buffer): Decoded {
  const utf8 = inspectUtf8(bytes);
  if (utf8.bad === 0 || (utf8.bad < bytes.length * 0.01 && utf8.bad < utf8.sequences)) return decodeUtf8(bytes, utf8.bad);
  const pairs = inspectPairs(bytes);
  if (pairs.wide > 0 && pairs.wide >= pairs.mixed && pairs.bad <= (pairs.wide + pairs.mixed) * 0.05) {
    const korean = decoded(bytes, 'cp949', pairs.bad > 0 ? [`${count(pairs.bad, 'byte')} not valid CP949`] : []);
    if (countHangul(korean.text) >= pairs.wide * 0.3) return korean;
  }
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

/**
 * Counts the pairs of CP949: `wide` with two bytes above 127, `mixed` with an ASCII letter second, and bytes in no pair.
 * Western text in windows-1252 makes mixed pairs (a curly quote and a letter), Korean text nearly only wide ones.
 */
function inspectPairs(bytes: Buffer): { wide: number; mixed: number; bad: number } {
  const pairs = { wide: 0, mixed: 0, bad: 0 };
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[at + 1] ?? 0;
    const letter = (trail >= 0x41 && trail <= 0x5a) || (trail >= 0x61 && trail <= 0x7a);
    if (lead > 0x80 && lead < 0xff && trail > 0x80 && trail < 0xff) pairs.wide++;
    else if (lead > 0x80 && lead <= 0xc6 && letter) pairs.mixed++;
    else {
      pairs.bad++;
      continue;
    }
    at++;
  }
  return pairs;
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
