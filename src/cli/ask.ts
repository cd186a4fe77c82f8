import type { App } from '../app.ts';
import type { Answer } from '../answer/answer.ts';
import { collapseSpaces } from '../text/normalize.ts';
import { answerText } from '../wording/answer-text.ts';
import { readQuestions, type BatchQuestion, type QuestionSource } from './batch.ts';
import { terminalColumns } from './layout.ts';
import { print, printJson } from './output.ts';
import { noteAlerts, prepareIndex } from './prepare.ts';
import { readableAnswer } from './readable-answer.ts';

/** `ask`: answers one question, or each question of a file, in order. */
export async function ask(app: App, options: QuestionSource & { json: boolean }): Promise<void> {
  const questions = await readQuestions(options);
  if (questions.length === 0) return;
  await prepareIndex(app, 'ask');
  for (const each of questions) {
    const answer = await app.ask(each.question);
    if (options.json || options.batch !== undefined) printJson(answerJson(each, answer));
    else print(readableAnswer(answer, terminalColumns()));
  }
  await noteAlerts(app);
}

/** The JSON of an answer. Names and shape are a contract with scripts outside this project. */
export function answerJson({ id, question }: BatchQuestion, answer: Answer): Record<string, unknown> {
  const { kind, reason, citations, nearest, generation, generated, milliseconds } = answer;
  return {
    ...{ id, question, kind, reason, text: answerText(answer) },
    citations: citations.map(({ number, source, title, publisher, date, url, quote, highlight, start, end }) => ({
      ...{ number, source, title, publisher, date, url, quote: collapseSpaces(quote), highlight, start, end },
    })),
    nearest: nearest.map(({ source, title }) => ({ source, title })),
    ...{ generation, generated },
    milliseconds: Object.fromEntries(Object.entries(milliseconds).map(([name, value]) => [name, Math.round(value * 10) / 10])),
  };
}
