import { isRecord } from './small.ts';

export type Localizations = Record<string, string> | null | undefined;

export interface Choice {
  name: string;
  value: string | number;
  name_localizations?: Localizations;
}

interface Described {
  name: string;
  description?: string | undefined;
  name_localizations?: Localizations;
  description_localizations?: Localizations;
}

export interface CommandOption extends Described {
  type: number;
  required?: boolean;
  autocomplete?: boolean;
  choices?: Choice[] | undefined;
  options?: CommandOption[] | undefined;
  min_length?: number;
  max_length?: number;
  min_value?: number;
  max_value?: number;
}

export interface CommandBody extends Described {
  type?: number;
  options?: CommandOption[] | undefined;
  default_member_permissions?: string | number | null;
  dm_permission?: boolean;
  contexts?: number[] | null;
  integration_types?: number[] | null;
  nsfw?: boolean;
}

export interface Command extends CommandBody {
  id: string;
  application_id: string;
  version: string;
  type: number;
  guild_id?: string;
}

interface SelectOption {
  label: string;
  value: string;
}

export interface Component {
  type: number;
  id?: number | undefined;
  custom_id?: string;
  label?: string;
  style?: number;
  url?: string;
  emoji?: { name?: string };
  disabled?: boolean;
  placeholder?: string;
  options?: SelectOption[];
  min_values?: number;
  max_values?: number;
  components?: Component[];
  accessory?: Component;
  component?: Component;
  content?: string;
  value?: string;
  required?: boolean;
  min_length?: number;
  max_length?: number;
}

interface EmbedField {
  name?: string;
  value?: string;
  inline?: boolean;
}

export interface Embed {
  title?: string;
  description?: string;
  url?: string;
  fields?: EmbedField[];
  footer?: { text?: string };
  author?: { name?: string };
  image?: unknown;
  thumbnail?: unknown;
  video?: unknown;
}

export interface AllowedMentions {
  parse?: string[];
  users?: string[];
  roles?: string[];
  replied_user?: boolean;
}

export interface MessageBody {
  content?: string | null;
  embeds?: Embed[] | null;
  components?: Component[] | null;
  attachments?: { id: string | number; description?: string }[] | null;
  allowed_mentions?: AllowedMentions | null;
  message_reference?: { type?: number; message_id?: string; fail_if_not_exists?: boolean } | null;
  flags?: number | null;
  nonce?: string | number | null;
  enforce_nonce?: boolean;
  tts?: boolean;
  poll?: unknown;
  sticker_ids?: string[];
}

/** The `data` of an interaction callback: a message, choices or a modal. */
export interface CallbackData extends MessageBody {
  choices?: Choice[];
  title?: string;
  custom_id?: string;
}

/** Every field of a request that some route reads; which of them are there depends on the route. */
export interface RequestBody extends MessageBody, Partial<Omit<CommandBody, 'type'>> {
  type?: number;
  data?: CallbackData | null;
  username?: string;
  recipient_id?: string;
  archived?: boolean;
  locked?: boolean;
  invitable?: boolean;
  auto_archive_duration?: number;
  rate_limit_per_user?: number;
  message?: MessageBody;
  messages?: string[];
}

/** Takes an object for a request body. The types of its fields are what the schema check is for. */
export const isBody = (value: unknown): value is RequestBody => isRecord(value);

/** Takes an array for a list of commands, as `isBody` does for one. */
export const isCommandList = (value: unknown): value is CommandBody[] => Array.isArray(value);
