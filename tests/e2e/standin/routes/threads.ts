import { ApiError, archivedThread, missingPermissions } from '../api-errors.ts';
import type { Core } from '../core.ts';
import { describeChannel } from '../describe.ts';
import { draftOf, EVERY_KIND, writeMessage } from '../messages.ts';
import { CHANNEL, isThread, type Channel, type Thread } from '../model.ts';
import { timestamp } from '../small.ts';
import { snowflake } from '../snowflake.ts';
import { openThread, type ThreadDraft } from '../threads.ts';
import { created, done, findChannel, findMessage, ok, readable, route, type Answer, type Context, type Route } from './route.ts';

type Rest = Pick<ThreadDraft, 'name' | 'ownerId' | 'autoArchiveMinutes' | 'slowmodeSeconds'>;

const wanted = (core: Core, { body }: Context): Rest => ({
  name: body.name ?? '',
  ownerId: core.world.bot.id,
  autoArchiveMinutes: body.auto_archive_duration,
  slowmodeSeconds: body.rate_limit_per_user,
});

function threadOnMessage(core: Core, context: Context): Answer {
  const channel = findChannel(core, context.parameter('id'), 'CREATE_PUBLIC_THREADS');
  if (channel.type !== CHANNEL.TEXT && channel.type !== CHANNEL.NEWS) {
    throw new ApiError(400, 50024, 'Cannot execute action on this channel type');
  }
  const starter = findMessage(core, channel.id, context.parameter('msg'));
  if (core.world.channels.has(starter.id)) throw new ApiError(400, 160004, 'A thread has already been created for this message');
  const type = channel.type === CHANNEL.NEWS ? CHANNEL.NEWS_THREAD : CHANNEL.THREAD;
  return created(
    describeChannel(core.world, openThread(core, channel, { ...wanted(core, context), id: starter.id, type, starter })),
  );
}

function forumPost(core: Core, forum: Channel, context: Context): Answer {
  if (!core.world.botCan(forum, 'SEND_MESSAGES')) throw missingPermissions();
  const channel = openThread(core, forum, { ...wanted(core, context), id: snowflake(), type: CHANNEL.THREAD });
  const draft = draftOf(core, context.body.message ?? {}, context.files);
  const message = writeMessage(core, { ...draft, channel, flags: 0, kinds: EVERY_KIND });
  return created({ ...describeChannel(core.world, channel), message: readable(core, message) });
}

function looseThread(core: Core, context: Context): Answer {
  const channel = findChannel(core, context.parameter('id'));
  if (channel.type === CHANNEL.FORUM) return forumPost(core, channel, context);
  const type = context.body.type ?? CHANNEL.PRIVATE_THREAD;
  const isPrivate = type === CHANNEL.PRIVATE_THREAD;
  if (!core.world.botCan(channel, isPrivate ? 'CREATE_PRIVATE_THREADS' : 'CREATE_PUBLIC_THREADS')) throw missingPermissions();
  const invitable = isPrivate ? { invitable: context.body.invitable ?? true } : {};
  const draft = { ...wanted(core, context), id: snowflake(), type, ...invitable };
  return created(describeChannel(core.world, openThread(core, channel, draft)));
}

function archivedThreads(core: Core, parent: Channel): unknown {
  const threads: Thread[] = [...(core.world.guildOf(parent)?.threads.values() ?? [])];
  const archived = threads.filter((thread) => thread.parent_id === parent.id && thread.thread_metadata.archived);
  return { threads: archived.map((thread) => describeChannel(core.world, thread)), members: [], has_more: false };
}

/** Threads: opening them on a message, alone or as a forum post, and their members. */
export function threadRoutes(core: Core): Route[] {
  const members = (context: Context): Set<string> => {
    const channel = findChannel(core, context.parameter('id'));
    return isThread(channel) ? channel.member_ids : new Set();
  };
  const user = ({ parameter }: Context): string => (parameter('user') === '@me' ? core.world.bot.id : parameter('user'));
  return [
    route('POST /channels/{id}/messages/{msg}/threads', (context) => threadOnMessage(core, context)),
    route('POST /channels/{id}/threads', (context) => looseThread(core, context)),
    route('PUT /channels/{id}/thread-members/{user}', (context) => {
      const channel = findChannel(core, context.parameter('id'));
      if (isThread(channel) && channel.thread_metadata.archived) throw archivedThread();
      members(context).add(user(context));
      return done();
    }),
    route('DELETE /channels/{id}/thread-members/{user}', (context) => {
      members(context).delete(user(context));
      return done();
    }),
    route('GET /channels/{id}/thread-members', (context) => {
      const id = context.parameter('id');
      return ok([...members(context)].map((user_id) => ({ id, user_id, join_timestamp: timestamp(), flags: 0 })));
    }),
    route('GET /channels/{id}/threads/archived/public', (context) =>
      ok(archivedThreads(core, findChannel(core, context.parameter('id')))),
    ),
  ];
}
