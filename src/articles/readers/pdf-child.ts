/** A process of its own that reads one PDF: gets its bytes, answers with its lines or the kind of failure, and is killed. */
import * as unpdf from 'unpdf';
import { linesOfItems, type TextItem } from '../pdf/lines.ts';
import type { ChildMessage, PdfReading } from '../pdf/protocol.ts';

/** What is used of pdf.js. Its types, as unpdf ships them, point to files that are not there. */
interface PdfFile {
  numPages: number;
  getMetadata(): Promise<{ info: object }>;
  getPage(number: number): Promise<{ getTextContent(): Promise<{ items: (TextItem | { type: string })[] }>; cleanup(): void }>;
}
const openPdf: (bytes: Uint8Array, options: object) => Promise<PdfFile> = unpdf.getDocumentProxy;

const MAX_PAGES = 3000;
const MAX_CHARACTERS = 10_000_000;

process.once('message', (bytes: Uint8Array) => {
  void readPdfBytes(bytes).then((message) => process.send?.(message));
});

async function readPdfBytes(bytes: Uint8Array): Promise<ChildMessage> {
  try {
    return { reading: await readPages(new Uint8Array(bytes)) };
  } catch (error) {
    const encrypted = error instanceof Error && error.name === 'PasswordException';
    return { failure: encrypted ? 'encrypted' : 'malformed' };
  }
}

async function readPages(bytes: Uint8Array): Promise<PdfReading> {
  const pdf = await openPdf(bytes, { verbosity: 0, isEvalSupported: false, useSystemFonts: false, stopAtErrors: false });
  const reading: PdfReading = { pages: [], title: await titleOf(pdf), warnings: [] };
  let characters = 0;
  for (let number = 1; number <= pdf.numPages; number++) {
    if (number > MAX_PAGES || characters > MAX_CHARACTERS) {
      reading.warnings.push(`only the first ${number - 1} of ${pdf.numPages} pages were read`);
      break;
    }
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const lines = linesOfItems(items.filter((item) => 'str' in item));
    characters += lines.reduce((sum, line) => sum + line.text.length, 0);
    reading.pages.push(lines);
    page.cleanup();
  }
  return reading;
}

async function titleOf(pdf: PdfFile): Promise<string> {
  const { info } = await pdf.getMetadata();
  return 'Title' in info && typeof info.Title === 'string' ? info.Title.slice(0, 300) : '';
}
