import { archivedThread, missingPermissions } from '../api-errors.ts';
import type { Core } from '../core.ts';
import { describeChannel } from '../describe.ts';
import { isThread, type Channel, type Thread } from '../model.ts';
import type { RequestBody } from '../payload.ts';
import { INTENTS } from '../permissions.ts';
import { rule } from '../rules/rule.ts';
import type { Verdict } from '../rules/messages.ts';
import { length, timestamp } from '../small.ts';
import { done, findChannel, ok, route, type Context, type Route } from './route.ts';

function checkName({ body }: Context): Partial<Verdict> {
  const size = body.name === undefined ? 1 : length(body.name);
  const message = 'Must be between 1 and 100 in length.';
  return { problems: size < 1 || size > 100 ? [rule(['name'], 'BASE_TYPE_BAD_LENGTH', message)] : [] };
}

function assertMayChange(core: Core, thread: Thread, body: RequestBody): void {
  const manages = core.world.botCan(thread, 'MANAGE_THREADS');
  const needsRight = body.locked !== undefined || body.rate_limit_per_user !== undefined;
  const needsOwner = body.name !== undefined || body.archived === true || body.auto_archive_duration !== undefined;
  if (needsRight && !manages) throw missingPermissions();
  if (needsOwner && !manages && thread.owner_id !== core.world.bot.id) throw missingPermissions();
  if (thread.thread_metadata.archived && body.archived !== false) throw archivedThread();
}

function changeThread(core: Core, thread: Thread, body: RequestBody): void {
  assertMayChange(core, thread, body);
  const state = thread.thread_metadata;
  thread.name = body.name ?? thread.name;
  state.archived = body.archived ?? state.archived;
  state.locked = body.locked ?? state.locked;
  state.auto_archive_duration = body.auto_archive_duration ?? state.auto_archive_duration;
  state.archive_timestamp = timestamp();
  const { guild_id: guildId } = thread;
  core.gateway.dispatch('THREAD_UPDATE', describeChannel(core.world, thread), { guildId, intent: INTENTS.GUILDS });
}

function remove(core: Core, channel: Channel): void {
  core.world.channels.delete(channel.id);
  const guild = core.world.guildOf(channel);
  if (!guild) return;
  guild.channels = guild.channels.filter((id) => id !== channel.id);
  guild.threads.delete(channel.id);
}

/** Channels: reading, changing, deleting, typing. */
export function channelRoutes(core: Core): Route[] {
  const { world } = core;
  const channelOf = ({ parameter }: Context): Channel => findChannel(core, parameter('id'));
  const change = (context: Context) => {
    const channel = channelOf(context);
    if (isThread(channel)) changeThread(core, channel, context.body);
    else if (!world.botCan(channel, 'MANAGE_CHANNELS')) throw missingPermissions();
    else Object.assign(channel, context.body);
    return ok(describeChannel(world, channel));
  };
  return [
    route('GET /channels/{id}', (context) => ok(describeChannel(world, channelOf(context)))),
    route('PATCH /channels/{id}', change, { rules: checkName }),
    route('DELETE /channels/{id}', (context) => {
      const channel = channelOf(context);
      if (!world.botCan(channel, isThread(channel) ? 'MANAGE_THREADS' : 'MANAGE_CHANNELS')) throw missingPermissions();
      remove(core, channel);
      return ok(describeChannel(world, channel));
    }),
    route('POST /channels/{id}/typing', (context) => {
      core.typing.push({ at: Date.now(), channel_id: channelOf(context).id });
      return done();
    }),
  ];
}
