import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { Connection, type Session } from './connection.ts';
import type { Core } from './core.ts';
import { Sessions } from './sessions.ts';
import { isRecord, listed } from './small.ts';
import { PATIENCE } from './patience.ts';

/** Something that happened at the gateway. */
export interface GatewayEvent {
  at: number;
  event: string;
  [detail: string]: unknown;
}

const OPERATION = { HEARTBEAT: 1, IDENTIFY: 2, PRESENCE: 3, VOICE: 4, RESUME: 6, REQUEST_MEMBERS: 8, SOUNDBOARD: 31 };
const MAXIMUM_PAYLOAD = 4096;
const RESUME_PATH = '/resume';
const REFUSAL = 'HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n';

const bytesOf = (data: RawData): Buffer =>
  Array.isArray(data) ? Buffer.concat(data) : data instanceof ArrayBuffer ? Buffer.from(data) : data;

function payloadOf(data: Buffer): { op: unknown; d: unknown } | null {
  try {
    const payload: unknown = JSON.parse(data.toString('utf8'));
    return isRecord(payload) ? { op: payload['op'], d: payload['d'] } : null;
  } catch {
    return null;
  }
}

/** Discord's gateway (version 10, JSON, no compression), and what a test can do to it. */
export class Gateway {
  /** connect, identify, identify-refused, guilds-sent, resume, resume-refused, heartbeat, presence, close, upgrade-refused. */
  readonly log: GatewayEvent[] = [];
  readonly connections = new Set<Connection>();
  readonly sessions: Sessions;
  /** Answers the next so many WebSocket upgrades with HTTP 503. */
  refuseUpgrades = 0;
  /** Answers the next so many resumes with "invalid session". */
  rejectResumes = 0;
  #muted = false;
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: 1 << 20, perMessageDeflate: false });

  constructor(readonly core: Core) {
    this.sessions = new Sessions(this);
  }

  /** Where a client resumes. */
  get resumeUrl(): string {
    return `${this.core.wsUrl}${RESUME_PATH}`;
  }

  /** Writes down an event. */
  record(event: string, details: Record<string, unknown> = {}): void {
    const entry = { at: Date.now(), event, ...details };
    this.log.push(entry);
    this.core.events.emit('gateway', entry);
  }

  /** How often an event has happened. */
  count(event: string): number {
    return this.log.filter((entry) => entry.event === event).length;
  }

  /** Waits for the next event of that name, from now on: take the promise before the act. */
  next(event: string, timeout = PATIENCE): Promise<GatewayEvent> {
    const from = this.log.length;
    const since = (): string => listed(this.log.slice(from).map((entry) => entry.event));
    return this.core.until(
      () => this.log.slice(from).find((entry) => entry.event === event),
      timeout,
      () => `gateway: no "${event}" within ${timeout} ms; since: ${since()}`,
    );
  }

  /** The number of connected sessions. */
  get connected(): number {
    return this.sessions.all().filter((session) => session.connection).length;
  }

  /** Takes over an HTTP connection that asks for a WebSocket. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (this.refuseUpgrades > 0) {
      this.refuseUpgrades--;
      this.record('upgrade-refused');
      socket.end(REFUSAL);
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (webSocket) => {
      this.#accept(webSocket, new URL(request.url ?? '/', 'http://localhost'));
    });
  }

  #accept(socket: WebSocket, url: URL): void {
    const connection = new Connection(socket, url.pathname);
    const query = url.searchParams;
    this.connections.add(connection);
    this.record('connect', { path: url.pathname, query: Object.fromEntries(query) });
    socket.on('error', () => undefined);
    socket.on('close', (code) => {
      this.#closed(connection, code);
    });
    if (!['9', '10'].includes(query.get('v') ?? '10')) {
      connection.close(4012, 'Invalid API version.');
      return;
    }
    if ((query.get('encoding') ?? 'json') !== 'json' || query.has('compress')) {
      connection.close(4002, 'The stand-in speaks uncompressed JSON only.');
      return;
    }
    socket.on('message', (data) => {
      this.#receive(connection, bytesOf(data));
    });
    connection.send({ op: 10, d: { heartbeat_interval: this.core.options.heartbeatInterval, _trace: ['["stand-in"]'] } });
    this.#expectHeartbeat(connection);
  }

  #expectHeartbeat(connection: Connection): void {
    connection.expectHeartbeat(this.core.options.heartbeatInterval * 2 + 5000);
  }

  #closed(connection: Connection, code: number): void {
    this.connections.delete(connection);
    connection.stopWatching();
    const session = connection.session;
    if (session?.connection === connection) session.connection = null;
    // A client that closes with 1000 or 1001 ends its session.
    if (session && !connection.closedByServer && [1000, 1001].includes(code)) this.sessions.end(session);
    this.record('close', { code, by: connection.closedByServer ? 'server' : 'client' });
  }

  #receive(connection: Connection, data: Buffer): void {
    if (connection.isFlooded()) {
      connection.close(4008, 'Rate limited.');
      return;
    }
    const payload = data.length > MAXIMUM_PAYLOAD ? null : payloadOf(data);
    if (!payload) {
      connection.close(4002, 'Error while decoding payload.');
      return;
    }
    this.#obey(connection, payload.op, payload.d);
  }

  #obey(connection: Connection, operation: unknown, data: unknown): void {
    const fields = isRecord(data) ? data : {};
    if (operation === OPERATION.HEARTBEAT) this.#heartbeat(connection, data);
    else if (operation === OPERATION.IDENTIFY) this.sessions.identify(connection, fields);
    else if (operation === OPERATION.RESUME) this.sessions.resume(connection, fields);
    else if (!connection.session) connection.close(4003, 'Not authenticated.');
    else if (operation === OPERATION.PRESENCE) this.record('presence', { data });
    else if (operation === OPERATION.REQUEST_MEMBERS) this.sessions.sendMembers(connection.session, fields);
    else if (operation !== OPERATION.VOICE && operation !== OPERATION.SOUNDBOARD) connection.close(4001, 'Unknown opcode.');
  }

  #heartbeat(connection: Connection, sequence: unknown): void {
    this.record('heartbeat', { sequence });
    this.#expectHeartbeat(connection);
    if (!this.#muted) connection.send({ op: 11 });
  }

  /**
   * Sends a dispatch to the sessions that should get it and returns their number. A function as `data` makes each
   * session its own payload; `intent` leaves out sessions without it.
   */
  dispatch(
    name: string,
    data: unknown,
    { guildId = null, intent = 0 }: { guildId?: string | null | undefined; intent?: number } = {},
  ): number {
    const receivers = this.sessions.all().filter((session) => {
      const owner = guildId ? this.sessions.owns(session, guildId) : session.shard === 0;
      return owner && (intent === 0 || Boolean(session.intents & intent));
    });
    for (const session of receivers) this.sessions.emit(session, name, isMaker(data) ? data(session) : data);
    return receivers.length;
  }

  /** Discord asks the client to reconnect and resume (operation 7). */
  reconnect(): void {
    for (const connection of this.connections) connection.send({ op: 7, d: null });
  }

  /** The session is invalid (operation 9); resumable or not. */
  invalidSession(resumable = false): void {
    for (const connection of this.connections) {
      if (!resumable && connection.session) this.sessions.end(connection.session);
      connection.send({ op: 9, d: resumable });
    }
  }

  /** Closes the socket with a close code; 4003, 4007 and 4009 also end the session. */
  close(code: number, reason = ''): void {
    for (const connection of this.connections) {
      const ends = [4003, 4007, 4009].includes(code) && this.core.options.forgetSessionOnTimeout;
      if (ends && connection.session) this.sessions.end(connection.session);
      connection.close(code, reason);
    }
  }

  /** Cuts the TCP connection. */
  drop(): void {
    for (const connection of this.connections) connection.cut();
  }

  /** Asks for a heartbeat at once (operation 1). */
  requestHeartbeat(): void {
    for (const connection of this.connections) connection.send({ op: 1, d: null });
  }

  /** Stops (or restarts) acknowledging heartbeats. */
  muteAcks(on = true): void {
    this.#muted = on;
  }
}

type Maker = (session: Session) => unknown;
const isMaker = (data: unknown): data is Maker => typeof data === 'function';
