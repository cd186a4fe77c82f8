import type { Problem } from '../api-errors.ts';
import type { MessageBody } from '../payload.ts';
import { FLAGS } from '../permissions.ts';
import { length } from '../small.ts';
import { checkComponents } from './components.ts';
import { checkEmbeds } from './embeds.ts';
import { rule, tooLong } from './rule.ts';

/** Where a message body came from: a new channel message, an edit of one, a callback, a followup, an interaction edit. */
export type MessageKind = 'message' | 'edit' | 'callback' | 'followup' | 'original';

/** What the rules say about a request, and whether its message would be empty (refused with 50006 by the route). */
export interface Verdict {
  problems: Problem[];
  empty: boolean;
}

const { SUPPRESS_EMBEDS, SUPPRESS_NOTIFICATIONS, IS_VOICE_MESSAGE, COMPONENTS_V2, EPHEMERAL } = FLAGS;
const SETTABLE: Partial<Record<MessageKind, number>> = {
  message: SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS | IS_VOICE_MESSAGE | COMPONENTS_V2,
  edit: SUPPRESS_EMBEDS | COMPONENTS_V2,
  callback: SUPPRESS_EMBEDS | EPHEMERAL | COMPONENTS_V2 | IS_VOICE_MESSAGE | SUPPRESS_NOTIFICATIONS,
};

function checkFlags(flags: number, kind: MessageKind, at: Problem['path']): Problem[] {
  const forbidden = flags & ~(SETTABLE[kind] ?? flags);
  return forbidden ? [rule([...at, 'flags'], 'MESSAGE_FLAGS_NOT_ALLOWED', `flags ${forbidden} cannot be set here`)] : [];
}

function checkMentions(body: MessageBody, at: Problem['path']): Problem[] {
  const allowed = body.allowed_mentions;
  return (['users', 'roles'] as const)
    .filter((kind) => allowed?.parse?.includes(kind) && allowed[kind]?.length)
    .map((kind) => {
      const message = `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`;
      return rule([...at, 'allowed_mentions'], 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE', message);
    });
}

const isFilled = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== '';

function checkLegacyFields(body: MessageBody, at: Problem['path']): Problem[] {
  return (['content', 'embeds', 'poll', 'sticker_ids'] as const)
    .filter((key) => isFilled(body[key]))
    .map((key) => {
      const message = `The '${key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`;
      return rule([...at, key], 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', message);
    });
}

function isEmpty(body: MessageBody, files: number): boolean {
  const lists = [body.embeds, body.components, body.sticker_ids, body.attachments];
  const shown = (body.content ?? '').trim() !== '' || lists.some(isFilled) || files > 0;
  return !shown && !body.poll && body.message_reference?.type !== 1;
}

/** Checks a message body against the limits that only the prose states; `at` is where it sits in the request. */
export function checkMessage(
  body: MessageBody,
  kind: MessageKind,
  { at = [], files = 0 }: { at?: Problem['path']; files?: number } = {},
): Verdict {
  const flags = body.flags ?? 0;
  const v2 = Boolean(flags & COMPONENTS_V2);
  const problems = [
    // The schema says 4,000 for channel messages, which is a paying user's limit.
    ...(length(body.content) > 2000 ? [tooLong([...at, 'content'], 2000)] : []),
    ...checkFlags(flags, kind, at),
    ...checkEmbeds(body.embeds ?? [], [...at, 'embeds']),
    ...checkMentions(body, at),
    ...(v2 ? checkLegacyFields(body, at) : []),
    ...checkComponents(body.components ?? [], [...at, 'components'], v2),
  ];
  return { problems, empty: isEmpty(body, files) };
}
