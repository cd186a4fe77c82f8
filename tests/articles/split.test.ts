import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { SPLITTER_VERSION, splitDocument } from '../../src/articles/split.ts';
import { splitSentences } from '../../src/text/sentences.ts';
import type { Document } from '../../src/types.ts';

const LONGEST_CHUNK = 1000;
const SENTENCE = '오늘 아침 시장에는 사람이 아주 많이 모여 있었다.';

function documentOf(text: string, headings: Document['headings'] = []): Document {
  return { source: 'a.md', text, headings, warnings: [], title: '제목', publisher: null, reporter: null, date: null, url: null };
}

function paragraph(sentences: number): string {
  return Array.from({ length: sentences }, () => SENTENCE).join(' ');
}

function textsOf(document: Document): string[] {
  return splitDocument(document).map((chunk) => document.text.slice(chunk.start, chunk.end));
}

/** Joins lines; those that begin with '#' are headings of the level that the number of signs tells. */
function outline(...lines: string[]): Document {
  const headings: Document['headings'] = [];
  let text = '';
  for (const line of lines) {
    const level = /^#*/.exec(line)?.[0].length ?? 0;
    if (level > 0) headings.push({ start: text.length, level });
    text += `${line.slice(level)}\n`;
  }
  return documentOf(text, headings);
}

describe('a document', () => {
  it('of one paragraph up to 750 characters stays whole', () => {
    for (const sentences of [1, 10, 26]) expect(splitDocument(documentOf(paragraph(sentences)))).toHaveLength(1);
  });

  it('without text has no chunks', () => {
    expect(splitDocument(documentOf(' \n '))).toEqual([]);
  });

  it('is split between paragraphs rather than inside one', () => {
    const paragraphs = [12, 14, 15, 13].map(paragraph);
    const chunks = textsOf(documentOf(paragraphs.join('\n')));
    expect(chunks.length).toBeGreaterThan(1);
    expect(chunks.flatMap((chunk) => chunk.split('\n'))).toEqual(paragraphs);
  });

  it('has no remnant as its last chunk', () => {
    for (let sentences = 1; sentences < 80; sentences += 1) {
      const chunks = textsOf(documentOf(paragraph(sentences)));
      if (chunks.length > 1) expect(chunks.at(-1)?.length).toBeGreaterThan(112);
    }
  });

  it('has no remnant even where chunks are far from the target', () => {
    const text = `${'가나다라마바사 '.repeat(45)}끝났다.\n아주 짧은 문장이 하나 더 남아 있었다.`;
    expect(splitDocument(documentOf(text), { target: 100, maximum: 1000 })).toHaveLength(1);
  });

  it('is split into chunks of about the given target', () => {
    const chunks = splitDocument(documentOf(paragraph(60)), { target: 200, maximum: 300 });
    for (const chunk of chunks) {
      expect(chunk.end - chunk.start).toBeGreaterThan(150);
      expect(chunk.end - chunk.start).toBeLessThan(400);
    }
  });
});

describe('a heading', () => {
  it('begins a chunk', () => {
    const document = outline('#하나', paragraph(14), '#둘', paragraph(14));
    expect(textsOf(document).map((chunk) => chunk.split('\n')[0])).toEqual(['하나', '둘']);
  });

  it('keeps sections apart that would fit into one chunk but fill two well', () => {
    expect(splitDocument(outline('#하나', paragraph(12), '#둘', paragraph(12)))).toHaveLength(2);
    expect(splitDocument(documentOf([paragraph(12), paragraph(12)].join('\n')))).toHaveLength(1);
  });

  it('never ends a chunk', () => {
    const document = outline(...Array.from({ length: 30 }, (_, index) => [`##제목 ${index}`, paragraph((index * 7) % 11)]).flat());
    const ends = new Set(document.headings.map(({ start }) => document.text.indexOf('\n', start)));
    for (const chunk of splitDocument(document)) if (chunk.end < document.text.trimEnd().length) expect(ends.has(chunk.end)).toBe(false);
  });

  it('names the sections of its chunks, outermost first', () => {
    const document = outline('#하나', '##안쪽', paragraph(14), '##다른 안쪽', paragraph(14), '#둘', paragraph(14));
    expect(splitDocument(document).map((chunk) => chunk.headings)).toEqual([['하나', '안쪽'], ['하나', '다른 안쪽'], ['둘']]);
  });

  it('shares a chunk with others when the sections are small', () => {
    const document = outline('#하나', SENTENCE, '#둘', SENTENCE, '#셋', SENTENCE);
    expect(splitDocument(document)).toHaveLength(1);
  });
});

describe('an interview', () => {
  it('keeps each question with the start of its answer', () => {
    const exchanges = [9, 13, 11, 15, 8].map((sentences, index) => `-${index + 1}번 질문을 드린다. 어떻게 보나.\n▲${paragraph(sentences)}`);
    const chunks = textsOf(documentOf(exchanges.join('\n')));
    expect(chunks.length).toBeGreaterThan(2);
    for (const chunk of chunks) {
      expect(chunk).toMatch(/^-/u);
      expect(chunk).not.toMatch(/보나\.$/u);
    }
  });
});

describe('every document', () => {
  it('of narrow characters has no chunk beyond what a message shows', () => {
    const text = Array.from({ length: 80 }, () => 'This is a short sentence of an English article.').join(' ');
    for (const chunk of splitDocument(documentOf(text), { target: 5000, maximum: 9000 })) {
      expect(chunk.end - chunk.start).toBeLessThanOrEqual(LONGEST_CHUNK);
    }
  });
});

it('the splitter has a version for the fingerprint of an index', () => {
  expect(SPLITTER_VERSION).toMatch(/^split-\d+$/);
});

const KORQUAD = new URL('../../../shared/eval/KorQuAD_v1.0_dev.json', import.meta.url);
const Korquad = z.object({
  data: z.array(
    z.object({
      paragraphs: z.array(
        z.object({ context: z.string(), qas: z.array(z.object({ answers: z.array(z.object({ answer_start: z.number(), text: z.string() })) })) }),
      ),
    }),
  ),
});

describe.skipIf(!existsSync(KORQUAD))('the paragraphs of KorQuAD (skipped where ../shared is missing)', () => {
  const paragraphs = existsSync(KORQUAD) ? Korquad.parse(JSON.parse(readFileSync(KORQUAD, 'utf8'))).data.flatMap((entry) => entry.paragraphs) : [];

  it('have their answers inside one sentence', () => {
    let inside = 0;
    let total = 0;
    for (const { context, qas } of paragraphs) {
      const sentences = splitSentences(context);
      for (const { answer_start: start, text } of qas.flatMap((question) => question.answers)) {
        total += 1;
        if (sentences.some((sentence) => sentence.start <= start && start + text.length <= sentence.end)) inside += 1;
      }
    }
    expect(inside / total).toBeGreaterThanOrEqual(0.999);
  });

  it('stay whole up to 750 characters', () => {
    const short = paragraphs.filter(({ context }) => context.length <= 750);
    expect(short.filter(({ context }) => splitDocument(documentOf(context)).length > 1)).toEqual([]);
  });
});
