import { ArticleError } from '../../errors.ts';
import { visibleLine } from '../lines.ts';
import { blocksOfPages } from '../pdf/layout.ts';
import { readPagesInChild } from '../pdf/parent.ts';
import type { Reader } from '../reader.ts';

/** Titles that programs write on their own. */
const PROGRAM_TITLE = /^(?:microsoft word|untitled|powerpoint|document\d*)|\.(?:docx?|hwpx?|pptx?|indd|pdf|txt)$/i;

/** Reads a PDF in a child process: lines to paragraphs, headers, footers and page numbers off. */
export const readPdf: Reader = async (bytes) => {
  const { pages, title, warnings } = await readPagesInChild(bytes);
  const blocks = blocksOfPages(pages);
  if (blocks.length === 0) throw new ArticleError('PDF without text: it may be scanned; save it with its text (OCR)');
  const named = visibleLine(title);
  const metadata = named !== '' && !PROGRAM_TITLE.test(named) ? { title: named } : {};
  return { blocks, metadata, warnings, page: false };
};
