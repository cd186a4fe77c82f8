import type { ChildMessage, ParentMessage } from '../../../src/engine/protocol.ts';

// An engine's process that starts at once: it answers a question after as many milliseconds as the question says, with its own id.

function send(message: ChildMessage): void {
  process.send?.(message);
}

process.on('disconnect', () => {
  process.exit(0);
});
process.on('message', (message: ParentMessage) => {
  if (message.type === 'start') send({ type: 'ready' });
  if (message.type !== 'request') return;
  const { id, method } = message;
  const pause = method === 'ask' ? Number(/\d+/.exec(String(message.arguments[0]))?.[0]) : 0;
  setTimeout(() => {
    send({ type: 'result', id, value: method === 'ask' ? { kind: 'chat', pid: process.pid } : undefined });
  }, pause);
});
