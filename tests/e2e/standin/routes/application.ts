import { ApiError, unknown } from '../api-errors.ts';
import type { Core } from '../core.ts';
import { describeChannel, describeUser } from '../describe.ts';
import { MEMBER_PERMISSIONS } from '../permissions.ts';
import { ok, route, type Route } from './route.ts';

const SESSION_START_LIMIT = { total: 1000, remaining: 999, reset_after: 14_400_000, max_concurrency: 1 };

function describeApplication({ world }: Core): Record<string, unknown> {
  const { id, flags } = world.application;
  const urls = { redirect_uris: [], interactions_endpoint_url: null, role_connections_verification_url: null };
  const counts = { approximate_user_install_count: 0, approximate_user_authorization_count: 0, explicit_content_filter: 0 };
  return {
    id,
    name: world.bot.username,
    icon: null,
    description: '',
    summary: '',
    type: null,
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags,
    flags_new: String(flags),
    ...urls,
    ...counts,
    owner: describeUser(world.user('alice')),
    approximate_guild_count: world.guilds.size,
    team: null,
    eligible_oauth2_scopes: [],
    integration_types_config: { 0: {} },
    bot: describeUser(world.bot),
  };
}

/** The gateway's address, the bot's own user and application, other users. */
export function applicationRoutes(core: Core): Route[] {
  const { world } = core;
  const self = (): unknown => ({
    ...describeUser(world.bot),
    mfa_enabled: false,
    locale: 'en-US',
    verified: true,
    email: null,
    bot: true,
  });
  const application = () => ok(describeApplication(core));
  return [
    route('GET /gateway', () => ok({ url: core.wsUrl }), { open: true }),
    route('GET /gateway/bot', () =>
      ok({ url: core.wsUrl, shards: core.options.shards, session_start_limit: SESSION_START_LIMIT }),
    ),
    route('GET /users/@me', () => ok(self())),
    route('PATCH /users/@me', ({ body }) => {
      world.bot.username = body.username ?? world.bot.username;
      return ok(self());
    }),
    route('GET /users/@me/guilds', () => {
      const empty = { icon: null, banner: null, owner: false, permissions: String(MEMBER_PERMISSIONS) };
      return ok([...world.guilds.values()].map(({ id, name, features }) => ({ id, name, features, ...empty })));
    }),
    route('POST /users/@me/channels', ({ body }) => {
      const user = world.users.get(body.recipient_id ?? '');
      if (!user) throw new ApiError(400, 50033, 'Invalid Recipient(s)');
      return ok(describeChannel(world, world.dmChannel(user)));
    }),
    route('GET /users/{id}', ({ parameter }) => {
      const user = world.users.get(parameter('id'));
      if (!user) throw unknown('User', 10013);
      return ok(describeUser(user));
    }),
    route('GET /applications/@me', application),
    route('PATCH /applications/@me', application),
    route('GET /oauth2/applications/@me', application),
    route('GET /applications/{id}/emojis', () => ok({ items: [] })),
    route('GET /applications/{id}/entitlements', () => ok([])),
    route('GET /applications/{id}/skus', () => ok([])),
  ];
}
