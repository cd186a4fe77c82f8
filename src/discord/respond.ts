import { MessageFlags, type InteractionEditReplyOptions, type Message, type RepliableInteraction } from 'discord.js';
import type { MessageComponentInteraction } from 'discord.js';
import { problemOf, retryOnce } from './discord-errors.ts';
import type { Row } from './render/components.ts';

/** A message as the bot sends it. Mentions are off for everything the client sends, see client.ts. */
export interface Content {
  content?: string;
  embeds?: NonNullable<InteractionEditReplyOptions['embeds']>;
  components?: Row[];
}

export type Answerable = RepliableInteraction | MessageComponentInteraction;

/** Discord waits three seconds for the first sign; whoever waits longer for its answer tells the member nothing. */
const ACKNOWLEDGE_MILLISECONDS = 2_500;
export const RETRY_MILLISECONDS = 1_000;

/**
 * Tells Discord that an answer will follow ("is thinking…"). If the confirmation does not arrive, it is taken as given: whether it was shows
 * when the answer is sent.
 */
export async function acknowledge(interaction: Answerable, options: { isPrivate: boolean }): Promise<void> {
  const flags = options.isPrivate ? { flags: MessageFlags.Ephemeral as const } : {};
  await confirmed(interaction, interaction.deferReply(flags));
  interaction.ephemeral ??= options.isPrivate;
}

/** Tells Discord that the message with the button will be edited. */
export async function acknowledgeUpdate(interaction: MessageComponentInteraction): Promise<void> {
  updating.add(interaction);
  await confirmed(interaction, interaction.deferUpdate());
}

/** Interactions whose first answer is the message with the button: it is not to be overwritten by a note. */
const updating = new WeakSet<Answerable>();

/** Tells the member something, in private where nothing is waiting for it. */
export async function tell(interaction: Answerable, content: string): Promise<void> {
  if (updating.has(interaction)) await interaction.followUp({ content, flags: MessageFlags.Ephemeral });
  else await reply(interaction, { content, embeds: [], components: [] });
}

async function confirmed(interaction: Answerable, sent: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const impatient = new Promise<void>((resolve) => (timer = setTimeout(resolve, ACKNOWLEDGE_MILLISECONDS)));
  const settled = sent.then(
    () => undefined,
    (error: unknown) => {
      const problem = problemOf(error);
      if (problem !== 'done' && problem !== 'passing') throw error;
    },
  );
  // After the deadline nobody waits for it any more.
  settled.catch(() => undefined);
  try {
    await Promise.race([settled, impatient]);
    interaction.deferred = true;
  } finally {
    clearTimeout(timer);
  }
}

/** Answers in private at once; where the interaction was acknowledged, into what is waiting. */
export async function reply(interaction: Answerable, content: Content): Promise<void> {
  if (interaction.deferred || interaction.replied) {
    await edit(interaction, content);
    return;
  }
  try {
    await interaction.reply({ ...content, flags: MessageFlags.Ephemeral });
  } catch (error) {
    if (problemOf(error) !== 'done') throw error;
  }
}

/** Puts the answer where Discord shows "is thinking…", or edits it. A passing fault is tried again once. */
export async function edit(interaction: Answerable, content: Content): Promise<Message> {
  return retryOnce(() => interaction.editReply(content), RETRY_MILLISECONDS);
}

/** The same for an answer of several messages. @returns their ids. */
export async function editAll(interaction: Answerable, contents: readonly Content[], isPrivate: boolean): Promise<string[]> {
  const [first = {}, ...rest] = contents;
  const ids = [(await edit(interaction, first)).id];
  for (const content of rest) {
    // Never tried twice: a follow-up cannot carry a nonce.
    const message = await interaction.followUp({ ...content, ...(isPrivate ? { flags: MessageFlags.Ephemeral } : {}) });
    ids.push(message.id);
  }
  return ids;
}
