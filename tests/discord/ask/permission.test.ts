import { describe, expect, it } from 'vitest';
import { refusedBy } from '../../../src/discord/ask/permission.ts';
import { DEFAULT_SERVER_SETTINGS } from '../../../src/store/server-settings.ts';

const asker = { channels: ['thread', 'channel'], roles: ['role'] };
const refused = (changes: object) => refusedBy({ ...DEFAULT_SERVER_SETTINGS, ...changes }, asker);

describe('whether somebody may ask here', () => {
  it('is not restricted unless somebody restricts it', () => {
    expect(refused({})).toBeUndefined();
    expect(refusedBy(undefined, asker)).toBeUndefined();
  });

  it('depends on the channel, of which a thread is part', () => {
    expect(refused({ allowedChannels: ['channel'] })).toBeUndefined();
    expect(refused({ allowedChannels: ['other'] })).toBe('deniedChannel');
    expect(refused({ deniedChannels: ['channel'] })).toBe('deniedChannel');
  });

  it('denies a channel that is both allowed and denied', () => {
    expect(refused({ allowedChannels: ['channel'], deniedChannels: ['channel'] })).toBe('deniedChannel');
  });

  it('depends on the roles', () => {
    expect(refused({ allowedRoles: ['role'] })).toBeUndefined();
    expect(refused({ allowedRoles: ['other'] })).toBe('deniedRole');
  });
});
