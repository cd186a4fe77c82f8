import type { WebSocket } from 'ws';

/** One dispatch of a session, kept for replay. */
export interface Dispatch {
  op: 0;
  t: string;
  s: number;
  d: unknown;
}

export interface Session {
  id: string;
  sequence: number;
  sent: Dispatch[];
  connection: Connection | null;
  intents: number;
  shard: number;
  shards: number;
}

const SENDS_A_MINUTE = 120;

/** One WebSocket of a bot. */
export class Connection {
  session: Session | null = null;
  closedByServer = false;
  #received: number[] = [];
  #watch: NodeJS.Timeout | undefined;

  constructor(
    readonly socket: WebSocket,
    readonly path: string,
  ) {}

  /** Sends a payload, if the socket is open. */
  send(payload: { op: number; d?: unknown }): void {
    if (this.socket.readyState === this.socket.OPEN) this.socket.send(JSON.stringify({ t: null, s: null, ...payload }));
  }

  /** Closes the socket from the server's side. */
  close(code: number, reason: string): void {
    this.closedByServer = true;
    this.socket.close(code, reason);
  }

  /** Cuts the connection. */
  cut(): void {
    this.closedByServer = true;
    this.socket.terminate();
  }

  /** Counts a payload of the bot; true when it sent more than Discord takes in a minute. */
  isFlooded(): boolean {
    const now = Date.now();
    this.#received = [...this.#received.filter((at) => now - at < 60_000), now];
    return this.#received.length > SENDS_A_MINUTE;
  }

  /** Closes the socket when no heartbeat comes in time; each call starts the time anew. */
  expectHeartbeat(milliseconds: number): void {
    clearTimeout(this.#watch);
    this.#watch = setTimeout(() => {
      this.close(4009, 'Session timed out.');
    }, milliseconds).unref();
  }

  /** Ends the wait for heartbeats. */
  stopWatching(): void {
    clearTimeout(this.#watch);
  }
}
