/**
 * Tables of a generation. Rows of articles and chunks are numbered from 0 without gaps, chunks in the order of their articles. A chunk's
 * text is the slice start..end of its article's text and stands nowhere else. `chunks.terms` counts a chunk's terms; `terms.postings`
 * holds, for each term, the chunks it stands in (postings.ts). `aliases` gives the other names of a name (its key: text/aliases.ts) and in how many
 * articles the two stand as one; `words` the words by the skeleton of their sound (text/transliteration.ts) and how many chunks hold each.
 */
export const CREATE_TABLES = `
CREATE TABLE articles (
  id INTEGER PRIMARY KEY, source TEXT NOT NULL UNIQUE, hash TEXT NOT NULL, copies TEXT NOT NULL, title TEXT NOT NULL,
  publisher TEXT, reporter TEXT, date TEXT, url TEXT, korean INTEGER NOT NULL, chunks INTEGER NOT NULL
);
CREATE TABLE texts (article INTEGER PRIMARY KEY, text TEXT NOT NULL);
CREATE TABLE files (source TEXT PRIMARY KEY, hash TEXT, bytes INTEGER NOT NULL, modified REAL NOT NULL, reason TEXT) WITHOUT ROWID;
CREATE TABLE chunks (
  id INTEGER PRIMARY KEY, article INTEGER NOT NULL, key TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
  headings TEXT NOT NULL, sentences BLOB NOT NULL, terms INTEGER NOT NULL
);
CREATE TABLE terms (term TEXT NOT NULL UNIQUE, postings BLOB NOT NULL);
CREATE TABLE aliases (key TEXT NOT NULL, other TEXT NOT NULL, articles INTEGER NOT NULL, PRIMARY KEY (key, other)) WITHOUT ROWID;
CREATE TABLE words (skeleton TEXT NOT NULL, word TEXT NOT NULL, chunks INTEGER NOT NULL, PRIMARY KEY (skeleton, word)) WITHOUT ROWID;
`;
