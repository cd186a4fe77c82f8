import type { IndexedArticle } from '../../search/index-port.ts';
import { cleanCharacters, collapseSpaces } from '../../text/normalize.ts';
import type { Language } from '../../types.ts';
import { wordingIn } from '../../wording/wording.ts';
import type { Choice } from '../handlers.ts';
import { shorten } from '../render/markdown-shorten.ts';

/** Discord's limits. */
export const MOST_CHOICES = 25;
const LABEL_CHARACTERS = 100;
const DETAIL_CHARACTERS = 30;

/** The first articles as choices; where two would read the same, with their file names. */
export function choicesOf(
  articles: readonly IndexedArticle[],
  language: Language,
  key: (article: IndexedArticle) => string,
): Choice[] {
  const first = articles.slice(0, MOST_CHOICES);
  const names = first.map((article) => labelOf(article, language));
  return first.map((article, index) => {
    const name = names[index] ?? '';
    const isAlone = names.filter((each) => each === name).length === 1;
    return { name: isAlone ? name : labelOf(article, language, article.source), value: key(article) };
  });
}

/** The article's source line for a choice or a menu, which Discord shows without Markdown; the title takes what the details leave. */
export function labelOf({ title, publisher, date }: IndexedArticle, language: Language, file?: string): string {
  const detail = publisher === null ? null : shortLine(publisher, DETAIL_CHARACTERS);
  const suffix = file === undefined ? '' : ` · ${lastPart(file, DETAIL_CHARACTERS)}`;
  const line = (shown: string) => wordingIn(language).sourceLine({ title: shown, publisher: detail, date }) + suffix;
  return line(shortLine(title, LABEL_CHARACTERS - Array.from(line('')).length));
}

/** At most so many characters, counted in code points as Discord does. */
export function shortLine(text: string, characters: number): string {
  const line = collapseSpaces(cleanCharacters(text));
  let short = shorten(line, characters);
  for (let room = characters - 1; Array.from(short).length > characters && room > 0; room -= 1) short = shorten(line, room);
  return short;
}

/** The end of a path, by which files differ. */
function lastPart(path: string, characters: number): string {
  const all = Array.from(collapseSpaces(cleanCharacters(path)));
  return all.length <= characters ? all.join('') : `…${all.slice(1 - characters).join('')}`;
}
