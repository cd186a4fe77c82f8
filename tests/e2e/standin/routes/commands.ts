import { unknown } from '../api-errors.ts';
import type { Core } from '../core.ts';
import type { Command, CommandBody } from '../payload.ts';
import { checkCommand, checkCommandList } from '../rules/commands.ts';
import { snowflake } from '../snowflake.ts';
import { created, done, findGuild, ok, route, type Context, type Route } from './route.ts';

const nameless: CommandBody = { name: '' };

const globalFields = ({ dm_permission = true, contexts = null, integration_types }: CommandBody) => ({
  dm_permission,
  contexts,
  integration_types: integration_types ?? [0],
});

/** The commands of one guild, or the global ones. */
class Scope {
  constructor(
    readonly core: Core,
    readonly guildId: string | null,
  ) {}

  get commands(): Command[] {
    const { global, guild } = this.core.commands;
    return this.guildId ? (guild.get(this.guildId) ?? []) : global;
  }

  set commands(commands: Command[]) {
    if (this.guildId) this.core.commands.guild.set(this.guildId, commands);
    else this.core.commands.global = commands;
    this.core.events.emit('commands');
  }

  one(id: string): Command {
    const command = this.commands.find((known) => known.id === id);
    if (!command) throw unknown('Application Command', 10063);
    return command;
  }

  namesake({ name, type = 1 }: CommandBody): Command | undefined {
    return this.commands.find((known) => known.name === name && known.type === type);
  }

  make(body: CommandBody, old = this.namesake(body)): Command {
    const { default_member_permissions: permissions = null } = body;
    return {
      id: old?.id ?? snowflake(),
      application_id: this.core.world.application.id,
      version: snowflake(),
      type: body.type ?? 1,
      name: body.name,
      default_member_permissions: permissions === null ? null : String(permissions),
      name_localizations: body.name_localizations ?? null,
      description: body.description ?? '',
      description_localizations: body.description_localizations ?? null,
      ...(body.options ? { options: body.options } : {}),
      nsfw: body.nsfw ?? false,
      ...(this.guildId ? { guild_id: this.guildId } : globalFields(body)),
    };
  }

  replace(old: Command | undefined, next: Command): void {
    this.commands = old ? this.commands.map((known) => (known === old ? next : known)) : [...this.commands, next];
  }
}

function scopedRoutes(core: Core, prefix: string, isGuild: boolean): Route[] {
  const scope = ({ parameter }: Context): Scope => {
    if (parameter('app') !== core.world.application.id) throw unknown('Application', 10002);
    return new Scope(core, isGuild ? findGuild(core, parameter('guild')).id : null);
  };
  const list = (context: Context) => {
    const { commands } = scope(context);
    const bare = { name_localizations: undefined, description_localizations: undefined };
    return ok(
      context.query.get('with_localizations') === 'true' ? commands : commands.map((command) => ({ ...command, ...bare })),
    );
  };
  const setAll = (context: Context) => {
    const own = scope(context);
    own.commands = context.list.map((body) => own.make(body));
    return ok(own.commands);
  };
  const add = (context: Context) => {
    const own = scope(context);
    const body = { ...nameless, ...context.body };
    const old = own.namesake(body);
    const command = own.make(body, old);
    own.replace(old, command);
    return old ? ok(command) : created(command);
  };
  const change = (context: Context) => {
    const own = scope(context);
    const old = own.one(context.parameter('cmd'));
    const command = own.make({ ...old, ...context.body }, old);
    own.replace(old, command);
    return ok(command);
  };
  const remove = (context: Context) => {
    const own = scope(context);
    const old = own.one(context.parameter('cmd'));
    own.commands = own.commands.filter((known) => known !== old);
    return done();
  };
  return [
    route(`GET ${prefix}`, list),
    route(`PUT ${prefix}`, setAll, { rules: (context) => ({ problems: checkCommandList(context.list, isGuild) }) }),
    route(`POST ${prefix}`, add, { rules: ({ body }) => ({ problems: checkCommand({ ...nameless, ...body }, [], isGuild) }) }),
    route(`GET ${prefix}/{cmd}`, (context) => ok(scope(context).one(context.parameter('cmd')))),
    route(`PATCH ${prefix}/{cmd}`, change),
    route(`DELETE ${prefix}/{cmd}`, remove),
  ];
}

/** Application commands, global and of one guild. */
export const commandRoutes = (core: Core): Route[] => [
  ...scopedRoutes(core, '/applications/{app}/commands', false),
  route('GET /applications/{app}/guilds/{guild}/commands/permissions', () => ok([])),
  ...scopedRoutes(core, '/applications/{app}/guilds/{guild}/commands', true),
];
