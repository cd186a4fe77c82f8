import { PermissionFlagsBits, type ChatInputCommandInteraction } from 'discord.js';
import type { App, Status } from '../../app.ts';
import type { Bot } from '../bot.ts';
import type { SlashCommand } from '../handlers.ts';
import { acknowledge, edit } from '../respond.ts';
import { statusDeclaration } from '../wording/status.ts';
import { EVERYWHERE } from '../scope.ts';
import { statusMessage, type StatusFacts } from './status-message.ts';

/** Milliseconds that the engine has to answer; afterwards the values last known are shown. */
const PATIENCE = 2_000;

/** How the bot is. Only the person who asks sees it. */
export const statusCommand: SlashCommand = {
  declaration: { ...statusDeclaration, ...EVERYWHERE },
  async run(interaction, { bot, reader }) {
    await acknowledge(interaction, { isPrivate: true });
    const current = await currentStatus(bot);
    await edit(interaction, statusMessage(factsOf(bot, interaction, current), reader.private));
  },
};

/** What the engine says; undefined when it does not in time. */
export async function currentStatus({ app }: { app: Pick<App, 'status'> }): Promise<Status | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, PATIENCE, undefined);
  });
  try {
    return await Promise.race([app.status().catch(() => undefined), late]);
  } finally {
    clearTimeout(timer);
  }
}

function factsOf(bot: Bot, interaction: ChatInputCommandInteraction, current: Status | undefined): StatusFacts {
  const { about, sources, asking, limits, metrics, updates, started } = bot;
  // Direct messages come over the first shard.
  const shard = interaction.guild?.shard ?? interaction.client.ws.shards.first();
  return {
    status: current ?? sources.status(),
    isCurrent: current !== undefined,
    leftOut: sources.files().filter(({ reason }) => reason !== null).length,
    health: bot.health(),
    waiting: asking.waiting,
    queue: limits.queue,
    latency: metrics.percentiles(),
    started,
    embeddingModel: about.embeddingModel,
    ping: known(shard?.ping),
    heartbeat: known(shard?.lastPingTimestamp),
    updating: updates.current()?.since,
    isAdministrator: interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true && interaction.inGuild(),
  };
}

/** discord.js says -1 for what it does not know. */
function known(value: number | undefined): number | undefined {
  return value !== undefined && value >= 0 ? value : undefined;
}
