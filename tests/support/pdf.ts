/** Builds small PDF files by hand. */

interface TextLine {
  text: string;
  x: number;
  y: number;
  size?: number;
}

/** A PDF of pages of lines in Helvetica (ASCII), or with `hangul` in a font whose characters only a ToUnicode map names. */
export function buildPdf(pages: TextLine[][], options: { title?: string; hangul?: boolean } = {}): Buffer {
  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  const characters = [...new Set(pages.flat().flatMap((line) => Array.from(line.text)))];
  const code = (character: string) => (characters.indexOf(character) + 1).toString(16).padStart(4, '0');
  const shown = (text: string) =>
    options.hangul ? `<${Array.from(text, code).join('')}>` : `(${text.replace(/[\\()]/g, '\\$&')})`;
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add(`<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${8 + index * 2} 0 R`).join(' ')}] >>`);
  add(
    options.hangul
      ? '<< /Type /Font /Subtype /Type0 /BaseFont /Test /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>'
      : '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  );
  add(
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Test /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 5 0 R /DW 1000 >>',
  );
  add(
    '<< /Type /FontDescriptor /FontName /Test /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
  );
  add(stream(toUnicode(characters, code)));
  add(`<< /Title (${options.title ?? ''}) >>`);
  pages.forEach((lines, index) => {
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents ${9 + index * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
    );
    add(
      stream(lines.map(({ text, x, y, size = 10 }) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm ${shown(text)} Tj ET`).join('\n')),
    );
  });
  return assemble(objects);
}

/** A paragraph set line under line at the left margin, 12 points apart. */
export function setLines(texts: string[], top = 700, size = 10): TextLine[] {
  return texts.map((text, index) => ({ text, x: 50, y: top - index * size * 1.2, size }));
}

function toUnicode(characters: string[], code: (character: string) => string): string {
  const rows = characters.map(
    (character) => `<${code(character)}> <${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}>`,
  );
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
${rows.length} beginbfchar
${rows.join('\n')}
endbfchar endcmap CMapName currentdict /CMap defineresource pop end end`;
}

function stream(content: string): string {
  return `<< /Length ${Buffer.byteLength(content)} >>\nstream\n${content}\nendstream`;
}

function assemble(objects: string[]): Buffer {
  let file = '%PDF-1.4\n';
  const offsets = objects.map((body, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 7 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
