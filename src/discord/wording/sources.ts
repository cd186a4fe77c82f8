import { counted, figure } from './figures.ts';
import type { Localized } from './localized.ts';

/** What the bot says about the articles it knows. Titles and names come in escaped. */
export interface SourcesWords {
  count: (articles: number) => string;
  page: (number: number, of: number) => string;
  previous: string;
  next: string;
  open: string;
  empty: string;
  found: (text: string, matches: number) => string;
  more: (hidden: number) => string;
  unknown: (text: string) => string;
  nearest: string;
  gone: string;
  reporter: string;
  passages: string;
  passageCount: (chunks: number) => string;
  file: string;
  copies: (names: string, hidden: number) => string;
  hash: string;
  /** For a text whose file cannot be read at present. */
  noHash: string;
  indexed: string;
  read: string;
  facts: string;
}

export const sourcesWords: Localized<SourcesWords> = {
  ko: {
    count: (articles) => `기사 ${figure(articles, 'ko')}건`,
    page: (number, of) => `${figure(number, 'ko')}/${figure(of, 'ko')}쪽`,
    previous: '이전',
    next: '다음',
    open: '자세히 볼 기사를 고르세요.',
    empty: '색인된 기사가 없습니다. 기사 폴더에 기사를 넣은 뒤, 서버 관리 권한이 있는 분이 `/재색인`을 실행해 주세요.',
    found: (text, matches) => `‘${text}’ 검색 결과 ${figure(matches, 'ko')}건`,
    more: (hidden) => `이 밖에 ${figure(hidden, 'ko')}건이 더 있습니다. 제목을 더 길게 적어 주세요.`,
    unknown: (text) => `‘${text}’에 맞는 기사를 찾지 못했습니다. 입력하면 나오는 목록에서 고르거나 제목의 일부를 적어 주세요.`,
    nearest: '비슷한 제목의 기사입니다.',
    gone: '색인에서 빠진 기사입니다. `/출처 목록`에서 지금 있는 기사를 볼 수 있습니다.',
    reporter: '기자',
    passages: '단락',
    passageCount: (chunks) => `${figure(chunks, 'ko')}개`,
    file: '파일',
    copies: (names, hidden) => `같은 내용의 파일: ${names}${hidden > 0 ? ` 외 ${figure(hidden, 'ko')}개` : ''}`,
    hash: '해시',
    noHash: '파일을 읽지 못해 이전 내용을 사용하고 있습니다.',
    indexed: '색인',
    read: '단락 읽기',
    facts: '기사 정보',
  },
  en: {
    count: (articles) => counted(articles, 'article'),
    page: (number, of) => `Page ${figure(number, 'en')} of ${figure(of, 'en')}`,
    previous: 'Previous',
    next: 'Next',
    open: 'Choose an article to see more of it.',
    empty:
      'No articles are indexed. Put articles into the articles folder; then someone who manages this server has to run `/reindex`.',
    found: (text, matches) => `${counted(matches, 'article')} for “${text}”`,
    more: (hidden) => `There ${hidden === 1 ? 'is' : 'are'} ${figure(hidden, 'en')} more. Write more of the title.`,
    unknown: (text) =>
      `No article fits “${text}”. Choose one of the list that appears while you type, or write a part of its title.`,
    nearest: 'These titles are similar.',
    gone: 'This article is not in the index any more. `/sources list` shows those that are.',
    reporter: 'Reporter',
    passages: 'Passages',
    passageCount: (chunks) => figure(chunks, 'en'),
    file: 'File',
    copies: (names, hidden) => `Files with the same content: ${names}${hidden > 0 ? ` and ${figure(hidden, 'en')} more` : ''}`,
    hash: 'Hash',
    noHash: 'The file cannot be read; its former text is in use.',
    indexed: 'Indexed',
    read: 'Read the passages',
    facts: 'About the article',
  },
};

/** Names and descriptions of the command, as Discord shows them. */
export const sourcesDeclaration = {
  command: {
    name: 'sources',
    name_localizations: { ko: '출처' },
    description: 'The articles that answers come from',
    description_localizations: { ko: '답변에 쓰이는 기사를 보여 줍니다' },
  },
  list: {
    name: 'list',
    name_localizations: { ko: '목록' },
    description: 'All articles, newest first',
    description_localizations: { ko: '모든 기사를 최신순으로 보여 줍니다' },
  },
  search: {
    name: 'search',
    name_localizations: { ko: '검색' },
    description: 'Finds articles by their titles',
    description_localizations: { ko: '제목으로 기사를 찾습니다' },
  },
  show: {
    name: 'show',
    name_localizations: { ko: '보기' },
    description: 'Everything known about one article',
    description_localizations: { ko: '기사 한 건의 정보를 보여 줍니다' },
  },
  title: {
    name: 'title',
    name_localizations: { ko: '제목' },
    description: 'A part of the title; spaces and particles do not matter',
    description_localizations: { ko: '제목의 일부. 띄어쓰기와 조사는 달라도 됩니다' },
  },
  article: {
    name: 'article',
    name_localizations: { ko: '기사' },
    description: 'The article, from the list that appears while you type',
    description_localizations: { ko: '입력하면 나오는 목록에서 고르는 기사' },
  },
};
