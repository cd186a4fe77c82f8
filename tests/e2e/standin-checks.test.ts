import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { requestAs } from './standin/fixtures/request.ts';
import { Discord } from './standin/index.ts';
import { DEFAULTS } from './standin/options.ts';

describe('the checks of requests', () => {
  const field = { name: 'a', value: 'b' };

  it('work without the OpenAPI document, but for its schemas', async () => {
    const d = await Discord.start({ specificationFile: 'no-such-document.json' });
    const path = `/channels/${d.world.id('general')}/messages`;
    const answer = await requestAs(d, path, { content: 'x'.repeat(2001) });
    expect([answer.status, d.violations.map(({ source }) => source)]).toEqual([400, ['docs']]);
    expect(JSON.parse(answer.text)).toMatchObject({
      code: 50035,
      errors: { content: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH' }] } },
    });
    expect((await requestAs(d, path, { embeds: [{ fields: Array.from({ length: 26 }, () => field) }] })).status).toBe(200);
    await d.stop();
  });

  it.skipIf(!existsSync(DEFAULTS.specificationFile))('name the field that breaks a schema of the document', async () => {
    const d = await Discord.start();
    const path = `/channels/${d.world.id('general')}/messages`;
    await requestAs(d, path, { embeds: [{ fields: Array.from({ length: 26 }, () => field) }] });
    expect(d.violations).toMatchObject([{ source: 'spec', path: ['embeds', 0, 'fields'], code: 'BASE_TYPE_MAX_LENGTH' }]);
    await d.stop();
  });

  it('answer 401 without the token and 404 to a route that is not there', async () => {
    const d = await Discord.start({ specificationFile: 'no-such-document.json' });
    expect((await fetch(`${d.apiBase}/v10/users/@me`)).status).toBe(401);
    expect((await requestAs(d, '/voice/regions')).status).toBe(404);
    expect(d.problems().join()).toMatch(/lacks the route: GET \/voice\/regions/);
    await d.stop();
  });
});
