import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { article, folderOf } from './support/articles.ts';
import { newcomer } from './support/people.ts';
import { shown } from './support/read.ts';
import { startWorld, type World } from './support/world.ts';
import { PATIENCE } from './standin/patience.ts';

const QUESTION = '솔섬 등대는 언제 문을 열었습니까?';
const SENTENCE = '1923년 5월';
const FAILED = '색인을 마치지 못했습니다. 이전 색인을 그대로 사용합니다.\n';

let articles: string;
let world: World;

beforeAll(async () => {
  articles = folderOf({ 'lighthouse.md': article('솔섬 등대', `솔섬 등대는 ${SENTENCE}에 처음 문을 열었다.`) });
  world = await startWorld({ articles, env: { EMBEDDING_MODEL: 'none' } });
});
afterEach(() => {
  world.d.assertClean();
});
afterAll(async () => {
  await world.stop();
  rmSync(articles, { recursive: true, force: true });
});

describe('/reindex', () => {
  it('D10: is refused to administrators of another server', async () => {
    const { d } = world;
    const elsewhere = d.joinGuild('elsewhere', { preferred_locale: 'ko' });
    // Its commands are those of the home server only; another server may have kept them from before.
    const kept = d.commands.guild.get(d.world.id('guild')) ?? [];
    d.commands.guild.set(
      elsewhere.id,
      kept.map((command) => ({ ...command, guild_id: elsewhere.id })),
    );
    const user = newcomer(d, { guild: 'elsewhere' });
    elsewhere.owner_id = user;
    const refused = await shown(await d.slash('reindex', {}, { user, channel: 'elsewhere/general', locale: 'en-US' }));
    expect(refused.content).toBe('The articles of this bot are looked after in another server. Run this there.');
    expect(refused.isEphemeral).toBe(true);
    expect(world.bot.log).toMatch(new RegExp(`"who":"${user}".*"msg":"refused"`));
  });

  const missing = (): void => undefined;
  const file = (): void => {
    writeFileSync(articles, 'x');
  };
  const empty = (): void => {
    mkdirSync(articles);
  };
  it.each([
    ['is missing', missing, /^기사 폴더.* 찾을 수 없습니다/],
    ['is a file', file, /^기사 폴더.* 파일이 있습니다/],
    ['is empty', empty, /^기사 폴더.* 쓸 수 있는 기사가 없어/],
  ])('A36: fails with the reason where the folder %s, and the index stays as it was', async (_, make, reason) => {
    rmSync(articles, { recursive: true, force: true });
    make();
    for (const mode of ['full', 'incremental']) {
      const interaction = await world.d.slash('reindex', { mode }, { user: 'dave', locale: 'ko' });
      const told = (): string | null => (interaction.original?.content.startsWith(FAILED) ? interaction.original.content : null);
      expect((await world.d.until(told, PATIENCE, () => 'no result')).slice(FAILED.length)).toMatch(reason);
    }
    expect((await shown(await world.d.slash('ask', { question: QUESTION }))).content).toContain(SENTENCE);
  });
});
