import type { Core } from './core.ts';
import { describeUser } from './describe.ts';
import type { Message } from './model.ts';
import type { AllowedMentions } from './payload.ts';
import { permission } from './permissions.ts';
import { allComponents } from './rules/components.ts';
import { short } from './small.ts';

/** The kinds of mentions that ping. */
export interface MentionKinds {
  users: boolean;
  roles: boolean;
  everyone: boolean;
}

interface Rule {
  /** What the route pings when the body has no allowed_mentions. */
  kinds: MentionKinds;
  allowed: AllowedMentions | null;
  /** The author of the message that is replied to. */
  replied: string | null;
}

const USER = /<@!?(\d+)>/g;
const ROLE = /<@&(\d+)>/g;
const EVERYONE = /@(everyone|here)\b/;
const TEXT_DISPLAY = 10;

function visibleText({ content, components }: Message): string {
  const texts = allComponents(components).filter(({ type }) => type === TEXT_DISPLAY);
  return [content, ...texts.map((text) => text.content ?? '')].join('\n');
}

const mentioned = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? '')),
];

function kindsOf({ kinds, allowed }: Rule): MentionKinds {
  if (!allowed) return kinds;
  const parse = allowed.parse ?? [];
  return { users: parse.includes('users'), roles: parse.includes('roles'), everyone: parse.includes('everyone') };
}

const pingsReplied = ({ allowed }: Rule): boolean => (allowed ? (allowed.replied_user ?? false) : true);

/** Finds who is mentioned and notified by a message, and warns of mentions that nobody has thought about. */
export function applyMentions(core: Core, message: Message, rule: Rule): void {
  const { world } = core;
  const { allowed, replied } = rule;
  const channel = world.channel(message.channel_id);
  const guild = world.guildOf(channel);
  const text = visibleText(message);
  const kinds = kindsOf(rule);
  const users = new Set(
    mentioned(text, USER).filter((id) => world.users.has(id) && (kinds.users || allowed?.users?.includes(id))),
  );
  if (replied && pingsReplied(rule)) users.add(replied);
  const roles = mentioned(text, ROLE).filter((id) => guild?.roles.has(id) && (kinds.roles || allowed?.roles?.includes(id)));
  const mayPingAll = Boolean(world.permissions(message.author.id, channel) & permission('MENTION_EVERYONE'));
  const everyone = EVERYONE.test(text) && kinds.everyone && mayPingAll;
  message.mentions = [...users].map((id) => describeUser(world.user(id)));
  message.mention_roles = roles;
  message.mention_everyone = everyone;
  message.pings = { users: [...users], roles, everyone };
  if (message.author.id === world.bot.id && !allowed && (EVERYONE.test(text) || /<@[!&]?\d+>/.test(text))) {
    core.advice.push(`message ${message.id} has mentions in its text and no allowed_mentions: ${short(text, 120)}`);
  }
}
