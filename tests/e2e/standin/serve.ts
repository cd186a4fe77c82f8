import { start } from 'node:repl';
import { parseArgs } from 'node:util';
import type { RequestEntry, Violation } from './core.ts';
import { Discord } from './discord.ts';
import type { GatewayEvent } from './gateway.ts';
import { short } from './small.ts';

// Starts the stand-in for a bot run by hand: prints the bot's environment, reports what it does, and offers `d`.
const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } });
const discord = await Discord.start({ port: Number(values.port) });
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

for (const [name, value] of Object.entries(discord.env)) say(`export ${name}=${value}`);
discord.events.on('request', ({ method, path, status, body }: RequestEntry) => {
  say(`# ${method} ${path} -> ${status} ${short(body, 160)}`);
});
discord.events.on('gateway', ({ event }: GatewayEvent) => {
  if (event !== 'heartbeat') say(`# gateway ${event}`);
});
discord.events.on('violation', ({ source, route, path, message }: Violation) => {
  say(`# VIOLATION ${source} ${route} ${path.join('.')}: ${message}`);
});
start('d> ').context['d'] = discord;
