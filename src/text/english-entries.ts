/** A dictionary as a text: "word 낱말 말 | …", one entry or several a line. */
export type Entries = ReadonlyMap<string, readonly string[]>;

const SHORTEST = 2;
/** What English words end in when another form of them is listed: announc is announce, announced, announcement. */
const ENDINGS = new Set(
  's es d ed ing e ion ions er ers ment ments ize ise ized ised ning ned ting ling led ies y al ation ations up ement ements ness'
    .split(' ')
    .concat(''),
);

export function entriesOf(text: string): Entries {
  const entries = text.split(/[|\n]/u).map((entry) => entry.trim().split(' '));
  return new Map(entries.flatMap(([word = '', ...korean]) => (korean.length > 0 ? [[word, korean]] : [])));
}

/** The entry of a folded English word: its longest beginning that is listed and leaves an ending; undefined when there is none. */
export function entryFor(entries: Entries, folded: string): readonly string[] | undefined {
  const word = entries.has(folded) ? folded : folded.replace(/ies$/, 'y');
  for (let length = word.length; length >= SHORTEST; length -= 1) {
    const entry = entries.get(word.slice(0, length));
    if (entry && ENDINGS.has(word.slice(length))) return entry;
  }
  return undefined;
}
