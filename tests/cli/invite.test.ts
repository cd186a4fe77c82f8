import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PERMISSIONS } from '../../src/discord/permissions.ts';
import { Workspace } from '../support/cli.ts';

const ID = '123456789012345678';
const TOKEN = `${Buffer.from(ID).toString('base64')}.Gabcde.signature-of-nobody-0000000000`;

let workspace: Workspace;
beforeAll(async () => {
  workspace = await Workspace.create();
});
afterAll(() => workspace.remove());

describe('invite', () => {
  it('prints the link and what each permission is for, with the application id of the token', async () => {
    const { code, stdout, stderr } = await workspace.run(['invite'], { environment: { DISCORD_TOKEN: TOKEN } });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.split('\n')[0]).toBe(
      `https://discord.com/oauth2/authorize?client_id=${ID}&scope=bot+applications.commands&permissions=309237730304`,
    );
    for (const { name, reason } of PERMISSIONS) expect(stdout).toMatch(new RegExp(`^  ${name} +${reason}$`, 'm'));
    expect(stdout).not.toContain('nobody');
  });

  it('prefers the application id that it is given', async () => {
    const { stdout } = await workspace.run(['invite', '1234567890'], { environment: { DISCORD_TOKEN: TOKEN } });
    expect(stdout).toContain('client_id=1234567890&');
  });

  it('without a usable token says where the application id is, and nothing of the token', async () => {
    const { code, stdout, stderr } = await workspace.run(['invite'], { environment: { DISCORD_TOKEN: 'nobodys-secret' } });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^error: DISCORD_TOKEN is no bot's token.*https:\/\/discord\.com\/developers\/applications/);
    expect(stderr).not.toContain('nobody');
  });
});
