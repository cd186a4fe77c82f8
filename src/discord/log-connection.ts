import { Events, type Client } from 'discord.js';
import type { Log } from '../log.ts';

/**
 * Writes down what happens to the connection, which discord.js repairs by itself. Without somebody who listens to its errors, one of them
 * would end the process: also what an asynchronous listener throws becomes such an error.
 */
export function logConnection(client: Client, log: Log, isClosing: () => boolean): void {
  client.on(Events.Error, (error) => {
    log.error({ err: error }, 'discord.js');
  });
  client.on(Events.ShardError, (error, shard) => {
    log.warn({ err: error, shard }, 'the connection to Discord broke; it is made again');
  });
  client.on(Events.ShardReconnecting, (shard) => {
    if (!isClosing()) log.warn({ shard }, 'connecting to Discord again; what was asked meanwhile may be lost');
  });
}
