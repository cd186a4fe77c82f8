import { columnsOf } from '../text/shape.ts';

const WIDEST_TEXT = 100;

/** Columns of the terminal a stream writes to; undefined when it writes to a file or a pipe, where nothing is wrapped or cut. */
export function terminalColumns(stream: NodeJS.WriteStream = process.stdout): number | undefined {
  return stream.isTTY ? stream.columns : undefined;
}

/** Emphasis where the terminal has colours: never in a file or a pipe, nor when NO_COLOR is set. */
export function emphasize(text: string, style: 'bold' | 'dim' | 'warning', stream: NodeJS.WriteStream = process.stdout): string {
  if (!stream.isTTY || !stream.hasColors()) return text;
  const code = { bold: 1, dim: 2, warning: 33 }[style];
  return `\x1b[${code}m${text}\x1b[0m`;
}

/** Running text, broken between words to lines that are easy to read; `indent` spaces stand before each line but the first. */
export function wrapText(text: string, columns: number | undefined, indent = 0): string {
  if (columns === undefined) return text;
  return wrap(text, Math.min(columns, WIDEST_TEXT) - indent).join(`\n${' '.repeat(indent)}`);
}

/** The beginning of a text that fits, with … where something is missing. */
export function shorten(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text;
  return `${takeColumns(text, columns - 1).trimEnd()}…`;
}

function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(' ').flatMap((each) => pieces(each, columns))) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (columnsOf(longer) > columns) lines.push(line);
      line = columnsOf(longer) > columns ? word : longer;
    }
    lines.push(line);
  }
  return lines;
}

/** A word cut into pieces of at most so many columns. */
function pieces(word: string, columns: number): string[] {
  const cut: string[] = [];
  let rest = word;
  while (columnsOf(rest) > columns) {
    const piece = takeColumns(rest, columns);
    cut.push(piece);
    rest = rest.slice(piece.length);
  }
  return [...cut, rest];
}

/** The longest beginning that fits, at least one character. */
function takeColumns(text: string, columns: number): string {
  let taken = '';
  for (const character of text) {
    if (taken !== '' && columnsOf(taken + character) > columns) break;
    taken += character;
  }
  return taken;
}
