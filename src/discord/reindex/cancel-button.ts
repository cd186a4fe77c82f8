import type { ComponentHandler } from '../handlers.ts';
import { acknowledgeUpdate, edit } from '../respond.ts';
import { reindexWords } from '../wording/reindex.ts';
import { CANCEL } from './reindex-message.ts';

/** Stops the update that the button belongs to, for every administrator of the server it was started in. */
export const cancelButton: ComponentHandler = {
  name: CANCEL,
  administrators: true,
  async press(interaction, [since], { bot, reader }) {
    const words = reindexWords[reader.private];
    const isOwn = (): boolean => {
      const current = bot.updates.current();
      return current?.server === interaction.guildId && String(current.since) === since;
    };
    await acknowledgeUpdate(interaction);
    try {
      // Said first: the result of the stopped update takes its place.
      await edit(interaction, { content: isOwn() ? words.cancelling : words.notRunning, components: [] });
    } finally {
      if (isOwn()) bot.updates.cancel();
    }
  },
};
