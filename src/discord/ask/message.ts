import type { Message } from 'discord.js';
import type { ServerSettings } from '../../store/server-settings.ts';
import { hasHangul } from '../../text/normalize.ts';
import type { Language } from '../../types.ts';
import type { Bot } from '../bot.ts';
import { serverLanguage } from '../reader.ts';
import { shorten } from '../render/markdown.ts';
import { guard } from '../guard.ts';
import { askWords, type AskWords } from '../wording/ask.ts';
import { askQuestion, type Check } from './ask-question.ts';
import { readMessage, textOf, type Incoming } from './incoming.ts';
import { MessageSurface } from './message-surface.ts';
import { questionFrom } from './question-from.ts';
import { previousOf } from './previous.ts';
import { refusedBy, rolesOf } from './permission.ts';
import { channelsOf } from './places.ts';

const THREAD_NAME_CHARACTERS = 90;

/** Answers a message, if it is meant for the bot. */
export async function answerMessage(bot: Bot, message: Message): Promise<void> {
  const settings = bot.isReady() ? await bot.settings.get(message.guildId).catch(() => undefined) : undefined;
  // The server may have been left meanwhile: then discord.js has no channel any more.
  if (!message.client.channels.cache.has(message.channelId)) return;
  const incoming = readMessage(message, settings, bot.conversations);
  if (!incoming) return;
  const { cause } = incoming;
  const text = await questionOf(message, incoming);
  const previous = await previousOf(message, bot.conversations);
  const language = languageFor(message, text, settings);
  const thread = settings?.replies === 'thread' ? shorten(text, THREAD_NAME_CHARACTERS) : '';
  const surface = new MessageSurface(message, { language, thread: thread === '' ? null : thread });
  const words = askWords[language];
  const isQuiet = cause === 'unasked';
  await guard(
    bot,
    { language, what: 'message', tell: (content) => (isQuiet ? Promise.resolve() : surface.refuse({ content })) },
    async () => {
      if (text === '' && cause === 'reply' && !bot.readsMessages) return surface.refuse({ content: words.noPlainText });
      await askQuestion(bot, surface, { text, previous, onlyIfSure: isQuiet, check: () => checkOf(bot, message, words) });
    },
  );
}

async function checkOf(bot: Bot, message: Message, words: AskWords): Promise<Check> {
  const settings = await bot.settings.get(message.guildId);
  const asker = { channels: channelsOf(message.channel, message.channelId), roles: rolesOf(message.member) };
  const reason = refusedBy(settings, asker);
  return reason ? { refused: words[reason] } : { filter: undefined };
}

/** A bare mention under somebody's message asks what that message says. */
async function questionOf(message: Message, { text, cause }: Incoming): Promise<string> {
  if (text !== '' || cause !== 'mention' || message.reference === null) return text;
  const target = await message.fetchReference().catch(() => undefined);
  return target ? questionFrom(textOf(target)) : '';
}

/** What everyone sees is in the server's language; a direct message says nothing of its reader but what is asked. */
function languageFor({ guild }: Message, text: string, settings: ServerSettings | undefined): Language {
  if (guild) return serverLanguage(guild.preferredLocale, settings);
  return hasHangul(text) || text === '' ? 'ko' : 'en';
}
