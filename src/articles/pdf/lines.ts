import type { PdfLine } from './protocol.ts';

/** A piece of text as pdf.js gives it: `transform` holds the position in its last two numbers. */
export interface TextItem {
  str: string;
  transform: unknown[];
  width: number;
  height: number;
  hasEOL: boolean;
}

/** Pieces further apart than this share of the font size have a space between them. */
const SPACE = 0.18;

/** Puts the pieces of a page, in the order they are drawn, together to lines. */
export function linesOfItems(items: TextItem[]): PdfLine[] {
  const lines: PdfLine[] = [];
  let line: PdfLine | undefined;
  for (const item of items) {
    const piece = pieceOf(item);
    if (piece.text.trim() !== '') {
      if (line && isSameLine(line, piece)) append(line, piece);
      else lines.push((line = piece));
    } else if (line && piece.text !== '') line.text += ' ';
    if (item.hasEOL) line = undefined;
  }
  return lines.map((one) => ({ ...one, text: one.text.trim() }));
}

function pieceOf({ str, transform, width, height }: TextItem): PdfLine {
  const [a = 0, b = 0, , , x = 0, y = 0] = transform.map(Number);
  return { text: str, x, y, right: x + width, size: height || Math.hypot(a, b) || 1 };
}

function isSameLine(line: PdfLine, piece: PdfLine): boolean {
  return Math.abs(line.y - piece.y) < 0.4 * Math.max(line.size, piece.size) && piece.x > line.right - 2 * line.size;
}

function append(line: PdfLine, piece: PdfLine): void {
  const spaced = line.text.endsWith(' ') || piece.text.startsWith(' ') || piece.x - line.right < SPACE * line.size;
  line.text += (spaced ? '' : ' ') + piece.text;
  line.right = Math.max(line.right, piece.right);
  line.size = Math.max(line.size, piece.size);
}
