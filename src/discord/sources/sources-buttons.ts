import type { MessageComponentInteraction } from 'discord.js';
import { passageMessage } from '../ask/passage-message.ts';
import { customId } from '../custom-id.ts';
import type { Call, ComponentHandler } from '../handlers.ts';
import { rows } from '../render/components.ts';
import { acknowledge, acknowledgeUpdate, edit } from '../respond.ts';
import { sourcesWords } from '../wording/sources.ts';
import { whenLoaded } from './loading.ts';
import { articleMessage, goneMessage, HANDLERS, listMessage } from './sources-message.ts';

/** Turns to another page of the list. */
const page: ComponentHandler = {
  name: HANDLERS.page,
  async press(interaction, [number], call) {
    await acknowledgeUpdate(interaction);
    await whenLoaded(interaction, call);
    await edit(interaction, listMessage(call.bot.sources, Number(number), call.reader.private));
  },
};

/** Shows the article that was chosen from a menu, under the list. */
const open: ComponentHandler = {
  name: HANDLERS.open,
  async press(interaction, _, call) {
    await acknowledge(interaction, { isPrivate: true });
    await showArticle(interaction, interaction.isStringSelectMenu() ? interaction.values[0] : undefined, call);
  },
};

/** Shows an article in place of what carries the button. */
const show: ComponentHandler = {
  name: HANDLERS.show,
  async press(interaction, [key], call) {
    await acknowledgeUpdate(interaction);
    await showArticle(interaction, key, call);
  },
};

/** Leafs through the passages of an article. */
const leaf: ComponentHandler = {
  name: HANDLERS.leaf,
  async press(interaction, [key = '', stepText], call) {
    await acknowledgeUpdate(interaction);
    await whenLoaded(interaction, call);
    const { bot, reader } = call;
    const article = bot.sources.withKey(key);
    const step = Number(stepText);
    const passage = article && Number.isSafeInteger(step) ? await bot.app.passage({ source: article.source, step }) : undefined;
    if (!article || !passage) {
      await edit(interaction, goneMessage(reader.private));
      return;
    }
    const content = passageMessage(passage, reader.private, { id: (next) => customId(HANDLERS.leaf, key, next), step });
    const back = rows([{ id: customId(HANDLERS.show, key), label: sourcesWords[reader.private].facts }]);
    await edit(interaction, { ...content, components: [...(content.components ?? []), ...back] });
  },
};

async function showArticle(interaction: MessageComponentInteraction, key: string | undefined, call: Call): Promise<void> {
  await whenLoaded(interaction, call);
  const { sources } = call.bot;
  const article = key === undefined ? undefined : sources.withKey(key);
  await edit(interaction, article ? articleMessage(sources, article, call.reader.private) : goneMessage(call.reader.private));
}

export const sourcesButtons: ComponentHandler[] = [page, open, show, leaf];
