import type { Answer } from '../../answer/answer.ts';
import { cleanCharacters, collapseSpaces } from '../../text/normalize.ts';
import type { Bot } from '../bot.ts';
import { inTime } from '../in-time.ts';
import type { Filter } from '../../search/index-port.ts';
import { PacedEdits } from '../reindex/paced-edits.ts';
import { plainText } from '../render/markdown.ts';
import { splitMessage } from '../render/split.ts';
import { timestamp } from '../render/time.ts';
import type { Content } from '../respond.ts';
import { askWords, type AskWords } from '../wording/ask.ts';
import { answerMessages } from './answer-message.ts';
import type { Refusal } from './asking.ts';
import type { Turn } from './conversations.ts';
import type { Previous } from './previous.ts';
import { MAXIMUM_QUESTION } from './question-from.ts';
import type { Surface } from './surface.ts';

/** What a question may search, or why it may not be asked, in words. */
export type Check = { refused: string } | { filter: Filter | undefined };

export interface Request {
  text: string;
  /** Looks at the settings of the server and the options of the command; to be called when the bot is ready. */
  check: () => Promise<Check>;
  /** What this question may continue. */
  previous?: Previous | undefined;
  /** Nothing is shown unless the answer is sure: for channels in which the bot answers without being asked. */
  onlyIfSure?: boolean;
}

/**
 * Takes a question from wherever it was asked to its answer: limits, a sign that it has arrived, search, answer, and what is remembered of
 * it. Errors of Discord and of the engine fly to the caller.
 */
export async function askQuestion(bot: Bot, surface: Surface, request: Request): Promise<void> {
  const words = askWords[surface.refusalLanguage];
  const text = collapseSpaces(cleanCharacters(request.text));
  const isQuiet = request.onlyIfSure === true;
  const refuse = async (content: string): Promise<void> => {
    if (!isQuiet) await surface.refuse({ content });
  };
  if (!/[\p{L}\p{N}]/u.test(text)) return refuse(words.empty);
  if (Array.from(text).length > MAXIMUM_QUESTION) return refuse(words.overlong(MAXIMUM_QUESTION));
  const early = bot.isReady() ? await inTime(request.check()) : undefined;
  if (early && 'refused' in early) return refuse(early.refused);
  const refusal = bot.asking.admit(surface);
  if (refusal) {
    bot.metrics.question(refusal.reason === 'busy' ? 'busy' : 'limited');
    return refuse(refusalText(refusal, words));
  }
  try {
    if (!isQuiet) await surface.acknowledge();
    const check = early ?? (await checkWhenReady(bot, surface, request));
    if ('refused' in check) await refuse(check.refused);
    else await answerTo(bot, surface, { ...request, text, filter: check.filter });
  } catch (error) {
    bot.metrics.question('failed');
    throw error;
  } finally {
    bot.asking.leave();
  }
}

async function checkWhenReady(bot: Bot, surface: Surface, { check, onlyIfSure }: Request): Promise<Check> {
  if (onlyIfSure !== true) await surface.wait({ content: askWords[surface.language].gettingReady });
  await bot.ready;
  return check();
}

async function answerTo(bot: Bot, surface: Surface, request: Request & { filter: Filter | undefined }): Promise<void> {
  const started = performance.now();
  const { text, filter, previous, onlyIfSure } = request;
  const { person, server, channel, isPrivate, language } = surface;
  const progress = onlyIfSure === true ? undefined : new PacedEdits((content) => surface.progress(content));
  const asking = bot.asking.answer({
    ...{ text, person, server },
    ...(filter ? { filter } : {}),
    ...(previous ? { previous: previous.question } : {}),
    ...(previous?.said === undefined ? {} : { previousAnswer: previous.said }),
    onText: (written) => progress?.show(unfinished(written)),
  });
  const answer = await asking.finally(() => progress?.end());
  bot.sources.noticeGeneration(answer.generation);
  if (onlyIfSure === true && answer.kind !== 'answered') return;
  const id = await store(bot, surface, answer, text);
  const messages = answerMessages({
    ...{ answer, written: answer, id, language, isPrivate, isFiltered: filter !== undefined },
    question: surface.repeatsQuestion ? text : null,
  });
  const turn: Turn = { asker: person, server, question: answer.question, written: text, filter, answer: id, ...saidIn(answer) };
  // Whoever reads the answer may go on before Discord has confirmed it.
  bot.conversations.remember(turn, { channel, person }, surface.question === null ? [] : [surface.question]);
  bot.conversations.remember(turn, { channel, person }, await surface.answer(messages));
  const seconds = (performance.now() - started) / 1000;
  bot.metrics.question(answer.kind, seconds);
  const asked = bot.about.logQuestions ? { question: text } : {};
  bot.log.info({ kind: answer.kind, seconds, generation: answer.generation, ...asked }, 'answered a question');
}

/** The sentences of an answer, a language model's where it wrote them. */
function saidIn({ generated, citations }: Answer): Pick<Turn, 'said'> {
  const sentences = generated?.map(({ text }) => text) ?? citations.map(({ quote }) => quote);
  return sentences.length === 0 ? {} : { said: sentences.join(' ') };
}

/** What a language model has written so far. */
function unfinished(written: string): Content {
  const [content = ''] = splitMessage(`${plainText(written)} …`);
  return { content };
}

/** Without the store there are no buttons and no gaps; the answer is shown all the same. */
async function store(bot: Bot, surface: Surface, answer: Answer, question: string): Promise<string | null> {
  const { person, server, channel } = surface;
  if (answer.kind === 'chat') return null;
  const { kind, language, generation } = answer;
  const citations = kind === 'unanswered' ? answer.nearest : answer.citations;
  try {
    if (kind === 'unanswered') await bot.store.addGap({ server, member: person, question });
    return await bot.store.addAnswer({ server, channel, asker: person, language, question, kind, citations, generation });
  } catch (error) {
    bot.log.error({ err: error }, 'the answer could not be stored; it has no buttons');
    return null;
  }
}

function refusalText(refusal: Refusal, words: AskWords): string {
  switch (refusal.reason) {
    case 'busy':
      return words.busy;
    case 'person':
      return words.personLimit(refusal.limit, timestamp(refusal.until));
    case 'server':
      return words.serverLimit(refusal.limit, timestamp(refusal.until));
  }
}
