/**
 * Tables of a generation. A chunk's terms stand twice: as a list of term ids in the full-text index, which finds candidates, and as packed
 * frequencies in its row, which score them exactly (FTS5 fixes k1 and b, and floors the idf of frequent terms).
 * Term ids instead of words keep SQLite's own tokenizer out of the matter: no text, however strange, is cut or folded a second time.
 */
export const CREATE_TABLES = `
CREATE TABLE articles (
  id INTEGER PRIMARY KEY, source TEXT NOT NULL UNIQUE, hash TEXT NOT NULL, copies TEXT NOT NULL, title TEXT NOT NULL, publisher TEXT, reporter TEXT, date TEXT, url TEXT, text TEXT NOT NULL,
  korean INTEGER NOT NULL,
  first_chunk INTEGER NOT NULL, chunks INTEGER NOT NULL
);
CREATE TABLE files (source TEXT PRIMARY KEY, hash TEXT, bytes INTEGER NOT NULL, modified REAL NOT NULL, reason TEXT) WITHOUT ROWID;
CREATE TABLE chunks (
  id INTEGER PRIMARY KEY, article INTEGER NOT NULL, first_sentence INTEGER NOT NULL, sentence_count INTEGER NOT NULL,
  length INTEGER NOT NULL, terms BLOB NOT NULL,
  key TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, headings TEXT NOT NULL, sentences BLOB NOT NULL, text TEXT NOT NULL
);
CREATE TABLE terms (id INTEGER PRIMARY KEY, term TEXT NOT NULL UNIQUE, chunks INTEGER NOT NULL);
CREATE VIRTUAL TABLE chunk_terms USING fts5(terms, content='', columnsize=1, tokenize='ascii');
`;
