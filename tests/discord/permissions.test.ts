import { PermissionsBitField } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { inviteLink, PERMISSIONS } from '../../src/discord/permissions.ts';

describe('the invite link', () => {
  const query = new URL(inviteLink('1234567890')).searchParams;

  it('asks for exactly the permissions of the table', () => {
    const asked = new PermissionsBitField(BigInt(query.get('permissions') ?? '0')).toArray();
    expect(asked.sort()).toEqual([
      'CreatePublicThreads',
      'EmbedLinks',
      'ReadMessageHistory',
      'SendMessages',
      'SendMessagesInThreads',
      'ViewChannel',
    ]);
    expect(asked).toHaveLength(PERMISSIONS.length);
  });

  it('asks for a bot with commands', () => {
    expect(query.get('scope')).toBe('bot applications.commands');
  });
});
