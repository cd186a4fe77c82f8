import { describe, expect, it, vi } from 'vitest';
import { SourceList } from '../../../src/discord/sources/source-list.ts';
import { appWith, articleOf, listOf, silent, statusOf } from './examples.ts';

const titlesOf = (articles: readonly { title: string }[]): string[] => articles.map(({ title }) => title);

describe('the list of sources', () => {
  it('lists the newest first and articles without a date last', async () => {
    const sources = await listOf(
      articleOf('옛 기사', { date: '2019-05-01' }),
      articleOf('날짜 없는 기사', { date: null }),
      articleOf('새 기사', { date: '2024-05-01' }),
    );
    expect(titlesOf(sources.all())).toEqual(['새 기사', '옛 기사', '날짜 없는 기사']);
    expect(sources.search(' ')).toEqual(sources.all());
  });

  it('finds an article by its key', async () => {
    const sources = await listOf(articleOf('하나'), articleOf('둘'));
    const [first] = sources.all();
    expect(sources.key(first!)).toMatch(/^[0-9a-f]{12}$/);
    expect(sources.find(sources.key(first!))).toBe(first);
    expect(sources.withKey('없는 열쇠')).toBeUndefined();
  });

  it('reads the list again when an answer comes from another generation', async () => {
    const app = appWith([articleOf('하나')], 3);
    const sources = new SourceList(app, silent);
    await sources.refresh();
    sources.noticeGeneration('generation-000003');
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(app.reads).toBe(1);
    sources.noticeGeneration('generation-000004');
    await vi.waitFor(() => {
      expect(app.reads).toBe(2);
    });
  });

  it('shares one reading among those who ask at the same time', async () => {
    const app = appWith([articleOf('하나')]);
    const sources = new SourceList(app, silent);
    await Promise.all([sources.refresh(), sources.refresh()]);
    expect(app.reads).toBe(1);
  });

  it('keeps the list when the engine does not answer', async () => {
    const app = appWith([articleOf('하나')]);
    const sources = new SourceList(app, silent);
    await sources.refresh();
    app.sources = () => Promise.reject(new Error('no answer'));
    await expect(sources.refresh()).rejects.toThrow('no answer');
    sources.noticeGeneration('generation-000009');
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(titlesOf(sources.all())).toEqual(['하나']);
    expect(sources.status()).toEqual(statusOf(1));
  });

  it('is empty before it was read', () => {
    const sources = new SourceList(appWith([]), silent);
    expect([sources.isLoaded, sources.all(), sources.search('하나'), sources.nearest('하나', 3)]).toEqual([false, [], [], []]);
    expect(sources.complete('하나', 'ko')).toEqual([]);
  });
});

describe('a search for titles', () => {
  const TITLE = '솔섬 등대의 마지막 등대지기';

  it.each([
    ['in full', '솔섬 등대의 마지막 등대지기'],
    ['with other spaces', '솔섬등대의 마지막등대지기'],
    ['from the beginning', '솔섬 등대의'],
    ['without a particle that is there', '솔섬 등대 마지막'],
    ['with a particle that is not there', '솔섬의 등대지기를'],
    ['in another order', '등대지기 솔섬'],
    ['in compatibility characters', '솔섬\u3000등대의'],
    ['by its outlet', '바닷가 소식'],
  ])('finds a title %s', async (_, typed) => {
    const sources = await listOf(
      articleOf('감귤 농사', { publisher: '귤밭 신문' }),
      articleOf(TITLE),
      articleOf('사과 농사', { publisher: null }),
    );
    expect(titlesOf(sources.search(typed))[0]).toBe(TITLE);
  });

  it('forgives case, width and Hanja', async () => {
    const sources = await listOf(articleOf('The Last Keeper of KBS ２０２４'), articleOf('韓國의 섬'));
    expect(titlesOf(sources.search('last keeper of kbs 2024'))).toEqual(['The Last Keeper of KBS ２０２４']);
    expect(titlesOf(sources.search('한국'))).toEqual(['韓國의 섬']);
  });

  it('finds nothing for words that no title has', async () => {
    const sources = await listOf(articleOf(TITLE));
    expect(sources.search('우주선')).toEqual([]);
    expect(sources.find('우주선')).toBeUndefined();
  });

  it('puts the better match first, and the newer one of two equally good ones', async () => {
    const sources = await listOf(
      articleOf('귤 농사가 시작됐다', { date: '2020-01-01' }),
      articleOf('귤 농사', { date: '2010-01-01' }),
      articleOf('귤 농사가 끝났다', { date: '2024-01-01' }),
    );
    expect(titlesOf(sources.search('귤 농사'))).toEqual(['귤 농사', '귤 농사가 끝났다', '귤 농사가 시작됐다']);
  });

  it('means an article only where nothing else can be meant', async () => {
    const sources = await listOf(articleOf('귤 농사가 시작됐다'), articleOf('귤 농사가 끝났다'), articleOf('솔섬 등대'));
    expect(sources.find('귤 농사')).toBeUndefined();
    expect(sources.find('농사 끝났다')?.title).toBe('귤 농사가 끝났다');
    expect(sources.find('솔섬')?.title).toBe('솔섬 등대');
  });

  it('knows the nearest titles of one that is not there', async () => {
    const sources = await listOf(articleOf('귤 농사가 시작됐다'), articleOf('솔섬 등대'));
    expect(titlesOf(sources.nearest('솔섬 여객선 운항 시간표 안내', 3))).toEqual(['솔섬 등대']);
  });

  it('finds one among ten thousand', async () => {
    const many = Array.from({ length: 10_000 }, (_, index) =>
      articleOf(`${index}번째 마을의 귤 농사와 바다 이야기`, { source: `${index}.md` }),
    );
    const sources = await listOf(...many);
    expect(sources.complete('4321번째 마을', 'ko')[0]?.value).toBe(sources.key({ source: '4321.md' }));
  });
});

describe('choices', () => {
  it('name title, outlet and day in the language', async () => {
    const sources = await listOf(articleOf('솔섬 등대'));
    expect(sources.complete('', 'ko')).toEqual([
      { name: '「솔섬 등대」, 『바닷가 소식』, 2024. 1. 4.', value: sources.key(sources.all()[0]!) },
    ]);
    expect(sources.complete('', 'en')[0]?.name).toBe('“솔섬 등대”, 바닷가 소식, 4 Jan 2024');
  });

  it('keep to the limits of Discord', async () => {
    const long = '👩‍👩‍👧‍👦'.repeat(30) + '가'.repeat(300);
    const articles = Array.from({ length: 40 }, (_, index) =>
      articleOf(long, { source: `${'폴더/'.repeat(40)}${index}.md`, publisher: long }),
    );
    const choices = (await listOf(...articles)).complete('', 'ko');
    expect(choices).toHaveLength(25);
    for (const { name, value } of choices) {
      expect(Array.from(name).length).toBeLessThanOrEqual(100);
      expect(name.isWellFormed()).toBe(true);
      expect(value).toMatch(/^[0-9a-f]{12}$/);
    }
    expect(new Set(choices.map(({ name }) => name)).size).toBe(25);
  });
});
