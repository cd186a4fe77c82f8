import type { FeedbackEntry } from '../../store/feedback.ts';
import type { Language } from '../../types.ts';
import type { Bot } from '../bot.ts';
import { customId } from '../custom-id.ts';
import type { Call, ComponentHandler, SlashCommand } from '../handlers.ts';
import { rows } from '../render/components.ts';
import { plainLine } from '../render/markdown.ts';
import { shorten, shortenTitle } from '../render/markdown-shorten.ts';
import { pageButtons } from '../render/paging.ts';
import { timestamp } from '../render/time.ts';
import { acknowledge, acknowledgeUpdate, edit, type Answerable, type Content } from '../respond.ts';
import { commonWords } from '../wording/common.ts';
import { feedbackDeclaration, reviewsWords } from '../wording/reviews.ts';
import { ADMINISTRATORS } from '../scope.ts';
import { numberedPage, type NumberedPage } from './store-page.ts';

/** A vote with the titles that its answer cites; null when the answer is gone. */
export type ShownFeedback = FeedbackEntry & { titles: string[] | null };

const PAGE = 'feedback-page';
const SIGNS = { up: '👍', down: '👎' } as const;
const QUESTION_CHARACTERS = 100;
const REASON_CHARACTERS = 150;
const TITLE_CHARACTERS = 60;
const TITLES_SHOWN = 2;

/** What members of a server think of the answers, the latest first. */
export const feedbackCommand: SlashCommand = {
  administrators: true,
  declaration: { ...feedbackDeclaration, ...ADMINISTRATORS },
  async run(interaction, call) {
    await acknowledge(interaction, { isPrivate: true });
    await showFeedback(interaction, call, 1);
  },
};

const page: ComponentHandler = {
  name: PAGE,
  administrators: true,
  async press(interaction, [number], call) {
    await acknowledgeUpdate(interaction);
    await showFeedback(interaction, call, Number(number));
  },
};

async function showFeedback(interaction: Answerable, { bot, reader }: Call, number: number): Promise<void> {
  const { guildId: server } = interaction;
  if (server === null) {
    await edit(interaction, { content: commonWords[reader.private].serversOnly });
    return;
  }
  const votes = await numberedPage((request) => bot.store.feedback(server, request), number);
  const entries = await Promise.all(votes.entries.map((entry) => withTitles(bot, entry)));
  await edit(interaction, feedbackMessage({ ...votes, entries }, reader.private));
}

async function withTitles({ store }: Bot, entry: FeedbackEntry): Promise<ShownFeedback> {
  const answer = await store.answer(entry.answer);
  return { ...entry, titles: answer ? [...new Set(answer.citations.map(({ title }) => title))] : null };
}

export function feedbackMessage({ entries, number, hasNext }: NumberedPage<ShownFeedback>, language: Language): Content {
  const words = reviewsWords[language];
  if (entries.length === 0) return { content: words.noFeedback, embeds: [], components: [] };
  const hasPages = number > 1 || hasNext;
  return {
    content: `**${words.feedback}**${hasPages ? ` · ${words.page(number)}` : ''}`,
    embeds: [{ description: entries.map((entry) => feedbackLines(entry, language).join('\n')).join('\n\n') }],
    components: rows(pageButtons({ number, of: number + Number(hasNext) }, words, (other) => customId(PAGE, other))),
  };
}

function feedbackLines({ rating, created, reason, question, titles }: ShownFeedback, language: Language): string[] {
  const words = reviewsWords[language];
  const line = (name: string, text: string | null, characters: number) =>
    text === null ? [] : [`**${name}** ${plainLine(shorten(text, characters))}`];
  return [
    `${SIGNS[rating]} ${timestamp(created)}`,
    ...line(words.question, question, QUESTION_CHARACTERS),
    ...line(words.reason, reason, REASON_CHARACTERS),
    ...(titles === null
      ? [`-# ${words.answerGone}`]
      : titles.length === 0
        ? []
        : [`-# ${words.cited}: ${titlesText(titles, language)}`]),
  ];
}

function titlesText(titles: readonly string[], language: Language): string {
  const shown = titles.slice(0, TITLES_SHOWN).map((title) => plainLine(shortenTitle(title, TITLE_CHARACTERS)));
  const hidden = titles.length - shown.length;
  return shown.join(', ') + (hidden > 0 ? ` ${reviewsWords[language].more(hidden)}` : '');
}

export const feedbackHandlers: ComponentHandler[] = [page];
