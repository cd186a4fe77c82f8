import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Workspace } from '../support/cli.ts';
import { ARTICLES } from './articles.ts';

let workspace: Workspace;
beforeAll(async () => {
  workspace = await Workspace.create(ARTICLES);
});
afterAll(() => workspace.remove());

const ONE_LINE = /^error: [^\n]+\n$/;

describe('a command line that cannot be used', () => {
  it.each([
    [['ask'], 'the question is missing'],
    [['foo'], "unknown command 'foo'"],
    [['ask', '--colour', 'x'], "unknown option '--colour'"],
    [['search', 'x', '--top', '0'], 'A whole number from 1 to 1000'],
    [['index', 'everything'], 'too many arguments'],
    [['eval', '--questions', '/no/such/file'], '--questions /no/such/file cannot be read'],
    [['eval', '--shared', '/no/such/folder'], '/no/such/folder/eval is not there'],
    [['invite'], 'the application id is missing'],
    [['invite', 'gisabot'], 'an application id has 10 to 20 digits'],
  ])('%j is answered with one line and exit code 2', async (args, message) => {
    const { code, stdout, stderr } = await workspace.run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(ONE_LINE);
    expect(stderr).toContain(message);
  });

  it('without a command is answered with help on standard error', async () => {
    const { code, stdout, stderr } = await workspace.run([]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('Usage: npm run <command>');
  });
});

describe('an articles folder that is not there', () => {
  it.each([['ask', 'x'], ['search', 'x'], ['index'], ['sources']])(
    '%s is answered with what to do and exit code 2',
    async (...args) => {
      const { code, stdout, stderr } = await workspace.run(args, { environment: { ARTICLES_DIR: '/no/such/folder' } });
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(ONE_LINE);
      expect(stderr).toMatch(/"\/no\/such\/folder" does not exist.*ARTICLES_DIR/);
    },
  );

  it('is so when a file has its name', async () => {
    const { code, stderr } = await workspace.run(['index'], {
      environment: { ARTICLES_DIR: `${workspace.articles}/orchard.txt` },
    });
    expect(code).toBe(2);
    expect(stderr).toContain('is a file');
  });
});

describe('settings that cannot be used', () => {
  it('are all named, with exit code 2', async () => {
    const environment = { VECTOR_INDEX: 'fast', MAX_ARTICLE_MB: 'many' };
    const { code, stdout, stderr } = await workspace.run(['ask', 'x'], { environment });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^error: VECTOR_INDEX=fast: [^\n]+\n {7}MAX_ARTICLE_MB=many: [^\n]+\n$/);
  });
});

describe('--help', () => {
  it.each(['ask', 'search', 'index', 'sources', 'doctor', 'invite', 'eval', 'fit'])(
    'of %s shows how it is typed, with an example',
    async (name) => {
      const { code, stdout, stderr } = await workspace.run([name, '--help']);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toContain(`Usage: npm run ${name} -- [options]`);
      expect(stdout).toMatch(new RegExp(`^Examples?:\\n(?:.*\\n)*?  npm run (?:--silent )?${name}`, 'm'));
    },
  );

  it('of the program names every command', async () => {
    const { code, stdout } = await workspace.run(['--help']);
    expect(code).toBe(0);
    for (const name of ['ask', 'search', 'index', 'sources', 'doctor', 'invite', 'eval'])
      expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'));
  });
});
