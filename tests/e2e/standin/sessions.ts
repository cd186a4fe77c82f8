import { randomBytes } from 'node:crypto';
import type { Connection, Session } from './connection.ts';
import { describeMember, describeUser, guildCreate } from './describe.ts';
import type { Gateway } from './gateway.ts';
import { INTENTS, PRIVILEGED_INTENTS, VALID_INTENTS } from './permissions.ts';
import { listed, many } from './small.ts';

type Fields = Record<string, unknown>;

const REPLAYED = 2000;
const TRACE = ['["stand-in"]'];

const numbers = (value: unknown): number[] => (Array.isArray(value) ? value.map(Number) : []);
const texts = (value: unknown): string[] => many(value).filter((item) => typeof item === 'string');

/** The sessions of the gateway: logging in, resuming, numbering and replaying dispatches. */
export class Sessions {
  readonly #sessions = new Map<string, Session>();

  constructor(readonly gateway: Gateway) {}

  /** Every session that can be used or resumed. */
  all(): Session[] {
    return [...this.#sessions.values()];
  }

  /** Forgets a session: it can no longer be resumed. */
  end(session: Session): void {
    this.#sessions.delete(session.id);
  }

  /** Whether a guild's dispatches go to this session's shard. */
  owns(session: Session, guildId: string): boolean {
    return Number((BigInt(guildId) >> 22n) % BigInt(session.shards)) === session.shard;
  }

  /** Numbers a dispatch, keeps it for replay and sends it. */
  emit(session: Session, name: string, data: unknown): void {
    const dispatch = { op: 0 as const, t: name, s: ++session.sequence, d: structuredClone(data) };
    session.sent = [...session.sent.slice(1 - REPLAYED), dispatch];
    session.connection?.send(dispatch);
  }

  #isToken(data: Fields): boolean {
    const { token } = data;
    return typeof token === 'string' && token.replace(/^Bot\s+/i, '') === this.gateway.core.options.token;
  }

  #refuse(connection: Connection, code: number, reason: string, why = reason): void {
    this.gateway.record('identify-refused', { why });
    connection.close(code, reason);
  }

  /** Answers IDENTIFY: READY and the guilds, or the close code of what is wrong. */
  identify(connection: Connection, data: Fields): void {
    const intents = Number(data['intents']);
    const [shard = 0, shards = 1] = numbers(data['shard']);
    const granted = this.gateway.core.options.privilegedIntents;
    const forbidden = PRIVILEGED_INTENTS.filter((name) => intents & INTENTS[name] && !granted.includes(name));
    if (connection.session) this.#refuse(connection, 4005, 'Already authenticated.');
    else if (!this.#isToken(data)) this.#refuse(connection, 4004, 'Authentication failed.', 'token');
    else if (!Number.isInteger(intents) || intents & ~VALID_INTENTS) this.#refuse(connection, 4013, 'Invalid intent(s).');
    else if (forbidden.length) this.#refuse(connection, 4014, 'Disallowed intent(s).', `disallowed intents ${listed(forbidden)}`);
    else if (!(shard < shards)) this.#refuse(connection, 4010, 'Invalid shard.');
    else this.#open(connection, intents, shard, shards, data['presence']);
  }

  #open(connection: Connection, intents: number, shard: number, shards: number, presence: unknown): void {
    const session: Session = { id: randomBytes(16).toString('hex'), sequence: 0, sent: [], connection, intents, shard, shards };
    this.#sessions.set(session.id, session);
    connection.session = session;
    this.gateway.record('identify', { intents, shard: [shard, shards], presence });
    const { world, options } = this.gateway.core;
    const guilds = [...world.guilds.values()].filter((guild) => this.owns(session, guild.id));
    const empty = {
      relationships: [],
      private_channels: [],
      presences: [],
      guild_join_requests: [],
      geo_ordered_rtc_regions: [],
    };
    this.emit(session, 'READY', {
      v: 10,
      ...empty,
      user_settings: {},
      user: { ...describeUser(world.bot), bot: true, verified: true, mfa_enabled: false, email: null },
      session_type: 'normal',
      session_id: session.id,
      resume_gateway_url: this.gateway.resumeUrl,
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      application: world.application,
      shard: [shard, shards],
      _trace: TRACE,
    });
    setTimeout(() => {
      for (const guild of guilds) this.emit(session, 'GUILD_CREATE', guildCreate(world, guild, intents));
      this.gateway.record('guilds-sent');
    }, options.guildDelayMs).unref();
  }

  /** Answers RESUME: everything missed, or "invalid session". */
  resume(connection: Connection, data: Fields): void {
    const session = this.#sessions.get(texts(data['session_id'])[0] ?? '');
    const sequence = Number(data['seq']);
    if (!this.#isToken(data)) connection.close(4004, 'Authentication failed.');
    else if (!session || this.gateway.rejectResumes > 0) this.#refuseResume(connection, session);
    else if (sequence > session.sequence) connection.close(4007, 'Invalid seq.');
    else this.#replay(connection, session, sequence);
  }

  #refuseResume(connection: Connection, session: Session | undefined): void {
    if (this.gateway.rejectResumes > 0) this.gateway.rejectResumes--;
    if (session) this.end(session);
    this.gateway.record('resume-refused', { known: Boolean(session) });
    connection.send({ op: 9, d: false });
  }

  #replay(connection: Connection, session: Session, sequence: number): void {
    session.connection = connection;
    connection.session = session;
    const missed = session.sent.filter((dispatch) => dispatch.s > sequence);
    this.gateway.record('resume', { sequence, replayed: missed.length, path: connection.path });
    for (const dispatch of missed) connection.send(dispatch);
    this.emit(session, 'RESUMED', { _trace: TRACE });
  }

  /** Answers a request for the members of a guild, by user ids or the start of a name. */
  sendMembers(session: Session, data: Fields): void {
    const { world } = this.gateway.core;
    const guild = world.guilds.get(texts(data['guild_id'])[0] ?? '');
    if (!guild) return;
    const [ids, [prefix = '']] = [texts(data['user_ids']), texts(data['query'])];
    const members = [...guild.members.values()].filter((member) =>
      ids.length ? ids.includes(member.user_id) : world.user(member.user_id).username.startsWith(prefix),
    );
    const chunk = { chunk_index: 0, chunk_count: 1, not_found: [], presences: [], nonce: data['nonce'] };
    const described = members.map((member) => describeMember(world, member));
    this.emit(session, 'GUILD_MEMBERS_CHUNK', { guild_id: guild.id, members: described, ...chunk });
  }
}
