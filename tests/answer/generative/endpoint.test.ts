import { createServer, type ServerResponse } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { endpointFetch, MOST_BYTES } from '../../../src/answer/generative/endpoint.ts';

const PIECE = Buffer.alloc(100_000, 'x');

/** The address of an endpoint that answers with a type and then as much as it is let; the bytes that it got rid of. */
async function endless(type: string): Promise<{ address: string; sent: () => number }> {
  let sent = 0;
  const pour = (response: ServerResponse): void => {
    while (!response.destroyed && sent < 20 * MOST_BYTES) {
      sent += PIECE.length;
      if (!response.write(PIECE)) {
        response.once('drain', () => {
          pour(response);
        });
        return;
      }
    }
    response.end();
  };
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': type });
    pour(response);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return { address: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/v1`, sent: () => sent };
}

describe('an answer that is longer than any', () => {
  it.each(['text/event-stream', 'application/json'])('is not read to its end (%s)', async (type) => {
    const { address, sent } = await endless(type);
    const read = endpointFetch({ address, key: '' })(`${address}/chat/completions`).then((response) => response.text());
    await expect(read).rejects.toThrow(/longer than 2 MB/);
    expect(sent()).toBeLessThan(10 * MOST_BYTES);
  });
});
