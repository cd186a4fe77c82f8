import type { MessageComponentInteraction } from 'discord.js';
import type { Citation } from '../../answer/answer.ts';
import type { GivenAnswer } from '../../store/given-answers.ts';
import type { Call, ComponentHandler } from '../handlers.ts';
import { plainLine } from '../render/markdown.ts';
import { acknowledgeUpdate, tell } from '../respond.ts';
import { askWords } from '../wording/ask.ts';
import { commonWords } from '../wording/common.ts';
import { answerMessages } from './answer-message.ts';
import { findGiven, givenView, restoreCitations } from './given.ts';

/** Shows a private answer to everyone in the channel, once. */
export const shareButton: ComponentHandler = {
  name: 'share',
  async press(interaction, [id], call) {
    const { bot, reader } = call;
    const words = askWords[reader.private];
    await acknowledgeUpdate(interaction);
    const given = await findGiven(bot, id, interaction.guildId);
    if (given?.asker !== interaction.user.id) return tell(interaction, commonWords[reader.private].expired);
    const citations = await restoreCitations(bot, given);
    if (citations.length === 0) return tell(interaction, words.gone);
    if (!(await bot.store.shareAnswer(given.id))) return tell(interaction, words.alreadyShared);
    try {
      await showToEveryone(interaction, given, citations, call);
    } catch (error) {
      await bot.store.unshareAnswer(given.id);
      throw error;
    }
    await tell(interaction, words.shared);
  },
};

async function showToEveryone(
  interaction: MessageComponentInteraction,
  given: GivenAnswer,
  citations: Citation[],
  { bot, reader }: Call,
): Promise<void> {
  const { member, user } = interaction;
  const name = member && 'displayName' in member ? member.displayName : user.displayName;
  const messages = answerMessages({
    ...givenView(given, citations),
    question: bot.conversations.ofAnswer(given.id)?.written ?? given.question,
    ...{ language: reader.public, isPrivate: false, isFiltered: false },
    heading: askWords[reader.public].sharedBy(plainLine(name)),
  });
  for (const content of messages) await interaction.followUp({ ...content });
}
