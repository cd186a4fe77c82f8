import { missingAccess, unknown } from '../api-errors.ts';
import type { Core } from '../core.ts';
import { activeThreads, describeChannel, describeGuild, describeMember, describeRole } from '../describe.ts';
import type { Guild } from '../model.ts';
import { findGuild, ok, route, type Context, type Route } from './route.ts';

/** Guilds, their channels, roles and members. */
export function guildRoutes(core: Core): Route[] {
  const { world } = core;
  const guildOf = ({ parameter }: Context): Guild => findGuild(core, parameter('id'));
  const member = (guild: Guild, id: string): unknown => {
    const found = guild.members.get(id === '@me' ? world.bot.id : id);
    if (!found) throw unknown('Member', 10007);
    return describeMember(world, found);
  };
  return [
    route('GET /guilds/{id}', (context) => {
      const guild = guildOf(context);
      const counts = { approximate_member_count: guild.members.size, approximate_presence_count: 1 };
      return ok({ ...describeGuild(guild), ...(context.query.get('with_counts') === 'true' ? counts : {}) });
    }),
    route('GET /guilds/{id}/channels', (context) =>
      ok(guildOf(context).channels.map((id) => describeChannel(world, world.channel(id)))),
    ),
    route('GET /guilds/{id}/roles', (context) => ok([...guildOf(context).roles.values()].map(describeRole))),
    route('GET /guilds/{id}/members', (context) => {
      if (!core.options.privilegedIntents.includes('GUILD_MEMBERS')) throw missingAccess();
      const members = [...guildOf(context).members.values()].slice(0, Number(context.query.get('limit') ?? 1));
      return ok(members.map((found) => describeMember(world, found)));
    }),
    route('PATCH /guilds/{id}/members/@me', (context) => ok(member(guildOf(context), '@me'))),
    route('GET /guilds/{id}/members/{user}', (context) => ok(member(guildOf(context), context.parameter('user')))),
    route('GET /guilds/{id}/threads/active', (context) =>
      ok({ threads: activeThreads(world, guildOf(context)), members: [], has_more: false }),
    ),
    route('GET /guilds/{id}/emojis', () => ok([])),
  ];
}
