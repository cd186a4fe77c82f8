import { describeChannel } from '../standin/describe.ts';
import type { Discord } from '../standin/index.ts';
import type { Message } from '../standin/model.ts';
import { INTENTS } from '../standin/permissions.ts';
import type { Interaction } from '../standin/interaction.ts';

let added = 0;

/** A Korean member of a server who has not asked anything yet; their id. */
export function newcomer(d: Discord, { guild = 'guild', locale = 'ko' } = {}): string {
  const user = d.world.addUser(`newcomer${++added}`, { locale });
  const home = d.world.guilds.get(d.world.id(guild));
  if (!home) throw new Error(`no server "${guild}"`);
  d.world.addMember(home, user);
  return user.id;
}

/** A channel that only the caller uses: requests that are slowed down in it slow down nobody else. */
export function newChannel(d: Discord, guild = 'guild'): string {
  const home = d.world.guilds.get(d.world.id(guild));
  if (!home) throw new Error(`no server "${guild}"`);
  const channel = d.world.addChannel(home, `channel${++added}`);
  d.gateway.dispatch('CHANNEL_CREATE', describeChannel(d.world, channel), { guildId: home.id, intent: INTENTS.GUILDS });
  return channel.id;
}

/** Presses the first button of a message as if it carried this id: anyone can send any id. */
export async function pressForged(d: Discord, message: Message, id: string, user: string): Promise<Interaction> {
  const [button] = d.buttons(message);
  if (!button) throw new Error('the message has no button');
  const { custom_id: own } = button;
  button.custom_id = id;
  try {
    return await d.press(message, id, { user });
  } finally {
    if (own === undefined) delete button.custom_id;
    else button.custom_id = own;
  }
}
