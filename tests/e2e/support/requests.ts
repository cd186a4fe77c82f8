import type { RequestEntry } from '../standin/core.ts';
import type { Discord } from '../standin/index.ts';
import type { Interaction } from '../standin/interaction.ts';
import type { Message } from '../standin/model.ts';

/** Requests of one kind: what a fault meets, and what is counted. */
export interface Target {
  method: string;
  path: RegExp;
}

/** The first response to an interaction. */
export const callbackOf = ({ token }: Interaction): Target => ({ method: 'POST', path: new RegExp(`${token}/callback$`) });

/** Changes of that response. */
export const editOf = ({ token }: Interaction): Target => ({
  method: 'PATCH',
  path: new RegExp(`${token}/messages/@original$`),
});

/** Messages into a channel. */
export const sendIn = (d: Discord, channel: string): Target => ({
  method: 'POST',
  path: new RegExp(`/channels/${d.world.channel(channel).id}/messages$`),
});

/** What assertClean says when Discord refuses such a request. */
export const refusal = ({ path }: Target, problem: string): RegExp =>
  new RegExp(`^refused: \\w+ \\S*${path.source.slice(0, -1)} -> ${problem}`);

/** What the bot has requested so far. */
export const requested = (d: Discord, { method, path }: Target): RequestEntry[] =>
  d.requests.filter((request) => request.method === method && path.test(request.path));

/** What everyone can read of the bot in a channel. */
export function written(d: Discord, channel: string): Message[] {
  const { id } = d.world.channel(channel);
  return d.botMessages.filter((message) => message.channel_id === id && !message.deleted && !message.isEphemeral);
}

/** Time in which something could happen that must not. */
export async function quiet(milliseconds = 300): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}
