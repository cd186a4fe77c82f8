import type { Document } from '../../../src/types.ts';
import type { Expected, Indexed } from './kind.ts';

/** What became of a file: what can be said of its text, or the reason why it has none. */
export interface Result {
  document?: Pick<Document, 'text' | 'title' | 'warnings'> | undefined;
  reason?: string | undefined;
}

/** What is not as expected, in words; nothing when all is well. */
export function faultsOf(expected: Expected, { document, reason }: Result): string[] {
  if (expected === 'unnoticed') return document || reason ? ['it was noticed'] : [];
  if ('reason' in expected)
    return reason !== undefined && expected.reason.test(reason)
      ? []
      : [`not skipped for ${String(expected.reason)}: ${reason ?? 'it was read'}`];
  return document ? faultsOfText(expected, document) : [`not read: ${reason ?? 'it is missing'}`];
}

function faultsOfText(expected: Indexed, { text, title, warnings }: Pick<Document, 'text' | 'title' | 'warnings'>): string[] {
  const shown = `${title}\n${text}`;
  const unexpected = expected.warning ? warnings.filter((warning) => !expected.warning?.test(warning)) : warnings;
  return [
    ...(text.includes(expected.text) ? [] : [`the text is missing: ${text.slice(0, 100)}`]),
    ...(expected.without?.test(shown) ? [`it holds ${String(expected.without)}`] : []),
    ...(expected.title === undefined || expected.title === title ? [] : [`the title is ${title}`]),
    ...(expected.warning && warnings.length === 0 ? [`no warning ${String(expected.warning)}`] : []),
    ...unexpected.map((warning) => `an unexpected warning: ${warning}`),
    ...(shown.isWellFormed() ? [] : ['it is not well-formed']),
    ...(text.normalize('NFC') === text ? [] : ['it is not composed']),
  ];
}
