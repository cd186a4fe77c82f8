import { ApplicationCommandOptionType, MessageFlags, type ChatInputCommandInteraction } from 'discord.js';
import type { Language } from '../../types.ts';
import { problemOf } from '../discord-errors.ts';
import { RefusedError } from '../guard.ts';
import type { Call, SlashCommand } from '../handlers.ts';
import { acknowledge, edit, tell, type Content } from '../respond.ts';
import { ADMINISTRATORS } from '../scope.ts';
import { send } from '../send.ts';
import { commonWords } from '../wording/common.ts';
import { reindexDeclaration, reindexWords } from '../wording/reindex.ts';
import { PacedEdits } from './paced-edits.ts';
import { alreadyRunningMessage, outcomeMessages, progressMessage, type Outcome } from './reindex-message.ts';

const { incremental, full } = reindexDeclaration;

/** Brings the index up to date, and shows how far it is. Only the administrator who started it sees it, while Discord allows that. */
export const reindexCommand: SlashCommand = {
  administrators: true,
  declaration: {
    ...reindexDeclaration.command,
    ...ADMINISTRATORS,
    options: [{ ...reindexDeclaration.mode, type: ApplicationCommandOptionType.String, choices: [incremental, full] }],
  },
  async run(interaction, call) {
    const { bot, reader } = call;
    const { guildId: server } = interaction;
    if (server === null) return tell(interaction, commonWords[reader.private].serversOnly);
    // The articles are everyone's: where the bot has a home, its administrators look after them.
    const { homeServer } = bot.about;
    if (homeServer !== null && homeServer !== server)
      throw new RefusedError(reindexWords[reader.private].elsewhere, interaction.user.id);
    await acknowledge(interaction, { isPrivate: true });
    const running = bot.updates.current();
    if (running) await edit(interaction, alreadyRunningMessage(running, server, reader.private));
    else await deliver(interaction, call, await update(interaction, call, server));
  },
};

/** Runs the update and keeps the reply up to date meanwhile. */
async function update(interaction: ChatInputCommandInteraction, { bot, reader }: Call, server: string): Promise<Outcome> {
  const live = new PacedEdits((content) => interaction.editReply(content));
  const show = (): void => {
    const current = bot.updates.current();
    if (current) live.show(progressMessage(current, reader.private));
  };
  const isFull = interaction.options.getString('mode') === full.value;
  const run = bot.updates.start({ full: isFull, by: interaction.user.id, server, onProgress: show });
  show();
  const outcome = await run.then(
    (report): Outcome => ({ report }),
    (error: unknown): Outcome => ({ error }),
  );
  await live.end();
  return outcome;
}

/** Shows the result in place of the progress. After 15 minutes Discord takes that no more: then the channel gets it. */
async function deliver(interaction: ChatInputCommandInteraction, { bot, reader }: Call, outcome: Outcome): Promise<void> {
  const [first = {}, ...rest] = outcomeMessages(outcome, reader.private);
  try {
    await edit(interaction, first);
  } catch (error) {
    if (problemOf(error) !== 'late') throw error;
    await sendLate(interaction, outcomeMessages(outcome, reader.public), reader.public);
    return;
  }
  try {
    // Never tried twice: a follow-up cannot carry a nonce.
    for (const content of rest) await interaction.followUp({ ...content, flags: MessageFlags.Ephemeral });
  } catch (error) {
    // Told to the member, it would stand in place of the result.
    bot.log.warn({ err: error }, 'a part of the list of files could not be shown');
  }
}

async function sendLate(
  interaction: ChatInputCommandInteraction,
  contents: readonly Content[],
  language: Language,
): Promise<void> {
  const { client, channelId, user } = interaction;
  const channel = await client.channels.fetch(channelId);
  if (!channel?.isSendable()) return;
  await send(channel, { content: reindexWords[language].late(`<@${user.id}>`) });
  for (const content of contents) await send(channel, content);
}
