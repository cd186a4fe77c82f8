/** Text for Discord messages. Everything that is not our own wording goes through plainText, plainLine or withBold. */

import { collapseSpaces } from '../../text/normalize.ts';
import type { Span } from '../../types.ts';
import { displayText, findEscapes, insertInto } from './markdown-escape.ts';

export { shorten, shortenTitle } from './markdown-shorten.ts';

/** Discord's own limit for the address of a button; a longer one would take too much of a message of 2,000 characters. */
const LONGEST_URL = 512;
const LOOKS_LIKE_ADDRESS = /\w:\/\//;

/**
 * Markdown that Discord shows as the given text, whatever it contains: line breaks stay, characters that cannot be seen go.
 * Backslashes disarm Markdown; addresses stay readable but are no links. They go into a mention, not before it (<\@1>), and @everyone
 * gets a word joiner (@⁠everyone): the servers look for mentions in the raw text, where a backslash before the @ changes nothing.
 */
export function plainText(text: string): string {
  const shown = displayText(text);
  return insertInto(shown, findEscapes(shown));
}

/** plainText on one line: white space collapsed. */
export function plainLine(text: string): string {
  return plainText(collapseSpaces(displayText(text)));
}

/** Puts every line of Markdown into a block quote; line breaks at the end are left out. */
export function blockQuote(markdown: string): string {
  return markdown
    .trimEnd()
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

/** Markdown without bold parts, in bold: every line on its own, without the white space around it, which Discord would not take. */
export function bold(markdown: string): string {
  return markdown.replace(/[^\s\n](?:[^\n]*[^\s\n])?/g, '**$&**');
}

/**
 * plainText with the characters start..end of the text in bold.
 * @param span UTF-16 offsets in the text; those outside of it are moved to its ends, those inside of a character before it
 */
export function withBold(text: string, span: Span): string {
  const shown = displayText(text);
  const escapes = findEscapes(shown);
  const start = offsetIn(shown, text.slice(0, Math.max(0, span.start)));
  const end = Math.max(start, offsetIn(shown, text.slice(0, Math.max(0, span.end))));
  const before = insertInto(shown, escapes, 0, start);
  return before + bold(insertInto(shown, escapes, start, end)) + insertInto(shown, escapes, end);
}

/** Where the rest of a display text begins, behind what a part of its text comes to. */
function offsetIn(shown: string, part: string): number {
  const offset = displayText(part).length;
  return /[\udc00-\udfff]/.test(shown.charAt(offset)) ? offset - 1 : offset;
}

/**
 * A masked link that does not unfurl; just the label where the address is not http(s), or where Discord would make no link of it:
 * a label that is empty or looks like an address.
 */
export function sourceLink(label: string, url: string | null): string {
  const line = collapseSpaces(displayText(label));
  const target = safeUrl(url);
  if (target === null || line === '' || LOOKS_LIKE_ADDRESS.test(line)) return plainText(line);
  const shown = withPairedBrackets(line);
  const escaped = insertInto(shown, findEscapes(shown));
  return `[${escaped.replace(/[[\]]/g, '\\$&')}](<${target}>)`;
}

function safeUrl(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, username, password, href } = new URL(url);
  if (!['http:', 'https:'].includes(protocol) || username + password !== '') return null;
  const target = href.replace(/[()<>[\]\\|`"'\s]|@(?=everyone|here)/gi, percentEncoded);
  return target.length <= LONGEST_URL ? target : null;
}

function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/** Discord ends a label at a bracket without its partner and knows one level of pairs: other brackets become full-width. */
function withPairedBrackets(label: string): string {
  const pairs = /\[([^[\]]*)\]/g;
  const paired = new Set([...label.matchAll(pairs)].flatMap(({ index, 0: pair }) => [index, index + pair.length - 1]));
  return label.replace(/[[\]]/g, (bracket, offset: number) => {
    if (paired.has(offset)) return bracket;
    return bracket === '[' ? '［' : '］';
  });
}
