import { collapseSpaces } from '../../text/normalize.ts';
import { columnsOf } from '../../text/shape.ts';
import { decodeText } from '../decode.ts';
import { takeFrontMatter } from '../front-matter.ts';
import { visibleText } from '../lines.ts';
import { blockOf, type Block, type Reader } from '../reader.ts';
import { joinBrokenLines, type SourceLine } from '../unwrap.ts';

/** Bullets that are never a minus sign or a footnote mark. */
const BULLET = /^[•◦‣⁃]\s+/;

/** Reads plain text: one line, one paragraph, but for hard-wrapped paragraphs. Front matter is read if there is any. */
export const readPlainText: Reader = (bytes) => {
  const { text, warnings } = decodeText(bytes);
  const front = takeFrontMatter(visibleText(text));
  const blocks = joinBrokenLines(sourceLines(front.body)).map(blockOfLine);
  return Promise.resolve({ blocks, metadata: front.metadata, warnings: [...warnings, ...front.warnings], page: false });
};

/** The lines that hold something. */
export function sourceLines(text: string): SourceLine[] {
  const lines: SourceLine[] = [];
  let gap = false;
  for (const line of text.split('\n')) {
    const trimmed = line.trimEnd();
    if (trimmed === '') gap = true;
    else {
      lines.push({ text: trimmed, gap, columns: columnsOf(trimmed.slice(0, 400)), alone: false });
      gap = false;
    }
  }
  return lines;
}

function blockOfLine(line: SourceLine): Block {
  const text = collapseSpaces(line.text);
  const bare = text.replace(BULLET, '');
  return blockOf(bare, { gap: line.gap, item: bare !== text });
}
