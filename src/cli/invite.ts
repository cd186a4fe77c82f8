import { inviteLink, PERMISSIONS } from '../discord/permissions.ts';
import { applicationIdOf, isApplicationId } from '../discord/token.ts';
import { UsageError } from '../errors.ts';
import { print } from './output.ts';

const WHERE =
  'It is the "Application ID" at https://discord.com/developers/applications, General Information: npm run invite -- <application-id>';

/**
 * `invite`: the link that adds the bot to a server, and what each permission is for.
 * @param given The application id; the one in the token unless given.
 * @throws UsageError when there is no application id, or what there is cannot be one.
 */
export function invite(given: string | undefined, token: string): void {
  print(inviteLink(applicationId(given, token)));
  print('\nOpen it in a browser, choose a server that you manage, and confirm. The bot asks for permission to:');
  const width = Math.max(...PERMISSIONS.map(({ name }) => name.length));
  for (const { name, reason } of PERMISSIONS) print(`  ${name.padEnd(width)}  ${reason}`);
}

function applicationId(given: string | undefined, token: string): string {
  if (given !== undefined) {
    if (!isApplicationId(given)) throw new UsageError(`an application id has 10 to 20 digits and nothing else. ${WHERE}`);
    return given;
  }
  if (token === '') throw new UsageError(`the application id is missing. Set DISCORD_TOKEN, or give the id. ${WHERE}`);
  const id = applicationIdOf(token);
  if (id === undefined) throw new UsageError(`DISCORD_TOKEN is no bot's token, so no application id is known. ${WHERE}`);
  return id;
}
