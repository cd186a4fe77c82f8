import { missingAccess, missingPermissions, unknown } from '../api-errors.ts';
import type { Core, UploadedFile } from '../core.ts';
import { describeMessage } from '../describe.ts';
import type { Channel, Guild, Message } from '../model.ts';
import type { CommandBody, RequestBody } from '../payload.ts';
import type { PermissionName } from '../permissions.ts';
import { checkMessage, type MessageKind, type Verdict } from '../rules/messages.ts';

/** A request as its route sees it. */
export interface Context {
  body: RequestBody;
  /** The body, where it is a list of commands. */
  list: CommandBody[];
  files: UploadedFile[];
  query: URLSearchParams;
  /** The value of a {placeholder} of the route. */
  parameter: (name: string) => string;
  /** The rules found nothing in it to show. */
  empty: boolean;
}

/** What a route answers; no body is 204. */
export interface Answer {
  status: number;
  body?: unknown;
}

export type Handler = (context: Context) => Answer;

export interface Route {
  method: string;
  template: string;
  pattern: RegExp;
  names: string[];
  handle: Handler;
  /** Needs no bot token. */
  open: boolean;
  rules: ((context: Context) => Partial<Verdict>) | null;
}

/** 200 with a body. */
export const ok = (body: unknown): Answer => ({ status: 200, body });
/** 201 with a body. */
export const created = (body: unknown): Answer => ({ status: 201, body });
/** 204. */
export const done = (): Answer => ({ status: 204 });

/** A route from "METHOD /path/{placeholder}". */
export function route(specification: string, handle: Handler, { open = false, rules = null }: Partial<Route> = {}): Route {
  const [method = '', template = ''] = specification.split(' ');
  const pattern = new RegExp(`^${template.replace(/\{[^}]+\}/g, '([^/]+)')}$`);
  const names = [...template.matchAll(/\{([^}]+)\}/g)].map((match) => match[1] ?? '');
  return { method, template, pattern, names, handle, open, rules };
}

/** The rules of a route that takes a message. */
export const messageRules =
  (kind: MessageKind) =>
  ({ body, files }: Context): Verdict =>
    checkMessage(body, kind, { files: files.length });

/** The channel of an identifier, if the bot can see it and has these permissions there. */
export function findChannel(core: Core, id: string, ...permissions: PermissionName[]): Channel {
  const channel = core.world.channels.get(id);
  if (!channel) throw unknown('Channel', 10003);
  if (!core.world.botCan(channel, 'VIEW_CHANNEL')) throw missingAccess();
  if (!core.world.botCan(channel, ...permissions)) throw missingPermissions();
  return channel;
}

/** A message of a channel that everybody there sees. */
export function findMessage(core: Core, channelId: string, id: string): Message {
  const message = core.world.messages.get(channelId)?.get(id);
  if (!message || message.deleted || message._ephemeralFor) throw unknown('Message', 10008);
  return message;
}

/** A guild that the bot is in. */
export function findGuild(core: Core, id: string): Guild {
  const guild = core.world.guilds.get(id);
  if (!guild) throw unknown('Guild', 10004);
  return guild;
}

/** A message as the bot may read it. */
export const readable = (core: Core, message: Message): unknown =>
  describeMessage(core.world, message, core.options.privilegedIntents.includes('MESSAGE_CONTENT'));
