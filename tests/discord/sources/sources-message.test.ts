import { describe, expect, it } from 'vitest';
import { articleMessage, listMessage, searchMessage, unknownMessage } from '../../../src/discord/sources/sources-message.ts';
import { articleOf, listOf } from './examples.ts';

const HOSTILE = '@everyone <@1> **굵게** [누르기](https://evil.example) `코드` || > # ';
const twelve = Array.from({ length: 12 }, (_, index) =>
  articleOf(`기사 ${index + 1}`, { date: `2024-01-${String(28 - index)}` }),
);

describe('the list', () => {
  it('has ten a page, newest first, with the number of all', async () => {
    const sources = await listOf(...twelve);
    const { content, embeds, components } = listMessage(sources, 1, 'ko');
    expect(content).toBe('**기사 12건** · 1/2쪽');
    const lines = JSON.stringify(embeds);
    expect(lines).toContain('1. 「기사 1」, 『바닷가 소식』, 2024. 1. 28.');
    expect(lines).not.toContain('기사 11');
    expect(JSON.stringify(components)).toContain('sources-page:2');
  });

  it('counts on over its pages', async () => {
    expect(JSON.stringify(listMessage(await listOf(...twelve), 2, 'ko').embeds)).toContain('12. 「기사 12」');
  });

  it.each([[3], [99], [Number.MAX_SAFE_INTEGER]])('shows the last page for page %i of two', async (page) => {
    expect(listMessage(await listOf(...twelve), page, 'en').content).toBe('**12 articles** · Page 2 of 2');
  });

  it.each([[0], [-4], [Number.NaN], [1.5]])('shows the first page for page %d', async (page) => {
    expect(listMessage(await listOf(...twelve), page, 'ko').content).toContain('1/2쪽');
  });

  it('says what to do when there is no article', async () => {
    expect(listMessage(await listOf(), 1, 'ko').content).toMatch(/색인된 기사가 없습니다.*`\/재색인`/);
    expect(listMessage(await listOf(), 1, 'en').content).toMatch(/`\/reindex`/);
  });

  it('fits into an embed, whatever the titles are', async () => {
    const long = articleOf(HOSTILE.repeat(20), { publisher: HOSTILE.repeat(20) });
    const sources = await listOf(...Array.from({ length: 10 }, (_, index) => ({ ...long, source: `${index}.md` })));
    const [embed] = listMessage(sources, 1, 'ko').embeds ?? [];
    const description = JSON.parse(JSON.stringify(embed)) as { description: string };
    expect(description.description.length).toBeLessThanOrEqual(4_096);
  });
});

describe('a search', () => {
  it('lists what matches', async () => {
    const { content, components } = searchMessage(await listOf(...twelve), '기사', 'ko');
    expect(content).toBe('**‘기사’ 검색 결과 12건**\n이 밖에 2건이 더 있습니다. 제목을 더 길게 적어 주세요.');
    expect(JSON.stringify(components)).toContain('sources-open');
  });

  it('shows the only match in full', async () => {
    const sources = await listOf(articleOf('솔섬 등대'), articleOf('귤 농사'));
    expect(searchMessage(sources, '등대', 'ko').content).toContain('솔섬 등대');
  });

  it('offers the nearest titles for an unknown one, and disarms what was typed', async () => {
    const sources = await listOf(articleOf('솔섬 등대'), articleOf('귤 농사'));
    const { content, components } = unknownMessage(sources, `${HOSTILE}솔섬 여객선 시간표`, 'ko');
    expect(content).toContain('찾지 못했습니다');
    expect(content).not.toMatch(/@everyone|<@1>|\]\(https/);
    expect(JSON.stringify(components)).toContain(`sources-show:${sources.key(articleOf('솔섬 등대'))}`);
  });
});

describe('one article', () => {
  it('shows everything that is known of it', async () => {
    const article = articleOf('솔섬 등대', {
      ...{
        reporter: '김솔 기자',
        url: 'https://example.org/a',
        source: '2024/섬_등대.md',
        copies: ['a.md', 'b.md', 'c.md', 'd.md'],
      },
    });
    const { content, embeds } = articleMessage(await listOf(article), article, 'ko');
    expect(content).toBe('**[「솔섬 등대」, 『바닷가 소식』, 2024. 1. 4.](<https://example.org/a>)**');
    const description = JSON.stringify(embeds);
    for (const known of ['김솔 기자', '3개', '2024/섬', 'abababababab', '<t:1795329000:f>', '외 1개'])
      expect(description).toContain(known);
  });

  it('says so when its file cannot be read at present', async () => {
    const article = articleOf('솔섬 등대', { hash: '' });
    expect(JSON.stringify(articleMessage(await listOf(article), article, 'en').embeds)).toContain('former text');
  });
});
