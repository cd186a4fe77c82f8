import { isRecord } from '../standin/small.ts';
import type { Discord } from '../standin/index.ts';

const NOBODY = { everyone: false, roles: [], users: [] };

/** Every message of the bot that notified somebody, and every request that leaves it to Discord whom to notify. */
export function pings(d: Discord): string[] {
  const notified = d.botMessages
    .filter(({ pings: given }) => JSON.stringify(Object.entries(given).sort()) !== JSON.stringify(Object.entries(NOBODY)))
    .map(({ content }) => `notified by: ${content}`);
  const careless = d.requests
    .filter(({ body }) => {
      const data = isRecord(body) && isRecord(body['data']) ? body['data'] : body;
      if (!isRecord(data) || typeof data['content'] !== 'string') return false;
      const allowed = data['allowed_mentions'];
      return !isRecord(allowed) || JSON.stringify(allowed['parse']) !== '[]' || allowed['users'] !== undefined;
    })
    .map(({ method, route }) => `leaves it to Discord: ${method} ${route}`);
  return [...notified, ...careless];
}
