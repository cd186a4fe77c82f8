/** The formats that can be read, by file extension (lower case, without the dot). */
const FORMATS = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  pdf: 'pdf',
} as const;

export type Format = (typeof FORMATS)[keyof typeof FORMATS];

const READABLE = new Map<string, Format>(Object.entries(FORMATS));
const DOCUMENTS = new Set(
  'doc docx hwp hwpx odt rtf epub mobi pages ppt pptx xls xlsx ods odp zip gz tgz tar bz2 xz 7z rar mht mhtml webarchive xml json csv tsv eml'.split(
    ' ',
  ),
);

/** The extension of a path in lower case, without the dot; '' when the name has none. */
export function extensionOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot + 1).toLowerCase();
}

/** How a file is read, or undefined when it is not a format of ours. */
export function formatOf(path: string): Format | undefined {
  return READABLE.get(extensionOf(path));
}

/** Why a file of another format is left out, and what to do about it. */
export function unsupportedReason(path: string): string {
  const extension = extensionOf(path);
  if (extension === '') return 'unsupported format: no file extension; name it .txt, .md, .html or .pdf';
  if (!DOCUMENTS.has(extension)) return `unsupported format: .${extension.slice(0, 20)}`;
  return `unsupported format: .${extension}; convert it to .txt, .md, .html or .pdf`;
}
