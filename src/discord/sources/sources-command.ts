import { ApplicationCommandOptionType, type ChatInputCommandInteraction } from 'discord.js';
import { EVERYWHERE } from '../scope.ts';
import type { Call, SlashCommand } from '../handlers.ts';
import { acknowledge, edit, type Content } from '../respond.ts';
import { sourcesDeclaration } from '../wording/sources.ts';
import { whenLoaded } from './loading.ts';
import { articleMessage, listMessage, searchMessage, unknownMessage } from './sources-message.ts';

const LONGEST_TITLE = 300;
const subcommand = ApplicationCommandOptionType.Subcommand as const;
const typed = {
  type: ApplicationCommandOptionType.String as const,
  required: true,
  autocomplete: true as const,
  min_length: 1,
  max_length: LONGEST_TITLE,
};

/** The articles: all of them, by their titles, or one in full. Only the person who asks sees it. */
export const sourcesCommand: SlashCommand = {
  declaration: {
    ...sourcesDeclaration.command,
    ...EVERYWHERE,
    options: [
      { ...sourcesDeclaration.list, type: subcommand },
      { ...sourcesDeclaration.search, type: subcommand, options: [{ ...sourcesDeclaration.title, ...typed }] },
      { ...sourcesDeclaration.show, type: subcommand, options: [{ ...sourcesDeclaration.article, ...typed }] },
    ],
  },
  async run(interaction, call) {
    await acknowledge(interaction, { isPrivate: true });
    await whenLoaded(interaction, call);
    await edit(interaction, contentFor(interaction, call));
  },
  complete(interaction, { bot, reader }) {
    return bot.sources.complete(interaction.options.getFocused(), reader.private);
  },
};

function contentFor({ options }: ChatInputCommandInteraction, { bot: { sources }, reader }: Call): Content {
  const language = reader.private;
  switch (options.getSubcommand()) {
    case 'list':
      return listMessage(sources, 1, language);
    case 'search': {
      const text = options.getString('title', true);
      // A choice that was taken carries a key.
      const article = sources.withKey(text);
      return article ? articleMessage(sources, article, language) : searchMessage(sources, text, language);
    }
    default: {
      const text = options.getString('article', true);
      const article = sources.find(text);
      return article ? articleMessage(sources, article, language) : unknownMessage(sources, text, language);
    }
  }
}
