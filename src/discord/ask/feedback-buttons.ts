import { ComponentType, TextInputStyle, type MessageComponentInteraction, type ModalSubmitInteraction } from 'discord.js';
import type { Rating } from '../../store/feedback.ts';
import { customId } from '../custom-id.ts';
import type { Call, ComponentHandler } from '../handlers.ts';
import { acknowledge, edit } from '../respond.ts';
import { askWords } from '../wording/ask.ts';
import { commonWords } from '../wording/common.ts';

/** The store keeps no longer reasons. */
const REASON_CHARACTERS = 500;

/** 👍: counts once a member. */
const good: ComponentHandler = {
  name: 'good',
  async press(interaction, [answer], call) {
    await vote(interaction, { answer, rating: 'up' }, call);
  },
};

/** 👎: asks why, then counts once a member. */
const bad: ComponentHandler = {
  name: 'bad',
  async press(interaction, [answer = ''], { reader }) {
    const words = askWords[reader.private];
    const input = {
      ...{ type: ComponentType.TextInput as const, custom_id: 'reason', style: TextInputStyle.Paragraph },
      ...{ required: false, max_length: REASON_CHARACTERS, placeholder: words.reasonPlaceholder },
    };
    await interaction.showModal({
      custom_id: customId('bad', answer),
      title: words.reasonTitle,
      components: [{ type: ComponentType.Label, label: words.reasonLabel, component: input }],
    });
  },
  async submit(interaction, [answer], call) {
    await vote(interaction, { answer, rating: 'down', reason: interaction.fields.getTextInputValue('reason') }, call);
  },
};

async function vote(
  interaction: MessageComponentInteraction | ModalSubmitInteraction,
  { answer = '', rating, reason = '' }: { answer: string | undefined; rating: Rating; reason?: string },
  { bot, reader }: Call,
): Promise<void> {
  await acknowledge(interaction, { isPrivate: true });
  const { guildId: server, user } = interaction;
  const counted = await bot.store.vote({ answer, server, member: user.id, rating, reason });
  await edit(interaction, { content: counted ? askWords[reader.private].thanks : commonWords[reader.private].expired });
}

export const feedbackButtons: ComponentHandler[] = [good, bad];
