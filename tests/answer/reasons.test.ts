import { describe, expect, it } from 'vitest';
import { archiveOf, type Archive } from '../../src/answer/archive.ts';
import { reasonOf, type Period } from '../../src/answer/reasons.ts';
import type { Hit } from '../../src/search/retriever.ts';
import { hitOf, retrievalOf } from '../support/hits.ts';

const DATES = { first: '2023-03-01', last: '2024-06-30' };
const UNKNOWN = 7;
const ARCHIVE: Archive = { dates: DATES, allDated: true, unknownWeight: UNKNOWN };
const TEXT = '솔섬 등대가 다시 켜졌다. 수리에는 여러 달이 걸렸다.';

/** The reason for a question over one article; the terms that stand in it are known, all others are not. */
function reason(
  question: string,
  { hits = [hitOf(TEXT)], period = {}, archive = ARCHIVE }: { hits?: Hit[]; period?: Period; archive?: Archive } = {},
) {
  const retrieval = retrievalOf(question, hits);
  const idf = new Map([...retrieval.idf.keys()].map((term) => [term, TEXT.includes(term.replace('=', '')) ? 1 : UNKNOWN]));
  return reasonOf({ ...retrieval, idf }, archive, period);
}

describe('a question is not answered', () => {
  it('because the year in it lies outside of the articles, which is said with their dates', () => {
    expect(reason('2002년 솔섬 등대는 어땠나요?')).toEqual({ reason: 'outside-dates', details: { dates: DATES, name: null } });
    expect(reason('솔섬 등대는 2031년에 어떻게 되나요?').reason).toBe('outside-dates');
    expect(reason('2024년에 솔섬 등대는 어땠나요?').reason).not.toBe('outside-dates');
  });

  it('for another reason when some article has no date: it may be of that year', () => {
    const archive = { ...ARCHIVE, allDated: false };
    expect(reason('2002년 솔섬 등대는 어땠나요?', { archive }).reason).toBe('fact-not-given');
    expect(reason('솔섬 등대 소식은?', { hits: [], period: { since: '2024-07-01' }, archive })).toEqual({
      reason: 'outside-dates',
      details: { dates: null, name: null },
    });
  });

  it('for another reason when an article speaks of that year', () => {
    const hits = [hitOf(`${TEXT} 등대는 2002년에 세워졌다.`)];
    expect(reason('2002년 솔섬 등대는 누가 세웠나요?', { hits }).reason).toBe('fact-not-given');
  });

  it('because the period asked for lies outside', () => {
    expect(reason('솔섬 등대 소식은?', { hits: [], period: { since: '2024-07-01' } }).reason).toBe('outside-dates');
    expect(reason('솔섬 등대 소식은?', { hits: [], period: { until: '2023-02-28' } }).reason).toBe('outside-dates');
    expect(reason('솔섬 등대 소식은?', { hits: [], period: { since: '2024-06-30' } }).reason).not.toBe('outside-dates');
  });

  it('because something it names stands in no article', () => {
    expect(reason('백록담호의 선장은 누구인가요?')).toEqual({
      reason: 'unknown-name',
      details: { dates: null, name: '백록담호' },
    });
    expect(reason('솔섬에서 백록담호를 만든 사람은 누구야?').details.name).toBe('백록담호');
  });

  it('because something it names in Latin letters stands in no article', () => {
    expect(reason('솔섬 등대에서 QXZ를 만든 사람은 누구야?').details.name).toBe('QXZ');
  });

  it('because the articles speak of it and do not say that', () => {
    expect(reason('솔섬 등대의 높이는 얼마인가요?').reason).toBe('fact-not-given');
  });

  it('because it names nothing', () => {
    for (const question of ['뭐야?', '알려 줘', '가격은?', 'why?']) expect(reason(question).reason).toBe('too-vague');
  });

  it('by an article in another script for no certain reason: names are written otherwise there', () => {
    expect(reason('Who is the captain of the Seagull?').reason).not.toBe('unknown-name');
  });
});

describe('what is known of all articles', () => {
  const reader = (dates: (string | null)[]) => ({
    articles: () => Promise.resolve(dates.map((date) => ({ ...hitOf(TEXT).chunk.article, date }))),
    idf: (terms: readonly string[]) => Promise.resolve(new Map(terms.map((term) => [term, UNKNOWN]))),
  });

  it('is the first and the last day, and the weight of an unknown term', async () => {
    expect(await archiveOf(reader(['2024-06-30', '2023-03-01']))).toEqual(ARCHIVE);
    expect(await archiveOf(reader(['2024-06-30', null, '2023-03-01']))).toEqual({ ...ARCHIVE, allDated: false });
    expect(await archiveOf(reader([null]))).toEqual({ dates: null, allDated: false, unknownWeight: UNKNOWN });
  });

  it('is read once for each generation', async () => {
    const one = reader(['2024-01-01']);
    let reads = 0;
    const counting = { ...one, articles: () => ((reads += 1), one.articles()) };
    await archiveOf(counting);
    await archiveOf(counting);
    expect(reads).toBe(1);
  });
});
