import { PermissionFlagsBits, type ChatInputCommandInteraction } from 'discord.js';
import type { Language } from '../../types.ts';
import type { About, Bot } from '../bot.ts';
import { plainLine } from '../render/markdown.ts';
import type { SlashCommand } from '../handlers.ts';
import { reply, type Content } from '../respond.ts';
import { askDeclaration } from '../wording/ask-declaration.ts';
import { helpDeclaration, helpWords } from '../wording/help.ts';
import { reindexDeclaration } from '../wording/reindex.ts';
import { feedbackDeclaration, gapsDeclaration } from '../wording/reviews.ts';
import { settingsDeclaration } from '../wording/settings.ts';
import { sourcesDeclaration } from '../wording/sources.ts';
import { statusDeclaration } from '../wording/status.ts';
import { EVERYWHERE } from '../scope.ts';

/** How a command is declared, as far as help shows it. */
interface Declared {
  name: string;
  name_localizations: { ko: string };
  description: string;
  description_localizations: { ko: string };
}

/** A command, with its subcommand where Discord runs it with one only. */
type Listed = [command: Declared, subcommand?: Declared];

const { list, search, show } = sourcesDeclaration;
const FOR_EVERYONE: readonly Listed[] = [
  [askDeclaration.command],
  ...[list, search, show].map((subcommand): Listed => [sourcesDeclaration.command, subcommand]),
  [statusDeclaration],
  [helpDeclaration],
];
const FOR_ADMINISTRATORS: readonly Listed[] = [
  [reindexDeclaration.command],
  [settingsDeclaration],
  [gapsDeclaration],
  [feedbackDeclaration],
];

/** What help depends on. */
export interface HelpFacts {
  /** Id of a command by its name, where Discord knows it. */
  idOf: (name: string) => string | undefined;
  isAdministrator: boolean;
  readsMessages: boolean;
  about: Pick<About, 'keepQuestions' | 'questionDays' | 'logQuestions' | 'languageModel'>;
}

/** How to use the bot. Only the person who asks sees it. */
export const helpCommand: SlashCommand = {
  declaration: { ...helpDeclaration, ...EVERYWHERE },
  async run(interaction, { bot, reader }) {
    await reply(interaction, helpMessage(factsOf(interaction, bot), reader.private));
  },
};

function factsOf({ client, guildId, memberPermissions }: ChatInputCommandInteraction, { readsMessages, about }: Bot): HelpFacts {
  const known = client.application.commands.cache;
  return {
    idOf: (name) => known.find((each) => each.name === name && (each.guildId === null || each.guildId === guildId))?.id,
    isAdministrator: guildId !== null && memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true,
    ...{ readsMessages, about },
  };
}

export function helpMessage({ idOf, isAdministrator, readsMessages, about }: HelpFacts, language: Language): Content {
  const words = helpWords[language];
  const line = (listed: Listed) => `- ${mention(listed, idOf, language)} ${descriptionOf(listed, language)}`;
  const { keepQuestions, questionDays, logQuestions, languageModel } = about;
  const ways = [
    ...words.ways(mention([askDeclaration.command], idOf, language)),
    ...(readsMessages ? [words.withoutMention] : []),
  ];
  const lines = [
    ...[words.about, '', `**${words.asking}**`, ...ways.map((way) => `- ${way}`), words.quotes],
    ...['', `**${words.commands}**`, ...FOR_EVERYONE.map(line)],
    ...(isAdministrator ? ['', `**${words.administration}**`, ...FOR_ADMINISTRATORS.map(line)] : []),
    ...['', `**${words.privacy}**`, keepQuestions ? words.kept(questionDays) : words.notKept],
    ...(logQuestions ? [words.logged] : []),
    languageModel === null ? words.onlyHere : words.sent(plainLine(languageModel)),
  ];
  return { embeds: [{ description: lines.join('\n') }] };
}

/** A mention that runs the command when it is clicked; its name where Discord does not know it yet. */
function mention([command, subcommand]: Listed, idOf: HelpFacts['idOf'], language: Language): string {
  const parts = [command, ...(subcommand ? [subcommand] : [])];
  const own = `\`/${parts.map(({ name, name_localizations }) => (language === 'ko' ? name_localizations.ko : name)).join(' ')}\``;
  const id = idOf(command.name);
  if (id === undefined) return own;
  const clickable = `</${parts.map(({ name }) => name).join(' ')}:${id}>`;
  return language === 'ko' ? `${clickable}(${own})` : clickable;
}

function descriptionOf([command, subcommand]: Listed, language: Language): string {
  const { description, description_localizations } = subcommand ?? command;
  return language === 'ko' ? description_localizations.ko : description;
}
