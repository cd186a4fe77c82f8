import { Events } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { createClient } from '../../src/discord/client.ts';
import { logConnection } from '../../src/discord/log-connection.ts';
import { createLog } from '../../src/log.ts';

function bench(isClosing = false) {
  const lines: string[] = [];
  const log = createLog({ level: 'debug', secrets: [], destination: { write: (line) => void lines.push(line) } });
  const client = createClient({ api: '', messageContent: false, shards: 'auto', shardCount: 0 });
  logConnection(client, log, () => isClosing);
  return { client, lines };
}

describe('an error of the connection', () => {
  it('that discord.js tells of is logged and ends nothing', () => {
    const { client, lines } = bench();
    client.emit(Events.Error, new Error('broken'));
    client.emit(Events.ShardError, new Error('cut'), 0);
    expect(lines).toEqual([expect.stringMatching(/"error".*broken/), expect.stringMatching(/"warn".*cut/)]);
  });

  it('that a listener rejects with is logged and ends nothing', async () => {
    const { client, lines } = bench();
    // eslint-disable-next-line @typescript-eslint/no-misused-promises -- what is tested
    client.on(Events.Debug, () => Promise.reject(new Error('rejected')));
    client.emit(Events.Debug, '');
    await expect.poll(() => lines).toEqual([expect.stringMatching(/"error".*rejected/)]);
  });

  it('is expected when the bot closes', () => {
    const { client, lines } = bench(true);
    client.emit(Events.ShardReconnecting, 0);
    expect(lines).toEqual([]);
  });
});
