import type { Removal } from './removal.ts';

/** What keeps damaged files and foreign vectors out. */
export const OPENING: readonly Removal[] = [
  {
    ...{ row: 'S6', what: 'checksum of the files', file: 'src/search/manifest.ts', test: 'tests/search/manifest.test.ts' },
    ...{ find: ' || found.sha256 !== expected.sha256', replace: '' },
  },
  {
    ...{ row: 'S6', what: 'checksum of the manifest', file: 'src/search/manifest.ts', test: 'tests/search/manifest.test.ts' },
    ...{ find: ' || encodeManifest(content) !== text', replace: '' },
  },
  {
    ...{ row: 'S6', what: 'count of the graph', file: 'src/search/hnsw-index.ts', test: 'tests/search/hnsw-index.test.ts' },
    ...{ find: 'if (graph.getCurrentCount() !== count)', replace: 'if (false)' },
  },
  {
    ...{ row: 'S6', what: 'finite check of what is indexed', file: 'src/search/vector-index.ts' },
    ...{ find: '  requireFinite(vectors);\n', replace: '', test: 'tests/search/hnsw-index.test.ts' },
  },
  {
    ...{ row: 'S6', what: 'finite check of a question', file: 'src/search/vector-index.ts' },
    ...{ find: '  requireFinite(query);\n', replace: '', test: 'tests/search/hnsw-index.test.ts' },
  },
  {
    ...{ row: 'S6', what: 'finite check of what is stored', file: 'src/search/sentence-vectors.ts' },
    ...{ find: 'if (!Number.isFinite(largest))', replace: 'if (false)', test: 'tests/search/sentence-vectors.test.ts' },
  },
  {
    ...{
      row: 'S15',
      what: "check of a model's name",
      file: 'src/search/model-files.ts',
      test: 'tests/search/model-files.test.ts',
    },
    ...{ find: "if (!/^[\\w.-]+\\/[\\w.-]+$/.test(model) || model.includes('..'))", replace: 'if (false)' },
  },
  {
    ...{ row: 'S15', what: 'sha256 of the model', file: 'src/search/model-files.ts', test: 'tests/search/model-files.test.ts' },
    ...{ find: 'if (found !== hash)', replace: 'if (false)' },
  },
  {
    ...{ row: 'S15', what: 'sha256 before the model is loaded', file: 'src/search/embeddings.ts' },
    ...{ find: '  if (card.pinned) verifyModelFiles(card.directory, card.sha256);\n', replace: '' },
    test: 'tests/search/embeddings.test.ts',
  },
  {
    ...{ row: 'S15', what: 'known answers of the model', file: 'src/search/embeddings.ts' },
    ...{ find: '  await embeddings.checkKnownAnswers();\n', replace: '', test: 'tests/search/embeddings.test.ts' },
  },
];
