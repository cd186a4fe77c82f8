import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readQuestions } from '../../src/cli/batch.ts';
import { UsageError } from '../../src/errors.ts';
import { temporaryDirectory } from '../support/bundled-model.ts';

async function read(content: string) {
  const batch = join(await temporaryDirectory(), 'batch.jsonl');
  await writeFile(batch, content);
  return readQuestions({ question: undefined, batch });
}

describe('the questions of the command line', () => {
  it('are the one that is given', async () => {
    expect(await readQuestions({ question: '왜?', batch: undefined })).toEqual([{ id: null, question: '왜?' }]);
  });

  it('are the lines of a file, in order, with their ids', async () => {
    expect(
      await read('{"id":"b","question":"1"}\n{"id":3,"question":"2","more":[]}\n{"question":"3"}\n{"id":null,"question":""}'),
    ).toEqual([
      { id: 'b', question: '1' },
      { id: 3, question: '2' },
      { id: null, question: '3' },
      { id: null, question: '' },
    ]);
  });

  it('may start with a byte order mark, end with carriage returns and have empty lines between them', async () => {
    expect(await read('\uFEFF{"question":"1"}\r\n\r\n  \n{"question":"2"}\r\n')).toHaveLength(2);
  });

  it('are none in an empty file', async () => {
    expect(await read('')).toEqual([]);
  });

  it.each([
    ['{"id": "1"', 'line 2: not JSON'],
    ['{"id": "1"}', 'line 2: an object with "question"'],
    ['["question"]', 'line 2: an object'],
    ['null', 'line 2: an object'],
    ['{"question": 1}', 'line 2: an object'],
    ['{"id": {}, "question": "x"}', 'line 2: an object'],
  ])('cannot be a line %s', async (line, message) => {
    const reading = read(`{"question": "x"}\n${line}\n`);
    await expect(reading).rejects.toThrow(UsageError);
    await expect(reading).rejects.toThrow(message);
  });

  it.each([
    [{ question: undefined, batch: undefined }, 'missing'],
    [{ question: 'x', batch: 'y' }, 'not both'],
    [{ question: undefined, batch: '/no/such/file' }, '--batch /no/such/file cannot be read'],
  ])('cannot be %j', async (source, message) => {
    await expect(readQuestions(source)).rejects.toThrow(UsageError);
    await expect(readQuestions(source)).rejects.toThrow(message);
  });
});
