import { collapseSpaces } from '../../text/normalize.ts';
import { columnsOf } from '../../text/shape.ts';
import { decodeText } from '../decode.ts';
import { takeFrontMatter } from '../front-matter.ts';
import { visibleText } from '../lines.ts';
import { blockOf, type Reader } from '../reader.ts';
import { joinBrokenLines, type SourceLine } from '../unwrap.ts';

const FENCE = /^\s{0,3}(```+|~~~+)/;
const RULE = /^\s{0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const UNDERLINE = /^\s{0,3}(=+|-+)$/;
const HEADING = /^\s{0,3}(#{1,6})\s+(.*)$/;
const QUOTE = /^(?:\s{0,3}>)+\s?/;
const BULLET = /^\s*[-*+]\s+/;
const TABLE_RULE = /^[\s|:-]*\|[\s|:-]*$/;
const HARD_BREAK = /(?: {2}|\\)$/;

interface MarkdownLine extends SourceLine {
  level: number;
  item: boolean;
}

interface State {
  lines: MarkdownLine[];
  gap: boolean;
  /** The mark that closes the fence the line stands in, if it does. */
  fence: string | undefined;
}

/**
 * Reads Markdown: marks at the start of lines (#, >, bullets), rules, fences and HTML comments go; the text of a line stays as
 * it is written, so that every quote can be found in the file.
 */
export const readMarkdown: Reader = (bytes) => {
  const { text, warnings } = decodeText(bytes);
  const front = takeFrontMatter(visibleText(text));
  const state: State = { lines: [], gap: false, fence: undefined };
  for (const line of withoutComments(front.body).split('\n')) readLine(state, line);
  const blocks = joinBrokenLines(state.lines).map(({ text: line, level, gap, item }) => blockOf(line, { level, gap, item }));
  return Promise.resolve({ blocks, metadata: front.metadata, warnings: [...warnings, ...front.warnings], page: false });
};

/** Breaks the line where a comment stood; a comment without an end is text. */
function withoutComments(text: string): string {
  const kept: string[] = [];
  let from = 0;
  for (let at = text.indexOf('<!--'); at !== -1; at = text.indexOf('<!--', from)) {
    const end = text.indexOf('-->', at + 4);
    if (end === -1) break;
    kept.push(text.slice(from, at), '\n');
    from = end + 3;
  }
  return kept.join('') + text.slice(from);
}

function readLine(state: State, line: string): void {
  const fence = FENCE.exec(line.slice(0, 200))?.[1];
  if (state.fence !== undefined) {
    const closes = fence?.startsWith(state.fence) && line.trim() === fence;
    if (closes) state.fence = undefined;
    else push(state, line, line, { alone: true });
    state.gap = state.gap || closes === true;
  } else if (fence) {
    state.fence = fence;
    state.gap = true;
  } else readText(state, line, line);
}

/** Reads a line outside of fences; `whole` is the line as it stands in the file. */
function readText(state: State, line: string, whole: string): void {
  if (line.length <= 300 && isMark(state, line.trimEnd())) return;
  const heading = HEADING.exec(line);
  if (heading) {
    const text = (heading[2] ?? '').trimEnd();
    state.gap = true;
    push(state, text.length > 1000 ? text : text.replace(/\s#{1,6}$/, ''), whole, { level: (heading[1] ?? '').length, alone: true });
    state.gap = true;
    return;
  }
  const unquoted = line.replace(QUOTE, '');
  const bare = unquoted.replace(BULLET, '');
  if (bare.trim() === '') state.gap = true;
  else if (unquoted !== line) readText(state, unquoted, whole);
  else push(state, bare, whole, { item: bare !== unquoted });
}

/** Lines that are only marks: rules, underlines of headings, the rule of a table. */
function isMark(state: State, line: string): boolean {
  const underline = UNDERLINE.exec(line);
  const before = state.lines.at(-1);
  if (underline && before && !state.gap && !before.item && isParagraphStart(state)) {
    before.level = underline[1]?.startsWith('=') ? 1 : 2;
    before.alone = true;
    state.gap = true;
    return true;
  }
  const rule = RULE.test(line);
  state.gap = state.gap || rule;
  return rule || TABLE_RULE.test(line);
}

/** Only a paragraph of one line is made a heading by the line under it. */
function isParagraphStart(state: State): boolean {
  return state.lines.length === 1 || state.lines.at(-1)?.gap === true;
}

function push(state: State, text: string, whole: string, more: { level?: number; item?: boolean; alone?: boolean }): void {
  const line = collapseSpaces(text);
  if (line === '') return;
  const { level = 0, item = false, alone = HARD_BREAK.test(whole) } = more;
  state.lines.push({ text: line, level, item, alone, gap: state.gap || item, columns: columnsOf(whole.trimEnd().slice(0, 400)) });
  state.gap = false;
}
