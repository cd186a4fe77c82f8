import type { IndexReport, Progress } from '../../indexing/reindex.ts';
import { counted, figure } from './figures.ts';
import type { Localized } from './localized.ts';

/** What the bot says around index updates. Names, reasons and times come in ready to be shown. */
export interface ReindexWords {
  running: (full: boolean) => string;
  phases: Readonly<Record<Progress['phase'], string>>;
  cancel: string;
  cancelling: string;
  cancelled: string;
  notRunning: string;
  alreadyRunning: (since: string, by: string) => string;
  elsewhere: string;
  /** Who started an update: somebody of this server, of another one, the folder watcher, the program itself. */
  otherServer: string;
  watcher: string;
  program: string;
  failed: (reason: string) => string;
  done: (report: IndexReport) => string;
  nothingNew: string;
  totals: (report: IndexReport) => string;
  failures: string;
  warnings: string;
  hidden: (count: number) => string;
  late: (person: string) => string;
}

export const reindexWords: Localized<ReindexWords> = {
  ko: {
    running: (full) => (full ? '모든 기사를 다시 색인하고 있습니다…' : '바뀐 기사를 색인하고 있습니다…'),
    phases: { reading: '읽는 중', embedding: '임베딩', publishing: '게시' },
    cancel: '취소',
    cancelling: '색인을 멈추도록 했습니다. 이전 색인을 그대로 사용합니다.',
    cancelled: '색인을 취소했습니다. 이전 색인을 그대로 사용합니다.',
    notRunning: '진행 중인 색인이 없습니다.',
    alreadyRunning: (since, by) =>
      `이미 색인을 하고 있습니다. ${since}에 시작했습니다. (시작: ${by}) 끝난 뒤 다시 실행해 주세요.`,
    elsewhere: '이 봇의 기사는 다른 서버에서 관리합니다. 그 서버에서 실행해 주세요.',
    otherServer: '다른 서버의 관리자',
    watcher: '폴더 감시',
    program: '기사봇',
    failed: (reason) => `색인을 마치지 못했습니다. 이전 색인을 그대로 사용합니다.\n${reason}`,
    done: ({ added, updated, deleted, skipped, failed }) =>
      `색인을 마쳤습니다. 추가 ${ko(added)}건, 수정 ${ko(updated)}건, 삭제 ${ko(deleted)}건, 변경 없음 ${ko(skipped)}건, 제외 ${ko(failed.length)}건`,
    nothingNew: '바뀐 기사가 없어 이전 색인을 그대로 사용합니다.',
    totals: ({ articles, chunks, seconds, generation }) =>
      `기사 ${ko(articles)}건 · 단락 ${ko(chunks)}개 · ${ko(tenths(seconds))}초 · ${generation}`,
    failures: '제외한 파일과 이유',
    warnings: '알아 둘 점',
    hidden: (count) => `이 밖에 ${ko(count)}건이 더 있습니다. \`npm run sources\`로 모두 볼 수 있습니다.`,
    late: (person) => `${person} 님이 실행한 색인이 끝났습니다.`,
  },
  en: {
    running: (full) => (full ? 'Indexing all articles anew…' : 'Indexing changed articles…'),
    phases: { reading: 'reading', embedding: 'embedding', publishing: 'publishing' },
    cancel: 'Cancel',
    cancelling: 'The index update is being stopped. The index stays as it was.',
    cancelled: 'The index update was cancelled. The index is as it was.',
    notRunning: 'No index update is running.',
    alreadyRunning: (since, by) =>
      `An index update is already running since ${since}, started by ${by}. Try again when it is done.`,
    elsewhere: 'The articles of this bot are looked after in another server. Run this there.',
    otherServer: 'an administrator of another server',
    watcher: 'the folder watcher',
    program: 'gisabot itself',
    failed: (reason) => `The index update did not finish. The index is as it was.\n${reason}`,
    done: ({ added, updated, deleted, skipped, failed }) =>
      `The index is up to date: ${en(added)} added, ${en(updated)} updated, ${en(deleted)} deleted, ${en(skipped)} skipped (unchanged), ${en(failed.length)} failed`,
    nothingNew: 'No article changed; the index is as it was.',
    totals: ({ articles, chunks, seconds, generation }) =>
      `${counted(articles, 'article')} · ${counted(chunks, 'passage')} · ${en(tenths(seconds))} s · ${generation}`,
    failures: 'Files that were left out, and why',
    warnings: 'Notes',
    hidden: (count) => `There ${count === 1 ? 'is' : 'are'} ${en(count)} more; \`npm run sources\` lists them all.`,
    late: (person) => `The index update that ${person} started is done.`,
  },
};

function ko(value: number): string {
  return figure(value, 'ko');
}

function en(value: number): string {
  return figure(value, 'en');
}

function tenths(seconds: number): number {
  return Math.round(seconds * 10) / 10;
}

/** Names and descriptions of the command, as Discord shows them. */
export const reindexDeclaration = {
  command: {
    name: 'reindex',
    name_localizations: { ko: '재색인' },
    description: 'Brings the index up to date with the articles folder (administrators)',
    description_localizations: { ko: '기사 폴더에 맞게 색인을 갱신합니다(관리자용)' },
  },
  mode: {
    name: 'mode',
    name_localizations: { ko: '방식' },
    description: 'How much to index; changed articles unless chosen',
    description_localizations: { ko: '색인할 범위. 고르지 않으면 바뀐 기사만' },
  },
  incremental: { name: 'Changed articles', name_localizations: { ko: '바뀐 기사만' }, value: 'incremental' },
  full: { name: 'All articles', name_localizations: { ko: '전체 다시' }, value: 'full' },
};
