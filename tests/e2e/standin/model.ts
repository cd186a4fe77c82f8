import type { Component, Embed } from './payload.ts';

export interface User {
  id: string;
  username: string;
  discriminator: string;
  global_name: string | null;
  avatar: string | null;
  bot: boolean;
  locale: string;
  /** The user does not take direct messages (50007). */
  dmsClosed: boolean;
}

export interface PublicUser {
  id: string;
  username: string;
  global_name: string | null;
  bot?: boolean | undefined;
}

export interface Role {
  id: string;
  name: string;
  position: number;
  managed: boolean;
  permissions: bigint;
  tags?: { bot_id: string };
}

export interface Member {
  user_id: string;
  nick: string | null;
  roles: string[];
  joined_at: string;
}

export interface Guild {
  id: string;
  name: string;
  preferred_locale: string;
  owner_id: string | null;
  roles: Map<string, Role>;
  members: Map<string, Member>;
  channels: string[];
  threads: Map<string, Thread>;
  features: string[];
}

export interface Overwrite {
  id: string;
  type: number;
  allow: string;
  deny: string;
}

export interface Channel {
  id: string;
  type: number;
  flags: number;
  last_message_id: string | null;
  guild_id?: string;
  name?: string;
  position?: number;
  parent_id?: string | null;
  topic?: string | null;
  nsfw?: boolean;
  rate_limit_per_user?: number;
  permission_overwrites?: Overwrite[];
  /** The other side of a direct message channel. */
  recipient?: string;
}

interface ThreadMetadata {
  archived: boolean;
  archive_timestamp: string;
  auto_archive_duration: number;
  locked: boolean;
  create_timestamp: string;
  invitable?: boolean;
}

export interface Thread extends Channel {
  guild_id: string;
  parent_id: string;
  owner_id: string;
  name: string;
  message_count: number;
  total_message_sent: number;
  created: string;
  member_ids: Set<string>;
  applied_tags?: string[];
  thread_metadata: ThreadMetadata;
}

/** Whether a channel is a thread. */
export const isThread = (channel: Channel): channel is Thread => 'thread_metadata' in channel;

export const CHANNEL = { TEXT: 0, DM: 1, CATEGORY: 4, NEWS: 5, NEWS_THREAD: 10, THREAD: 11, PRIVATE_THREAD: 12, FORUM: 15 };

export interface Attachment {
  id: string;
  filename: string;
  size: number;
  url: string;
  proxy_url: string;
  content_type: string;
  description?: string | undefined;
}

/** Who was notified by a message. */
export interface Pings {
  users: string[];
  roles: string[];
  everyone: boolean;
}

/** A message: the API's fields, and what only the stand-in knows (not sent). */
export interface Message {
  id: string;
  type: number;
  channel_id: string;
  author: PublicUser;
  content: string;
  timestamp: string;
  edited_timestamp: string | null;
  tts: boolean;
  mention_everyone: boolean;
  mentions: PublicUser[];
  mention_roles: string[];
  attachments: Attachment[];
  embeds: Embed[];
  components: Component[];
  pinned: boolean;
  flags: number;
  application_id?: string;
  webhook_id?: string;
  nonce?: string | number;
  interaction_metadata?: unknown;
  message_reference?: { type: number; channel_id: string; message_id: string; guild_id?: string } | undefined;
  referenced_message?: unknown;
  thread?: unknown;
  pings: Pings;
  deleted: boolean;
  isEphemeral: boolean;
  /** The only user who sees the message, for an ephemeral one. */
  _ephemeralFor: string | null;
  /** The interactions that wrote or changed the message. */
  _touchedBy: Set<string>;
  /** One entry an edit. */
  _versions: { at: number; content: string }[];
  _reactions: string[];
}
