import { MessageFlags, type MessageComponentInteraction } from 'discord.js';
import type { Filter } from '../../search/index-port.ts';
import type { Call, ComponentHandler } from '../handlers.ts';
import { acknowledge, acknowledgeUpdate, edit, editAll, tell, type Answerable } from '../respond.ts';
import { askWords } from '../wording/ask.ts';
import { commonWords } from '../wording/common.ts';
import { answerMessages } from './answer-message.ts';
import { refusalOf } from './ask-command.ts';
import { askQuestion } from './ask-question.ts';
import { findGiven, givenView, passageOf, restoreCitations } from './given.ts';
import type { Turn } from './conversations.ts';
import { InteractionSurface } from './interaction-surface.ts';
import { citationLeafing, passageMessage } from './passage-message.ts';

/** Opens the passage of a citation, for whoever pressed. */
const cite: ComponentHandler = {
  name: 'cite',
  async press(interaction, [id, number], call) {
    await acknowledge(interaction, { isPrivate: true });
    await showPassage(interaction, { id, number, step: '0' }, call);
  },
};

/** Leafs on in the passage that was opened. */
const page: ComponentHandler = {
  name: 'page',
  async press(interaction, [id, number, step], call) {
    await acknowledgeUpdate(interaction);
    await showPassage(interaction, { id, number, step }, call);
  },
};

async function showPassage(
  interaction: MessageComponentInteraction,
  { id, number, step }: { id: string | undefined; number: string | undefined; step: string | undefined },
  call: Call,
): Promise<void> {
  const given = await findGiven(call.bot, id, interaction.guildId);
  const citation = given?.citations.find((each) => each.number === Number(number));
  const steps = Number(step);
  if (!given || !citation || !Number.isSafeInteger(steps)) return expired(interaction, call);
  const passage = await passageOf(call.bot, citation, steps);
  const content = passage
    ? passageMessage(passage, call.reader.private, citationLeafing(given.id, citation.number, steps))
    : { content: askWords[call.reader.private].gone, embeds: [], components: [] };
  await edit(interaction, content);
}

/** Shows the sentences that were nearest to a question without an answer. */
const closest: ComponentHandler = {
  name: 'closest',
  async press(interaction, [id], call) {
    await acknowledge(interaction, { isPrivate: true });
    const given = await findGiven(call.bot, id, interaction.guildId);
    if (!given) return expired(interaction, call);
    const citations = await restoreCitations(call.bot, given);
    if (citations.length === 0) return tell(interaction, askWords[call.reader.private].gone);
    const messages = answerMessages({
      ...givenView(given, citations),
      ...{ language: call.reader.private, question: null, isPrivate: true, isFiltered: false },
    });
    await editAll(interaction, messages, true);
  },
};

/** Asks again without the article or the period that the question was restricted to. */
const widen: ComponentHandler = {
  name: 'widen',
  press: (interaction, [id], call) => askAgain(interaction, id, call, () => undefined),
};

/** Asks again without what the question inherited from the one before. */
const alone: ComponentHandler = {
  name: 'alone',
  press: (interaction, [id], call) => askAgain(interaction, id, call, ({ filter }) => filter),
};

async function askAgain(
  interaction: MessageComponentInteraction,
  id: string | undefined,
  call: Call,
  filterOf: (turn: Turn) => Filter | undefined,
): Promise<void> {
  const { bot, reader } = call;
  const turn = bot.conversations.ofAnswer(id ?? '');
  // Questions are stored only where administrators say so: what was asked is known as long as the bot runs.
  if (turn?.server !== interaction.guildId) return expired(interaction, call);
  const isPrivate = interaction.message.flags.has(MessageFlags.Ephemeral);
  await askQuestion(bot, new InteractionSurface(interaction, reader, isPrivate), {
    text: turn.written,
    check: async () => (await refusalOf(interaction, call)) ?? { filter: filterOf(turn) },
  });
}

async function expired(interaction: Answerable, { reader }: Call): Promise<void> {
  await tell(interaction, commonWords[reader.private].expired);
}

export const answerButtons: ComponentHandler[] = [cite, page, closest, widen, alone];
