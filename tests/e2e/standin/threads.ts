import type { Core } from './core.ts';
import { describeChannel } from './describe.ts';
import type { Channel, Message, Thread } from './model.ts';
import { INTENTS } from './permissions.ts';
import { timestamp } from './small.ts';

/** What a new thread is to be; `starter` is the message it hangs on. */
export interface ThreadDraft {
  id: string;
  name: string;
  type: number;
  ownerId: string;
  autoArchiveMinutes?: number | undefined;
  slowmodeSeconds?: number | undefined;
  invitable?: boolean;
  starter?: Message;
}

/** Opens a thread in a channel of a guild and tells the bot. */
export function openThread(core: Core, parent: Channel, draft: ThreadDraft): Thread {
  const guild = core.world.guildOf(parent);
  if (!guild) throw new Error('Only channels of a guild have threads.');
  const now = timestamp();
  const invitable = draft.invitable === undefined ? {} : { invitable: draft.invitable };
  const auto_archive_duration = draft.autoArchiveMinutes ?? 4320;
  const thread: Thread = {
    id: draft.id,
    type: draft.type,
    guild_id: guild.id,
    parent_id: parent.id,
    owner_id: draft.ownerId,
    name: draft.name,
    last_message_id: null,
    rate_limit_per_user: draft.slowmodeSeconds ?? 0,
    flags: 0,
    message_count: 0,
    total_message_sent: 0,
    created: now,
    member_ids: new Set([draft.ownerId]),
    thread_metadata: {
      archived: false,
      archive_timestamp: now,
      auto_archive_duration,
      locked: false,
      create_timestamp: now,
      ...invitable,
    },
  };
  core.world.addThread(guild, thread);
  if (draft.starter) draft.starter.thread = describeChannel(core.world, thread);
  const announced = { ...describeChannel(core.world, thread), newly_created: true };
  core.gateway.dispatch('THREAD_CREATE', announced, { guildId: guild.id, intent: INTENTS.GUILDS });
  core.events.emit('thread', thread);
  return thread;
}
