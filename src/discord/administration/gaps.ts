import type { Gap } from '../../store/gaps.ts';
import type { Language } from '../../types.ts';
import { customId } from '../custom-id.ts';
import type { Call, ComponentHandler, SlashCommand } from '../handlers.ts';
import { rows } from '../render/components.ts';
import { plainLine } from '../render/markdown.ts';
import { shorten } from '../render/markdown-shorten.ts';
import { menu } from '../render/menu.ts';
import { pageButtons } from '../render/paging.ts';
import { timestamp } from '../render/time.ts';
import { acknowledge, acknowledgeUpdate, edit, type Answerable, type Content } from '../respond.ts';
import { shortLine } from '../sources/choices.ts';
import { commonWords } from '../wording/common.ts';
import { gapsDeclaration, reviewsWords } from '../wording/reviews.ts';
import { ADMINISTRATORS } from '../scope.ts';
import { A_PAGE, numberedPage, type NumberedPage } from './store-page.ts';

const HANDLERS = { page: 'gaps-page', done: 'gaps-done' } as const;
const QUESTION_CHARACTERS = 200;
const LABEL_CHARACTERS = 100;

/** The questions of a server that found no answer, the latest first. */
export const gapsCommand: SlashCommand = {
  administrators: true,
  declaration: { ...gapsDeclaration, ...ADMINISTRATORS },
  async run(interaction, call) {
    await acknowledge(interaction, { isPrivate: true });
    await showGaps(interaction, call, 1);
  },
};

const page: ComponentHandler = {
  name: HANDLERS.page,
  administrators: true,
  async press(interaction, [number], call) {
    await acknowledgeUpdate(interaction);
    await showGaps(interaction, call, Number(number));
  },
};

/** Takes the chosen question off the list. */
const done: ComponentHandler = {
  name: HANDLERS.done,
  administrators: true,
  async press(interaction, [number], call) {
    await acknowledgeUpdate(interaction);
    const { guildId: server } = interaction;
    const id = interaction.isStringSelectMenu() ? interaction.values[0] : undefined;
    const words = reviewsWords[call.reader.private];
    const isResolved = server !== null && id !== undefined && (await call.bot.store.resolveGap(server, id));
    await showGaps(interaction, call, Number(number), isResolved ? words.resolved : words.gone);
  },
};

async function showGaps(interaction: Answerable, { bot, reader }: Call, number: number, note?: string): Promise<void> {
  const { guildId: server } = interaction;
  if (server === null) {
    await edit(interaction, { content: commonWords[reader.private].serversOnly });
    return;
  }
  const gaps = await numberedPage((request) => bot.store.gaps(server, request), number);
  await edit(interaction, gapsMessage(gaps, { note, isKept: bot.about.keepQuestions }, reader.private));
}

export function gapsMessage(
  { entries, number, hasNext }: NumberedPage<Gap>,
  { note, isKept }: { note?: string | undefined; isKept: boolean },
  language: Language,
): Content {
  const words = reviewsWords[language];
  const hasPages = number > 1 || hasNext;
  const notes = [...(note === undefined ? [] : [note]), ...(isKept ? [] : [`⚠️ ${words.notKept}`])];
  if (entries.length === 0) return { content: [...notes, words.noGaps].join('\n'), embeds: [], components: [] };
  const choices = entries.map(({ id, example }) => ({ name: shortLine(example, LABEL_CHARACTERS), value: id }));
  return {
    content: [...notes, `**${words.gaps}**${hasPages ? ` · ${words.page(number)}` : ''}`].join('\n'),
    embeds: [{ description: entries.map((gap, index) => gapLine(gap, (number - 1) * A_PAGE + index + 1, language)).join('\n') }],
    components: [
      menu(customId(HANDLERS.done, number), words.resolve, choices),
      ...rows(pageButtons({ number, of: number + Number(hasNext) }, words, (other) => customId(HANDLERS.page, other))),
    ],
  };
}

function gapLine({ example, count, last }: Gap, position: number, language: Language): string {
  const question = plainLine(shorten(example, QUESTION_CHARACTERS));
  return `${position}. ${question}\n-# ${reviewsWords[language].asked(count, timestamp(last))}`;
}

export const gapsHandlers: ComponentHandler[] = [page, done];
