/** Where a text needs a character more, so that Discord shows it as it is. The rules follow what its clients parse. */

import { cleanCharacters } from '../../text/normalize.ts';

/** Stands after the @ of @everyone: the servers look for mentions in the raw text and do not know backslashes. Has no width, and no line breaks there. */
export const WORD_JOINER = '\u2060';

const LINE_BREAK = /\r\n?|[\u2028\u2029]/g;
/** No script stacks more marks on a letter; Zalgo text covers the lines around it. */
const STACKED_MARKS = /(\p{M}{4})\p{M}+/gu;

/** The places, without width, where a character follows that would not be shown as it is. What follows is looked at first: that is linear. */
const BEFORE_MARKUP = new RegExp(
  [
    // Bold, italics, underline, code, escapes, everything in angle brackets.
    String.raw`(?=[\\*_\`<])`,
    // Strike and spoiler; a single ~ is common in Korean (3~5) and means nothing.
    String.raw`(?=~~|\|\|)|(?=~)(?<=~)|(?=\|)(?<=\|)`,
    // Masked links: their label may contain escaped brackets, so the border is what has to be broken, also to a ] before the text.
    String.raw`(?=\()(?<=\]|^)`,
    // Mentions of members, roles, channels and commands, in the raw text too; custom emoji, <t:…> and <id:…>.
    String.raw`(?=[@#/:])(?<=<)|(?=:)(?<=<[a-z]+)`,
    // Addresses, which would be links; invitations, which unfurl without a scheme as well.
    String.raw`(?=:\/\/)|(?=\/)(?<=discord(?:app)?\.[a-z]{2,5})`,
    // Emoji by name (:smile:).
    String.raw`(?=:[\w+-]+:)`,
  ].join('|'),
  'gi',
);
/** Headings, subtext, quotes and lists begin a line. */
const BEFORE_LINE_MARKUP = /(?=[#>+-])(?<=^[^\S\n]*)|(?=\.(?:\s|$))(?<=^[^\S\n]*\d+)/gm;
const AFTER_AT = /(?<=@)(?=everyone|here)/gi;

/** The text as a reader is to see it: cleanCharacters, line breaks as \n, at most four marks on a letter. */
export function displayText(text: string): string {
  return cleanCharacters(text.replace(LINE_BREAK, '\n')).replace(STACKED_MARKS, '$1');
}

/** Characters to insert into a text, by the offset they go to. */
export type Insertions = ReadonlyMap<number, string>;

/** What has to be inserted into a display text so that no Markdown and no mention is left in it. Linear. */
export function findEscapes(text: string): Insertions {
  const insertions = new Map<number, string>();
  for (const pattern of [BEFORE_MARKUP, BEFORE_LINE_MARKUP]) {
    for (const { index } of text.matchAll(pattern)) insertions.set(index, '\\');
  }
  for (const { index } of text.matchAll(AFTER_AT)) insertions.set(index, WORD_JOINER);
  return insertions;
}

/** The characters start..end of a text with their insertions. */
export function insertInto(text: string, insertions: Insertions, start = 0, end = text.length): string {
  let result = '';
  for (let offset = start; offset < end; offset += 1) result += (insertions.get(offset) ?? '') + text.charAt(offset);
  return result;
}
