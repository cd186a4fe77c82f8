import { Status, type Client } from 'discord.js';

/** How the bot hangs on Discord's gateway; of several shards the worst. */
export interface GatewayState {
  isConnected: boolean;
  /** Round trip of the latest heartbeat, and how long ago that was, in seconds; undefined before the first. */
  ping: number | undefined;
  heartbeatAge: number | undefined;
}

/** @param now Milliseconds since 1970. */
export function gatewayState({ ws }: Client, now: number): GatewayState {
  const shards = [...ws.shards.values()];
  const isKnown = shards.length > 0 && shards.every(({ lastPingTimestamp }) => lastPingTimestamp >= 0);
  return {
    isConnected: shards.length > 0 && shards.every(({ status }) => status === Status.Ready),
    ping: isKnown ? Math.max(...shards.map(({ ping }) => ping)) / 1000 : undefined,
    heartbeatAge: isKnown ? (now - Math.min(...shards.map(({ lastPingTimestamp }) => lastPingTimestamp))) / 1000 : undefined,
  };
}
