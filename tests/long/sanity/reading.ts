import type { Removal } from './removal.ts';

const ROWS = 'tests/articles/rows-content.test.ts';

/** What bad articles run into. */
export const READING: readonly Removal[] = [
  {
    ...{ row: 'A26', what: 'depth of a page', file: 'src/articles/html/parse.ts', test: ROWS },
    ...{ find: 'const MAX_DEPTH = 500;', replace: 'const MAX_DEPTH = Infinity;' },
  },
  {
    ...{ row: 'A28', what: 'time of a PDF', file: 'src/articles/pdf/parent.ts', test: ROWS },
    ...{ find: 'setTimeout(fail, limits.time,', replace: 'setTimeout(fail, 3_600_000,' },
  },
  {
    ...{ row: 'A28', what: 'memory of a PDF', file: 'src/articles/pdf/parent.ts', test: ROWS },
    ...{ find: 'if (residentMegabytes(child.pid) > limits.memory)', replace: 'if (false)' },
  },
  {
    ...{ row: 'A2', what: 'size limit', file: 'src/articles/load.ts', test: 'tests/articles/rows.test.ts' },
    ...{
      find: '    if (before.size > maxBytes) throw new ArticleError(`larger than ${sizeOf(maxBytes)} (${sizeOf(before.size)}): split it`);\n',
      replace: '',
    },
  },
  {
    ...{
      row: 'A14',
      what: 'regular files only, once open',
      file: 'src/articles/load.ts',
      test: 'tests/reliability/unreadable-articles.test.ts',
    },
    ...{ find: `    if (!before.isFile()) throw new ArticleError('not a regular file');\n`, replace: '' },
  },
  {
    ...{
      row: 'A14',
      what: 'regular files only, in the folder',
      file: 'src/articles/walk.ts',
      test: 'tests/articles/rows.test.ts',
    },
    ...{ find: `  else if (!stats.isFile()) fail('not a regular file');\n`, replace: '' },
  },
  {
    ...{ row: 'A15', what: 'depth of folders', file: 'src/articles/walk.ts', test: 'tests/articles/rows.test.ts' },
    ...{ find: 'if (folder.depth < limits.maxDepth) folders.push', replace: 'if (folder.depth < Infinity) folders.push' },
  },
  {
    ...{ row: 'A12', what: 'links are not followed', file: 'src/articles/load.ts', test: 'tests/articles/rows.test.ts' },
    ...{
      find: 'constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK',
      replace: 'constants.O_RDONLY | constants.O_NONBLOCK',
    },
  },
  {
    ...{
      row: 'A21',
      what: 'a file that changes while it is read',
      file: 'src/articles/load.ts',
      test: 'tests/articles/rows.test.ts',
    },
    ...{
      find: 'unchanged(before, await handle.stat(), bytes) ? bytes : undefined;',
      replace: 'unchanged(before, await handle.stat(), bytes) ? bytes : bytes;',
    },
  },
  {
    ...{
      row: 'A4',
      what: 'control characters',
      file: 'src/articles/decode.ts',
      test: 'tests/reliability/bad-articles-indexed.test.ts',
    },
    ...{
      find: `  if (controls > 2 && controls > input.text.length * MAX_CONTROL_SHARE) throw new ArticleError('not text: it holds binary data');\n`,
      replace: '',
    },
  },
  {
    ...{ row: 'A25', what: 'hidden text', file: 'src/articles/html/page.ts', test: 'tests/articles/rows-content.test.ts' },
    ...{ find: 'above.unread || seen.hidden || ', replace: 'above.unread || ' },
  },
  {
    ...{
      row: 'A34',
      what: 'mentions lose their effect',
      file: 'src/discord/render/markdown-escape.ts',
      test: 'tests/reliability/properties-discord.test.ts',
    },
    ...{ find: '  for (const { index } of text.matchAll(AFTER_AT)) insertions.set(index, WORD_JOINER);\n', replace: '' },
  },
  {
    ...{
      row: 'A30',
      what: 'aliases in front matter',
      file: 'src/articles/front-matter.ts',
      test: 'tests/articles/rows-content.test.ts',
    },
    ...{ find: 'maxAliasCount: 10', replace: 'maxAliasCount: -1' },
  },
  {
    ...{
      row: 'A30',
      what: 'nesting of front matter',
      file: 'src/articles/front-matter.ts',
      test: 'tests/reliability/unreadable-articles.test.ts',
    },
    ...{ find: `    if (isTooDeep(yaml)) throw new Error('nested too deeply');\n`, replace: '' },
  },
  {
    ...{ row: 'A33', what: 'invisible characters', file: 'src/text/normalize.ts', test: 'tests/articles/rows-content.test.ts' },
    ...{ find: `.replace(INVISIBLE, '').replace(CONTROL, '')`, replace: `.replace(CONTROL, '')` },
  },
  {
    ...{ row: 'A31', what: 'lines of an article', file: 'src/articles/reader.ts', test: 'tests/articles/rows-content.test.ts' },
    ...{ find: 'if (lines > MAX_LINES) throw', replace: 'if (lines > Infinity) throw' },
  },
  {
    ...{
      row: 'A36',
      what: 'an emptied folder',
      file: 'src/indexing/run.ts',
      test: 'tests/reliability/bad-articles-indexed.test.ts',
    },
    ...{ find: '      this.#requireArticles();\n', replace: '' },
  },
];
