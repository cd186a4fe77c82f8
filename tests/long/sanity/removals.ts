/** A safety check taken out of the program, and where that must be noticed. */
export interface Removal {
  /** The row or goal that the check serves. */
  row: string;
  what: string;
  file: string;
  /** Stands exactly once in the file. */
  find: string;
  replace: string;
  /** The suite that turns red. */
  test: string;
}

const WRITER = 'src/search/generation-writer.ts';
const POWER_LOSS = 'tests/reliability/power-loss.test.ts';
const DISK_FULL = 'tests/reliability/disk-full.test.ts';
const MODEL_WRITER = 'tests/answer/generative/writer.test.ts';
const ENDPOINT = 'tests/answer/generative/endpoint.test.ts';
const VERIFY = 'tests/answer/generative/verify.test.ts';
const ROWS = 'tests/articles/rows-content.test.ts';

const storing: Removal[] = [
  {
    ...{ row: 'S2', what: 'fsync of a file', file: 'src/search/durable-files.ts', test: POWER_LOSS },
    ...{ find: '      this.#fileSystem.fsyncSync(this.#file);\n', replace: '' },
  },
  {
    ...{ row: 'S2', what: 'fsync of the data directory', file: WRITER, test: POWER_LOSS },
    ...{ find: '      syncPath(this.#dataDirectory, this.#fileSystem);\n', replace: '' },
  },
  {
    ...{ row: 'S1', what: 'rename as the commit', file: WRITER, test: POWER_LOSS },
    ...{ find: '`${TEMPORARY_PREFIX}${generationName(options.generation)}`', replace: 'generationName(options.generation)' },
  },
  {
    ...{ row: 'promise 2', what: 'read-back of every file', file: WRITER, test: DISK_FULL },
    ...{ find: '    readVerified(this.#directory);\n', replace: '' },
  },
  {
    ...{ row: 'S3', what: 'errors of the disk in words', file: 'src/indexing/reindex.ts', test: DISK_FULL },
    ...{ find: 'throw diskError(error, dataDirectory);', replace: 'throw error;' },
  },
  {
    ...{ row: 'S9', what: 'lock of the data directory', file: 'src/indexing/lock.ts', test: 'tests/indexing/lock.test.ts' },
    ...{ find: "    database.exec('BEGIN EXCLUSIVE');\n", replace: '' },
  },
];

const opening: Removal[] = [
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

const reading: Removal[] = [
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
];

const speaking: Removal[] = [
  {
    ...{ row: 'D4', what: 'allowedMentions', file: 'src/discord/client.ts', test: 'tests/e2e/hostile.test.ts' },
    ...{ find: '    allowedMentions: { parse: [], repliedUser: false },\n', replace: '' },
  },
  {
    ...{ row: 'S19', what: 'masking of secrets in the log', file: 'src/main.ts', test: 'tests/reliability/day.test.ts' },
    ...{
      find: 'level: config.logLevel, secrets: [config.discordToken, config.modelKey]',
      replace: 'level: config.logLevel, secrets: []',
    },
  },
  {
    ...{ row: 'promise 5', what: 'error listener of the client', file: 'src/discord/log-connection.ts' },
    ...{ find: '  client.on(Events.Error, (error) => {', replace: '  void ((error: Error) => {' },
    test: 'tests/discord/client-error.test.ts',
  },
  {
    ...{ row: 'D9', what: 'check of administrators', file: 'src/discord/route.ts', test: 'tests/e2e/reindex.test.ts' },
    ...{ find: '    requireAllowed(interaction, command?.administrators, call);\n', replace: '' },
  },
  {
    ...{ row: 'L4', what: "cap of the language model's answer", file: 'src/answer/generative/endpoint.ts', test: ENDPOINT },
    ...{ find: 'if (read > bytes) controller', replace: 'if (false) controller' },
  },
  {
    ...{ row: 'L5', what: 'citations of passages that exist', file: 'src/answer/generative/verify.ts', test: VERIFY },
    ...{ find: ' && Number(marker) <= passages', replace: '' },
  },
  {
    ...{ row: 'L5', what: 'a citation in every sentence', file: 'src/answer/generative/verify.ts', test: VERIFY },
    ...{
      find: 'if (markers.length === 0 || ',
      replace: 'if (markers.length === 0) return Array.from({ length: passages }, (_, at) => at + 1);\n  if (',
    },
  },
  {
    ...{ row: 'L6', what: 'words that the source says', file: 'src/answer/generative/support.ts', test: VERIFY },
    ...{ find: 'if (!found && !(isTopic(word) &&', replace: 'if (false && !(isTopic(word) &&' },
  },
  {
    ...{ row: 'L6', what: 'what is denied must be denied there', file: 'src/answer/generative/support.ts', test: VERIFY },
    ...{ find: 'if (words.length > 0 && words.every(', replace: 'if (false && words.every(' },
  },
  {
    ...{ row: 'L7', what: 'sentences without orders, links and mentions', file: 'src/answer/generative/verify.ts', test: VERIFY },
    ...{ find: ' || isUnsafe(text)', replace: '' },
  },
  {
    ...{ row: 'L9', what: "the endpoint's own origin", file: 'src/answer/generative/endpoint.ts', test: MODEL_WRITER },
    ...{ find: "redirect: 'manual'", replace: "redirect: 'follow'" },
  },
];

/** Each of these must be noticed: `npm run sanity` takes out one after the other and runs its suite. */
export const REMOVALS: readonly Removal[] = [...storing, ...opening, ...reading, ...speaking];
