import type { App } from '../app.ts';
import type { Answer } from '../answer/answer.ts';
import { answerText } from '../wording/answer-text.ts';
import { wordingIn } from '../wording/wording.ts';
import { readBatch } from './batch.ts';
import { print, printJson } from './output.ts';
import { prepareIndex } from './prepare.ts';

export interface AskOptions {
  json: boolean;
  batch: string | undefined;
}

/** `ask`: answers one question, or each question of a file, in order. */
export async function ask(app: App, question: string | undefined, { json, batch }: AskOptions): Promise<void> {
  const questions = readBatch(question, batch);
  await prepareIndex(app);
  for (const { id, question } of questions) {
    const answer = await app.ask(question);
    if (json || batch !== undefined) printJson(answerJson(id, question, answer));
    else print(readable(answer));
  }
}

/** The JSON of an answer. Names and shape are a contract with scripts outside this project. */
export function answerJson(id: string | null, question: string, answer: Answer): Record<string, unknown> {
  const { kind, reason, citations, nearest, generation, milliseconds } = answer;
  return {
    ...{ id, question, kind, reason, text: answerText(answer) },
    citations: citations.map(({ number, source, title, publisher, date, url, quote, highlight, start, end }) => ({
      ...{ number, source, title, publisher, date, url, quote, highlight, start, end },
    })),
    nearest,
    generation,
    milliseconds: Object.fromEntries(Object.entries(milliseconds).map(([name, value]) => [name, Math.round(value * 10) / 10])),
  };
}

function readable(answer: Answer): string {
  const wording = wordingIn(answer.language);
  const sources = answer.citations.map(
    (citation) => `[${citation.number}] ${wording.sourceLine(citation)}\n    ${citation.source}`,
  );
  return [answerText(answer), ...(sources.length > 0 ? ['', wording.sources, ...sources] : [])].join('\n');
}
