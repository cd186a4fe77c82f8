import { ApplicationCommandOptionType, ApplicationCommandType, type ChatInputCommandInteraction } from 'discord.js';
import type { Call, MessageCommand, SlashCommand } from '../handlers.ts';
import { plainLine } from '../render/markdown.ts';
import { EVERYWHERE } from '../scope.ts';
import { askDeclaration } from '../wording/ask-declaration.ts';
import { askWords } from '../wording/ask.ts';
import { askQuestion, type Check } from './ask-question.ts';
import { MAXIMUM_QUESTION, questionFrom } from './question-from.ts';
import { InteractionSurface } from './interaction-surface.ts';
import { refusedBy, rolesOf } from './permission.ts';
import { channelsOf } from './places.ts';
import { readDay } from './dates.ts';

const text = ApplicationCommandOptionType.String as const;
const LONGEST_DATE = 20;

export const askCommand: SlashCommand = {
  declaration: {
    ...askDeclaration.command,
    ...EVERYWHERE,
    options: [
      { ...askDeclaration.question, type: text, required: true, min_length: 1, max_length: MAXIMUM_QUESTION },
      { ...askDeclaration.private, type: ApplicationCommandOptionType.Boolean },
      { ...askDeclaration.source, type: text, autocomplete: true },
      { ...askDeclaration.since, type: text, max_length: LONGEST_DATE },
      { ...askDeclaration.until, type: text, max_length: LONGEST_DATE },
    ],
  },
  async run(interaction, call) {
    const { options } = interaction;
    await askQuestion(call.bot, new InteractionSurface(interaction, call.reader, options.getBoolean('private') ?? false), {
      text: options.getString('question', true),
      check: async () => (await refusalOf(interaction, call)) ?? filterOf(interaction, call),
    });
  },
  complete(interaction, { bot, reader }) {
    return bot.sources.complete(interaction.options.getFocused(), reader.private);
  },
};

export const answerThis: MessageCommand = {
  declaration: { ...askDeclaration.message, ...EVERYWHERE, type: ApplicationCommandType.Message },
  async run(interaction, call) {
    await askQuestion(call.bot, new InteractionSurface(interaction, call.reader, false), {
      text: questionFrom(interaction.targetMessage.cleanContent),
      check: async () => (await refusalOf(interaction, call)) ?? { filter: undefined },
    });
  },
};

/** Why this member may not ask here, in words. */
export async function refusalOf(
  interaction: Pick<ChatInputCommandInteraction, 'guildId' | 'channel' | 'channelId' | 'member'>,
  { bot, reader }: Call,
): Promise<{ refused: string } | undefined> {
  const settings = await bot.settings.get(interaction.guildId);
  const asker = { channels: channelsOf(interaction.channel, interaction.channelId), roles: rolesOf(interaction.member) };
  const reason = refusedBy(settings, asker);
  return reason && { refused: askWords[reader.private][reason] };
}

/** What the options restrict the search to, or what is wrong with them. */
function filterOf({ options }: ChatInputCommandInteraction, { bot, reader }: Call): Check {
  const words = askWords[reader.private];
  const filter: { sources?: string[]; since?: string; until?: string } = {};
  const source = options.getString('source')?.trim() ?? '';
  if (source !== '') {
    const article = bot.sources.find(source);
    if (!article) return { refused: words.unknownSource(plainLine(source)) };
    filter.sources = [article.source];
  }
  for (const [name, end] of [
    ['since', 'first'],
    ['until', 'last'],
  ] as const) {
    const written = options.getString(name);
    if (written === null) continue;
    const day = readDay(written, end);
    if (day === undefined) return { refused: words.wrongDate };
    filter[name] = day;
  }
  if (filter.since !== undefined && filter.until !== undefined && filter.since > filter.until) return { refused: words.noDates };
  return { filter: Object.keys(filter).length > 0 ? filter : undefined };
}
