import type { Call } from '../handlers.ts';
import { edit, type Answerable } from '../respond.ts';
import { askWords } from '../wording/ask.ts';

/** Waits until the list of articles is there, and says so meanwhile. The interaction has been acknowledged. */
export async function whenLoaded(interaction: Answerable, { bot, reader }: Call): Promise<void> {
  if (bot.sources.isLoaded) return;
  if (!bot.isReady()) await edit(interaction, { content: askWords[reader.private].gettingReady });
  await bot.ready;
  await bot.sources.refresh();
}
