import type { IndexReader } from '../search/index-port.ts';

/** What is known of all articles together. */
export interface Archive {
  /** First and last publication day; null when no article has one. */
  dates: { first: string; last: string } | null;
  /** Whether every article has a publication day. */
  allDated: boolean;
  /** Inverse document frequency of a term that stands in no article. */
  unknownWeight: number;
}

type Reader = Pick<IndexReader, 'articles' | 'idf'>;

/** No text has it: control characters are taken out. */
const NO_TERM = '\u0000';

const known = new WeakMap<Reader, Promise<Archive>>();

/** Asked once for each generation, which never changes. */
export function archiveOf(reader: Reader): Promise<Archive> {
  let archive = known.get(reader);
  if (!archive) {
    archive = readArchive(reader);
    known.set(reader, archive);
    archive.catch(() => known.delete(reader));
  }
  return archive;
}

async function readArchive(reader: Reader): Promise<Archive> {
  const articles = await reader.articles();
  const days = articles.flatMap(({ date }) => (date === null ? [] : [date])).sort();
  const [first] = days;
  const last = days.at(-1);
  const dates = first === undefined || last === undefined ? null : { first, last };
  const allDated = days.length === articles.length;
  return { dates, allDated, unknownWeight: (await reader.idf([NO_TERM])).get(NO_TERM) ?? Number.POSITIVE_INFINITY };
}
