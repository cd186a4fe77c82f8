import { Routes, type Client } from 'discord.js';
import { isDeepStrictEqual } from 'node:util';
import type { Log } from '../log.ts';
import { commands, messageCommands } from './commands.ts';

type Declaration = (typeof commands | typeof messageCommands)[number]['declaration'];

/**
 * Tells Discord which commands there are, if it does not know yet: each registration counts against a daily limit.
 * @param server Where to register; empty for every server and direct messages. In a single server commands have no contexts.
 */
export async function registerCommands(client: Client<true>, server: string, log: Log): Promise<void> {
  const declarations = [...commands, ...messageCommands].map(({ declaration }) => forScope(declaration, server));
  const id = client.application.id;
  const route = server === '' ? Routes.applicationCommands(id) : Routes.applicationGuildCommands(id, server);
  const known = await client.rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) });
  const isKnown = Array.isArray(known) && isDeepStrictEqual(outlines(known), outlines(declarations));
  if (isKnown) await client.application.commands.fetch(server === '' ? {} : { guildId: server });
  else if (server === '') await client.application.commands.set(declarations);
  else await client.application.commands.set(declarations, server);
  log.info({ commands: declarations.length, server, changed: !isKnown }, 'commands are registered');
}

function forScope(declaration: Declaration, server: string): Declaration {
  if (server === '') return declaration;
  const scoped = { ...declaration };
  delete scoped.contexts;
  delete scoped.integration_types;
  return scoped;
}

/** What of a declaration is ours to say. Discord adds ids, versions and defaults. */
const FIELDS = new Set([
  ...['name', 'name_localizations', 'description', 'description_localizations', 'default_member_permissions', 'contexts'],
  ...['type', 'options', 'required', 'autocomplete', 'choices', 'value', 'channel_types'],
  ...['min_value', 'max_value', 'min_length', 'max_length'],
]);

function outlines(declarations: readonly unknown[]): unknown[] {
  return declarations.map((each) => outline(each)).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

/** The same for what Discord returns and for what it was given: only our fields, without those that say nothing. */
function outline(value: unknown, isOurs = isField): unknown {
  if (Array.isArray(value)) return value.map((each) => outline(each));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([name, field]) => isOurs(name) && !saysNothing(name, field));
  return Object.fromEntries(
    entries
      .map(([name, field]) => [name, outline(field, name.endsWith('_localizations') ? isLanguage : isField)])
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  );
}

const isField = (name: string): boolean => FIELDS.has(name);
/** Every language is ours; only where languages stand, since "id" is one of them. */
const isLanguage = (): boolean => true;

/** A missing type is that of a slash command. */
function saysNothing(name: string, field: unknown): boolean {
  return (
    field === null ||
    field === false ||
    field === undefined ||
    field === '' ||
    (name === 'type' && field === 1) ||
    (Array.isArray(field) && field.length === 0)
  );
}
