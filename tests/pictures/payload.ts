import { z } from 'zod';

const user = z.object({
  id: z.string().default('0'),
  username: z.string(),
  global_name: z.string().nullish(),
  bot: z.boolean().optional(),
});

const embed = z.object({
  title: z.string().optional(),
  url: z.string().optional(),
  description: z.string().optional(),
  color: z.number().optional(),
  fields: z.array(z.object({ name: z.string(), value: z.string(), inline: z.boolean().optional() })).default([]),
  footer: z.object({ text: z.string() }).optional(),
});

const emoji = z.object({ name: z.string().nullish() }).nullish();

const component = z.object({
  type: z.number(),
  style: z.number().optional(),
  label: z.string().nullish(),
  emoji,
  disabled: z.boolean().nullish(),
  placeholder: z.string().nullish(),
  options: z.array(z.object({ label: z.string(), default: z.boolean().optional(), emoji })).optional(),
});

const used = z.object({ name: z.string().optional(), user }).nullish();

/** A message as Discord's API returns it, as far as it is drawn. */
const message = z.object({
  author: user,
  content: z.string().default(''),
  timestamp: z.string().default('2024-03-05T06:30:00.000Z'),
  flags: z.number().default(0),
  mentions: z.array(user).default([]),
  embeds: z.array(embed).default([]),
  components: z.array(z.object({ components: z.array(component).default([]) })).default([]),
  interaction_metadata: used,
  interaction: used,
  referenced_message: z.object({ author: user, content: z.string().default(''), mentions: z.array(user).default([]) }).nullish(),
});

export type User = z.infer<typeof user>;
export type Embed = z.infer<typeof embed>;
export type Component = z.infer<typeof component>;
export type Message = z.infer<typeof message>;

/** Reads a message or a list of messages; throws where the payload has another shape. */
export function readMessages(json: unknown): Message[] {
  return z.array(message).parse(Array.isArray(json) ? json : [json]);
}

export function nameOf({ global_name: name, username }: User): string {
  return name ?? username;
}
