import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

/** What each release wrote (make-release.ts): articles, index, store. */
export const RELEASES = join(import.meta.dirname, '../../fixtures/releases');

/** The file of the store; beside it the id of the answer that it holds. */
export const RELEASED_STORE = 'store.sqlite';

/** The articles that are indexed in every release. */
export const RELEASED_ARTICLES = {
  'ferry.md': [
    ...['---', 'title: 다도해 여객선, 5월부터 하루 두 번 더 다닌다', 'publisher: 남해소식', 'date: 2026-03-02', '---', ''],
    '남해해운은 5월 1일부터 여수와 거문도를 잇는 여객선을 하루 두 번 더 띄운다고 밝혔다. 뱃삯은 어른 3만 6천 원으로 그대로다.',
    '섬 주민 대표 윤가람은 "병원에 가는 날 하루를 다 쓰지 않아도 된다"고 말했다.',
  ].join('\n'),
  'bridge.txt':
    'Harbour bridge reopens\n\nThe Harbour bridge reopened on Monday after repairs that took seven months. The repairs cost 4.2 million euros, the city said.\n',
};

/** A question that the articles answer, and what stands in the quote. */
export const RELEASED_QUESTION = { question: '거문도 여객선 뱃삯은 얼마인가요?', quote: '3만 6천 원' };

/** Databases are mostly empty pages: they are kept compressed. */
const PACKED = '.gz';

/** Compresses the databases of a folder where they are. */
export function pack(directory: string): void {
  replace(directory, '.sqlite', (path, bytes) => {
    writeFileSync(path + PACKED, gzipSync(bytes));
  });
}

/** Puts what a release wrote into a folder, as it wrote it. */
export function unpack(version: string, directory: string): void {
  cpSync(join(RELEASES, version), directory, { recursive: true });
  replace(directory, PACKED, (path, bytes) => {
    writeFileSync(path.slice(0, -PACKED.length), gunzipSync(bytes));
  });
}

function replace(directory: string, ending: string, write: (path: string, bytes: Buffer) => void): void {
  const names = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(ending));
  for (const path of names.map((name) => join(directory, name))) {
    write(path, readFileSync(path));
    rmSync(path);
  }
}
