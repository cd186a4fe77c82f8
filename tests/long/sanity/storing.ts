import type { Removal } from './removal.ts';

const WRITER = 'src/search/generation-writer.ts';
const POWER_LOSS = 'tests/reliability/power-loss.test.ts';
const DISK_FULL = 'tests/reliability/disk-full.test.ts';

/** What keeps an index and its writer whole. */
export const STORING: readonly Removal[] = [
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
  {
    ...{
      row: 'S2',
      what: 'fsync of the database',
      file: 'src/search/generation-writer.ts',
      test: 'tests/reliability/power-loss.test.ts',
    },
    ...{ find: '    syncPath(this.#path(FILES.database), this.#fileSystem);\n', replace: '' },
  },
  {
    ...{ row: 'S2', what: 'fsync of the graph', file: 'src/search/hnsw-index.ts', test: 'tests/reliability/power-loss.test.ts' },
    ...{ find: '    syncPath(path, fileSystem);', replace: '    void [path, fileSystem];' },
  },
  {
    ...{
      row: 'S2',
      what: 'fsync of the temporary directory',
      file: 'src/search/generation-writer.ts',
      test: 'tests/reliability/power-loss.test.ts',
    },
    ...{ find: '    syncPath(this.#directory, this.#fileSystem);\n', replace: '' },
  },
  {
    ...{
      row: 'S2',
      what: 'fsync of a new directory’s name',
      file: 'src/file-system.ts',
      test: 'tests/reliability/power-loss.test.ts',
    },
    ...{ find: '    syncPath(dirname(directory), fileSystem);', replace: '    void directory;' },
  },
  {
    ...{
      row: 'S2',
      what: 'fsync before a run trusts what it finds',
      file: 'src/indexing/reindex.ts',
      test: 'tests/reliability/power-loss.test.ts',
    },
    ...{ find: '    syncPath(dataDirectory, fileSystem);\n', replace: '' },
  },
  {
    ...{ row: 'S1', what: 'removal of leftovers', file: 'src/indexing/reindex.ts', test: 'tests/reliability/power-loss.test.ts' },
    ...{ find: '    removeLeftovers(dataDirectory, fileSystem);\n', replace: '' },
  },
  {
    ...{
      row: 'S5',
      what: 'taking the rename back',
      file: 'src/search/generation-writer.ts',
      test: 'tests/reliability/disk-full.test.ts',
    },
    ...{ find: '        this.#fileSystem.renameSync(published, this.#directory);\n', replace: '' },
  },
  {
    ...{
      row: 'S3',
      what: 'writing on after a short write',
      file: 'src/search/durable-files.ts',
      test: 'tests/reliability/disk-full.test.ts',
    },
    ...{
      find: 'done += this.#fileSystem.writeSync(this.#file, bytes, done, Math.min(BLOCK, bytes.length - done));',
      replace:
        'done += this.#fileSystem.writeSync(this.#file, bytes, done, Math.min(BLOCK, bytes.length - done)) && bytes.length;',
    },
  },
  {
    ...{
      row: 'S5',
      what: 'closing what was opened after a failure',
      file: 'src/search/generation-writer.ts',
      test: 'tests/reliability/disk-full.test.ts',
    },
    ...{ find: '    this.#closers.forEach(attempt);\n', replace: '' },
  },
  {
    ...{
      row: 'promise 2',
      what: 'check of the vectors before the graph',
      file: 'src/search/generation-writer.ts',
      test: 'tests/reliability/disk-full.test.ts',
    },
    ...{ find: '    if (digestFile(this.#path(FILES.chunks)).sha256 !== written.sha256)', replace: '    if (written.bytes < 0)' },
  },
  {
    ...{
      row: 'S5',
      what: 'errors of reading back in words',
      file: 'src/indexing/run.ts',
      test: 'tests/reliability/disk-full.test.ts',
    },
    ...{ find: 'throw readingBackError(error);', replace: 'throw error;' },
  },
  {
    ...{
      row: 'S8',
      what: 'refusal of a newer format',
      file: 'src/search/manifest.ts',
      test: 'tests/reliability/upgrade.test.ts',
    },
    ...{ find: `if (typeof format === 'number' && format > FORMAT) {`, replace: 'if (false) {' },
  },
  {
    ...{
      row: 'S8',
      what: 'rebuilding of an older format',
      file: 'src/search/manifest.ts',
      test: 'tests/reliability/upgrade.test.ts',
    },
    ...{
      find: `if (format !== FORMAT) throw new StoreError('an older gisabot wrote it; the index is built again');`,
      replace: '',
    },
  },
  {
    ...{
      row: 'S6',
      what: 'a generation knows its number',
      file: 'src/search/generation.ts',
      test: 'tests/reliability/corruption.test.ts',
    },
    ...{ find: 'if (manifest.generation !== generation)', replace: 'if (false)' },
  },
  {
    ...{
      row: 'S6',
      what: 'checksum of a journal’s record',
      file: 'src/indexing/journal.ts',
      test: 'tests/reliability/corruption.test.ts',
    },
    ...{ find: 'if (crc32(body) !== record.readUInt32LE(body.length)) return false;', replace: '' },
  },
  {
    ...{
      row: 'S7',
      what: 'a journal knows its model',
      file: 'src/indexing/journal.ts',
      test: 'tests/reliability/corruption.test.ts',
    },
    ...{ find: 'if (!readBlock(file, this.#header.length, 0).equals(this.#header)) return;', replace: '' },
  },
  {
    ...{
      row: 'S6',
      what: 'check of the store’s database',
      file: 'src/store/database.ts',
      test: 'tests/reliability/corruption.test.ts',
    },
    ...{ find: '    requireSound(database);\n', replace: '' },
  },
  {
    ...{
      row: 'S8',
      what: 'refusal of a newer store',
      file: 'src/store/migrations.ts',
      test: 'tests/reliability/upgrade.test.ts',
    },
    ...{ find: 'if (version > latest) {', replace: 'if (false) {' },
  },
  {
    ...{
      row: 'S11',
      what: 'order of generations by number',
      file: 'src/search/generation-files.ts',
      test: 'tests/reliability/clock.test.ts',
    },
    ...{ find: '.sort((a, b) => b - a)', replace: '.sort((a, b) => a - b)' },
  },
  {
    ...{
      row: 'promise 2',
      what: 'rows counted on reading back',
      file: 'src/search/generation-tables.ts',
      test: 'tests/search/generation.test.ts',
    },
    ...{ find: 'rowsMissing(this.#rows, countRows(database)) ??', replace: '' },
  },
  {
    ...{
      row: 'promise 2',
      what: 'values hashed on reading back',
      file: 'src/search/generation-tables.ts',
      test: 'tests/search/generation.test.ts',
    },
    ...{ find: `hash.digest('hex') === written.digest('hex') ? undefined`, replace: `name !== '' ? undefined` },
  },
];
