import { Events, type Client, type SendableChannels } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from '../../src/discord/client.ts';
import { acknowledge, editAll, type Content } from '../../src/discord/respond.ts';
import { send } from '../../src/discord/send.ts';
import { RAW_MENTION } from '../discord/render/visible-text.ts';
import { Discord } from '../e2e/standin/index.ts';
import { permissionSet } from '../e2e/standin/permissions.ts';
import { pings } from '../e2e/support/pings.ts';
import { ownMentions, PLACES } from './discord-pings/messages.ts';
import { pingingText, type Ids } from './discord-pings/texts.ts';
import { times } from './scale.ts';

const SAMPLES = times({ ci: 500, nightly: 5_000 });
const THROUGH_INTERACTIONS = 50;
let d: Discord;
let client: Client;
let channel: SendableChannels;
let ids: Ids;
/** What the next command is to be answered with. */
let next: Content[] = [];

beforeAll(async () => {
  // Only a bot that is allowed to ping everyone shows whether it would.
  const botPermissions = permissionSet(
    'VIEW_CHANNEL',
    'SEND_MESSAGES',
    'READ_MESSAGE_HISTORY',
    'EMBED_LINKS',
    'MENTION_EVERYONE',
  );
  d = await Discord.start({ botPermissions, globalLimit: 0 });
  client = createClient({ api: d.apiBase, messageContent: true, shards: 'auto', shardCount: 0 });
  // Nothing here is about pace.
  client.rest.globalRemaining = Number.MAX_SAFE_INTEGER;
  client.on(Events.InteractionCreate, (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    void acknowledge(interaction, { isPrivate: false }).then(() => editAll(interaction, next, false));
  });
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(d.options.token);
  await ready;
  await client.application?.commands.set([{ name: 'show', description: 'shows something' }]);
  const fetched = await client.channels.fetch(d.world.id('general'));
  if (!fetched?.isSendable()) throw new Error('no channel');
  channel = fetched;
  ids = { user: d.world.id('bob'), role: d.world.id('moderators'), channel: d.world.id('general') };
});
afterAll(async () => {
  await client.destroy();
  await d.stop();
});

const places = Object.entries(PLACES);

/** What is shown of the sample with this number. */
function contentsOf(sample: number): { name: string; text: string; contents: Content[] } {
  const [name, show] = places[sample % places.length] ?? ['', () => []];
  const text = pingingText(sample, ids);
  return { name, text, contents: show(text) };
}

/** Fails with the seed of what notified somebody. */
function expectQuiet(sample: number, contents: readonly Content[]): void {
  const { name, text } = contentsOf(sample);
  const found = {
    notified: d.botMessages.filter(({ pings: by }) => by.everyone || by.roles.length + by.users.length > 0).length,
  };
  expect({ sample, name, text, ...found }).toEqual({ sample, name, text, notified: 0 });
  for (const content of contents)
    expect({ sample, name, raw: RAW_MENTION.exec(textOf(content))?.[0] }).toMatchObject({ raw: undefined });
}

/** What Discord reads for mentions, without the moments that it shows in the reader's time; a button is plain text to it. */
function textOf({ content, embeds }: Content): string {
  return JSON.stringify([content, embeds]).replace(/<t:\d+:[Rfd]>/g, '');
}

describe('G9, D4: nobody is notified', { timeout: 300_000 }, () => {
  it(`by ${SAMPLES} messages that were sent and edited, whatever stands in them`, async () => {
    let shown = 0;
    for (let sample = 0; sample < SAMPLES; sample += 1) {
      const sent = contentsOf(sample).contents;
      const edited = contentsOf(sample + 1).contents;
      const messages = [];
      for (const content of sent) messages.push(await send(channel, content));
      for (const content of edited.slice(0, 1)) await messages[0]?.edit(content);
      expectQuiet(sample, sent);
      shown += messages.length;
    }
    expect(shown).toBeGreaterThanOrEqual(SAMPLES);
    expect(pings(d)).toEqual([]);
    console.info(`G9: ${shown} messages in ${places.length} places of text sent and ${SAMPLES} edited, 0 pings`);
  });

  it('by the answer to a command, which is an edit', async () => {
    for (let sample = 0; sample < THROUGH_INTERACTIONS; sample += 1) {
      next = contentsOf(sample).contents;
      const interaction = await d.slash('show', {}, { user: 'bob', channel: 'general' });
      await interaction.reply();
      expectQuiet(sample, next);
    }
    expect(pings(d)).toEqual([]);
  });

  it('by a mention of the bot itself, which shows a name', async () => {
    for (const content of ownMentions(ids.user)) {
      const message = await send(channel, content);
      await message.edit(content);
      expect(d.botMessages.at(-1)?.content).toContain(`<@${ids.user}>`);
    }
    expect(pings(d)).toEqual([]);
  });

  // Last: it shows that the stand-in notices.
  it('but by a message that allows it, somebody is', async () => {
    await channel.send({ content: `@everyone <@${ids.user}>`, allowedMentions: { parse: ['everyone', 'users'] } });
    expect(d.botMessages.at(-1)?.pings).toEqual({ everyone: true, roles: [], users: [ids.user] });
    expect(pings(d)).toHaveLength(2);
  });
});
