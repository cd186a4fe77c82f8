import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { parseQuestions } from '../../src/eval/questions.ts';

describe('questions in JSON Lines', () => {
  it('have answers, articles, an id and a kind', () => {
    const line = { id: 'q1', question: '왜?', answers: ['비', '눈'], articles: ['a.md'], kind: 'cause', more: 1 };
    expect(parseQuestions(JSON.stringify(line), 'q.jsonl')).toEqual([
      { id: 'q1', question: '왜?', answers: ['비', '눈'], articles: ['a.md'], kind: 'cause', smallTalk: false },
    ]);
  });

  it('need only the question', () => {
    expect(parseQuestions('\n{"question": "왜?"}\n\n', 'q.jsonl')).toEqual([
      { id: '2', question: '왜?', answers: [], articles: [], kind: 'question', smallTalk: false },
    ]);
  });

  it('may be no questions but small talk', () => {
    expect(parseQuestions('{"question": "안녕", "smallTalk": true}', 'q.jsonl')[0]).toMatchObject({ smallTalk: true });
    expect(parseQuestions('question,smallTalk\n안녕,true\n', 'q.csv')[0]).toMatchObject({ smallTalk: true });
  });

  it('may have numbers as ids', () => {
    expect(parseQuestions('{"id": 7, "question": "왜?"}', 'q.jsonl')[0]).toMatchObject({ id: '7' });
  });

  it.each([
    ['{"question": "x"}\n{"question"', 'q.jsonl, line 2: not JSON'],
    ['{"question": ""}', 'q.jsonl, line 1'],
    ['{"answers": ["x"]}', 'q.jsonl, line 1'],
    ['{"question": "x", "answers": "y"}', 'q.jsonl, line 1'],
  ])('cannot be %j', (text, message) => {
    expect(() => parseQuestions(text, 'q.jsonl')).toThrow(UsageError);
    expect(() => parseQuestions(text, 'q.jsonl')).toThrow(message);
  });
});

describe('questions in CSV', () => {
  const questions = (text: string) => parseQuestions(text, 'Questions.CSV');

  it('have a header line, and several answers or articles apart by |', () => {
    expect(questions('id,question,answers,articles\nq1,왜?,비|눈,a.md | b.md\n')).toEqual([
      { id: 'q1', question: '왜?', answers: ['비', '눈'], articles: ['a.md', 'b.md'], kind: 'question', smallTalk: false },
    ]);
  });

  it('may be quoted, with commas, quotation marks and line breaks inside', () => {
    expect(questions('question,answers\n"그는 ""왜"", 라고\n물었나?","1,200|1200"\n')).toMatchObject([
      { question: '그는 "왜", 라고\n물었나?', answers: ['1,200', '1200'] },
    ]);
  });

  it('may have empty cells, empty lines, carriage returns and a byte order mark', () => {
    expect(questions('\uFEFFquestion,answers,kind\r\n왜?,,\r\n\r\n어디?,강가,place\r\n')).toMatchObject([
      { id: '2', question: '왜?', answers: [], articles: [], kind: 'question', smallTalk: false },
      { id: expect.any(String) as string, question: '어디?', answers: ['강가'], articles: [], kind: 'place' },
    ]);
  });

  it('are named by their line when they cannot be used', () => {
    expect(() => questions('question,answers\n왜?,비\n,눈\n')).toThrow('Questions.CSV, line 3');
  });

  it('come back as they were written', () => {
    const text = fc
      .string({ unit: fc.constantFrom('가', 'a', ',', '"', '\n', ' '), minLength: 1, maxLength: 10 })
      .map((each) => `x${each}x`);
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 5 }), (pairs) => {
        const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
        const csv = ['question,answers', ...pairs.map((pair) => pair.map(quoted).join(','))].join('\n');
        expect(questions(csv).map(({ question, answers }) => [question, ...answers])).toEqual(pairs);
      }),
    );
  });
});
