const BITS = {
  CREATE_INSTANT_INVITE: 0,
  KICK_MEMBERS: 1,
  BAN_MEMBERS: 2,
  ADMINISTRATOR: 3,
  MANAGE_CHANNELS: 4,
  MANAGE_GUILD: 5,
  ADD_REACTIONS: 6,
  VIEW_CHANNEL: 10,
  SEND_MESSAGES: 11,
  MANAGE_MESSAGES: 13,
  EMBED_LINKS: 14,
  ATTACH_FILES: 15,
  READ_MESSAGE_HISTORY: 16,
  MENTION_EVERYONE: 17,
  USE_EXTERNAL_EMOJIS: 18,
  CHANGE_NICKNAME: 26,
  MANAGE_ROLES: 28,
  MANAGE_WEBHOOKS: 29,
  USE_APPLICATION_COMMANDS: 31,
  MANAGE_THREADS: 34,
  CREATE_PUBLIC_THREADS: 35,
  CREATE_PRIVATE_THREADS: 36,
  SEND_MESSAGES_IN_THREADS: 38,
  MODERATE_MEMBERS: 40,
  PIN_MESSAGES: 51,
};

export type PermissionName = keyof typeof BITS;

/** The bit of one permission. */
export const permission = (name: PermissionName): bigint => 1n << BigInt(BITS[name]);

/** The set of several permissions. */
export const permissionSet = (...names: PermissionName[]): bigint => names.reduce((set, name) => set | permission(name), 0n);

export const ALL_PERMISSIONS = (1n << 53n) - 1n;

/** What @everyone may do in a new guild. */
export const MEMBER_PERMISSIONS = permissionSet(
  'VIEW_CHANNEL',
  'SEND_MESSAGES',
  'EMBED_LINKS',
  'ATTACH_FILES',
  'READ_MESSAGE_HISTORY',
  'ADD_REACTIONS',
  'USE_APPLICATION_COMMANDS',
  'CREATE_PUBLIC_THREADS',
  'CREATE_PRIVATE_THREADS',
  'SEND_MESSAGES_IN_THREADS',
  'CHANGE_NICKNAME',
  'USE_EXTERNAL_EMOJIS',
  'CREATE_INSTANT_INVITE',
);

export const INTENTS = {
  GUILDS: 1 << 0,
  GUILD_MEMBERS: 1 << 1,
  GUILD_PRESENCES: 1 << 8,
  GUILD_MESSAGES: 1 << 9,
  GUILD_MESSAGE_REACTIONS: 1 << 10,
  DIRECT_MESSAGES: 1 << 12,
  DIRECT_MESSAGE_REACTIONS: 1 << 13,
  MESSAGE_CONTENT: 1 << 15,
};

export const PRIVILEGED_INTENTS = ['GUILD_MEMBERS', 'GUILD_PRESENCES', 'MESSAGE_CONTENT'] as const;
export type PrivilegedIntent = (typeof PRIVILEGED_INTENTS)[number];

/** Every intent bit that API version 10 knows. */
export const VALID_INTENTS = [...Array(17).keys(), 20, 21, 24, 25].reduce((set, bit) => set | (1 << bit), 0);

export const FLAGS = {
  SUPPRESS_EMBEDS: 1 << 2,
  EPHEMERAL: 1 << 6,
  LOADING: 1 << 7,
  SUPPRESS_NOTIFICATIONS: 1 << 12,
  IS_VOICE_MESSAGE: 1 << 13,
  COMPONENTS_V2: 1 << 15,
};
