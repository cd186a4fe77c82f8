import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { article, folderOf } from '../e2e/support/articles.ts';
import { newcomer } from '../e2e/support/people.ts';
import { pings } from '../e2e/support/pings.ts';
import { shown } from '../e2e/support/read.ts';
import { quiet } from '../e2e/support/requests.ts';
import { startWorld, type World } from '../e2e/support/world.ts';
import { PATIENCE } from '../e2e/standin/patience.ts';
import { temporaryDirectory } from '../support/bundled-model.ts';
import { startChild } from '../support/child.ts';
import { Dice } from './language-model/dice.ts';
import type { Delays } from './main-loop/probe.ts';
import { percentile } from './process-kills/killing.ts';

const ARTICLES = 400;
const PARAGRAPHS = 27;
const CHUNKS = 10_000;
/** Goals in milliseconds; on a machine that is late with a process that does nothing, twice as late as that one. */
const GOALS = { share: 50, longest: 250 };
const BUSY_FACTOR = 2;
/** Ticks of five milliseconds that a run must have seen to say anything. */
const LEAST_TICKS = 200;
const HERE = import.meta.dirname;
const TSX = createRequire(import.meta.url).resolve('tsx');

const WORDS = '항구 도서관 시장 위원회 예산 공사 주민 학교 철도 축제 등대 병원 기록 계획 조사 여름 겨울 새벽'.split(' ');

/** An article of so many paragraphs, each of which is a chunk. */
function longArticle(number: number): string {
  const dice = new Dice(number);
  const sentence = (): string =>
    `${dice.pick(WORDS)} ${dice.pick(WORDS)}의 ${dice.number(2, 999)}번째 ${dice.pick(WORDS)}에서 ${dice.pick(WORDS)}를 ${dice.number(2, 99)}건 다루었다.`;
  const paragraph = (): string => Array.from({ length: 22 }, sentence).join(' ');
  return article(`기록 ${number}`, Array.from({ length: PARAGRAPHS }, paragraph).join('\n\n'));
}

function putArticles(folder: string): void {
  mkdirSync(join(folder, 'many'));
  for (let number = 0; number < ARTICLES; number += 1) writeFileSync(join(folder, 'many', `${number}.md`), longArticle(number));
}

/** Runs /reindex to its end with questions meanwhile; how many were answered. */
async function reindexWithQuestions({
  d,
  bot,
}: World): Promise<{ answered: number; report: { chunks: number; seconds: number } }> {
  const updates = (): string[] => bot.log.split('\n').filter((line) => line.includes('"msg":"index updated"'));
  const before = updates().length;
  const interaction = await d.slash('reindex', {}, { user: 'dave', locale: 'ko' });
  await interaction.ack();
  let answered = 0;
  while (updates().length === before) {
    const answer = await shown(
      await d.slash('ask', { question: '장수도서관은 언제 문을 열었나요?' }, { user: newcomer(d), locale: 'ko' }),
    );
    answered += Number(answer.content.includes('2023년 5월 3일'));
    await quiet(100);
  }
  return { answered, report: JSON.parse(updates().at(-1) ?? '{}') as { chunks: number; seconds: number } };
}

async function delaysOf(file: string, pid: number): Promise<{ p99: number; longest: number; ticks: number }> {
  const path = `${file}-${pid}.json`;
  await expect.poll(() => existsSync(path), { timeout: PATIENCE }).toBe(true);
  await quiet(100);
  const { ticks, longest } = JSON.parse(readFileSync(path, 'utf8')) as Delays;
  return { p99: percentile(ticks, 99), longest: Math.max(longest, ...ticks), ticks: ticks.length };
}

it.skipIf(process.platform === 'win32')(
  `G14: while ${CHUNKS} chunks are indexed, the loop that talks to Discord is never late`,
  async () => {
    const file = join(await temporaryDirectory(), 'delays');
    const articles = folderOf({
      'a.md': article('장수도서관', '장수도서관은 2023년 5월 3일에 문을 열었다. 시민 삼천 명이 찾았다.'),
    });
    const loaders = [TSX, join(HERE, 'main-loop/probe.ts')].map((path) => `--import=${pathToFileURL(path).href}`);
    const env = { EMBEDDING_MODEL: 'none', NODE_OPTIONS: loaders.join(' '), LOOP_DELAYS: file };
    const world = await startWorld({ articles, env });
    try {
      process.env['LOOP_DELAYS'] = file;
      const idle = startChild('../reliability/main-loop/idle.ts', []);
      await idle.until('ready');
      putArticles(articles);
      const both = [world.bot.pid ?? 0, idle.pid];
      for (const pid of both) process.kill(pid, 'SIGUSR2');
      const { answered, report } = await reindexWithQuestions(world);
      for (const pid of both) process.kill(pid, 'SIGUSR2');
      const [bot, nothing] = [await delaysOf(file, both[0]!), await delaysOf(file, both[1]!)];
      console.info(
        `G14: ${report.chunks} chunks in ${report.seconds.toFixed(1)} s, ${answered} questions answered meanwhile, delay of the loop p99 ${bot.p99.toFixed(1)} ms, longest ${bot.longest.toFixed(0)} ms (of a process that does nothing: ${nothing.p99.toFixed(1)} ms, ${nothing.longest.toFixed(0)} ms)`,
      );
      expect(report.chunks).toBeGreaterThanOrEqual(CHUNKS);
      expect(answered).toBeGreaterThan(0);
      expect(bot.ticks).toBeGreaterThan(LEAST_TICKS);
      expect(bot.p99).toBeLessThanOrEqual(Math.max(GOALS.share, BUSY_FACTOR * nothing.p99));
      expect(bot.longest).toBeLessThanOrEqual(Math.max(GOALS.longest, BUSY_FACTOR * nothing.longest));
      expect(pings(world.d)).toEqual([]);
    } finally {
      delete process.env['LOOP_DELAYS'];
      await world.stop();
      rmSync(articles, { recursive: true, force: true });
    }
  },
  300_000,
);
