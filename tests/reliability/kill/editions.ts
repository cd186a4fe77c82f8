const ARTICLES = 4;

/** Which version of an article an edition holds: the first changes each time, the last every fourth time. */
export function versionIn(edition: number, article: number): number {
  return Math.floor(edition / (article + 1));
}

/** The articles of an edition: every sentence names its article and its version. */
export function editionFiles(edition: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: ARTICLES }, (_, article) => [`${article}.md`, articleText(article, versionIn(edition, article))]),
  );
}

const SENTENCES = 3;

function articleText(article: number, version: number): string {
  const sentences = Array.from({ length: SENTENCES }, (_, i) => `${mark(article, version)}의 문장 ${i}번이다.`);
  return `---\ntitle: ${mark(article, version)}\n---\n\n${sentences.join(' ')}\n`;
}

/** What stands in every sentence of a version of an article. */
export function mark(article: number, version: number): string {
  return `기사 ${article} 판 ${version}`;
}

/** The version of an article that a text is of. */
export function versionOf(text: string): number {
  return Number(/ 판 (\d+)의/.exec(text)?.[1]);
}
