import type { Channel } from 'discord.js';

/** Ids of a channel and, for a thread, of the channel it hangs on. */
export function channelsOf(channel: Channel | null, id: string | null): string[] {
  const parent = channel?.isThread() === true ? channel.parentId : null;
  return [id, parent].filter((each) => each !== null);
}
