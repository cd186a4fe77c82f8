import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

export interface CliResult {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface CliOptions {
  environment?: Record<string, string>;
  input?: string;
  /** Called with the process as soon as it is started. */
  onStart?: (child: ChildProcessWithoutNullStreams) => void;
}

/** An articles folder and a data directory of their own, and the real command line over them; by words alone unless told otherwise. */
export class Workspace {
  readonly #directory: string;

  private constructor(directory: string) {
    this.#directory = directory;
  }

  /** @param articles texts by file name */
  static async create(articles: Record<string, string | Buffer> = {}): Promise<Workspace> {
    const workspace = new Workspace(await mkdtemp(join(tmpdir(), 'gisabot-cli-')));
    await mkdir(workspace.articles);
    for (const [name, text] of Object.entries(articles)) await workspace.write(name, text);
    return workspace;
  }

  get articles(): string {
    return this.path('articles');
  }

  get data(): string {
    return this.path('data');
  }

  path(name: string): string {
    return join(this.#directory, name);
  }

  /** Writes an article. */
  async write(name: string, text: string | Buffer): Promise<void> {
    const path = join(this.articles, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }

  async remove(): Promise<void> {
    await rm(this.#directory, { recursive: true, force: true });
  }

  /** Runs the command line to its end, in a process of its own. */
  run(args: readonly string[], { environment = {}, input = '', onStart }: CliOptions = {}): Promise<CliResult> {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli.ts', ...args], {
      cwd: ROOT,
      env: { PATH: process.env['PATH'], ...this.#settings(), ...environment },
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    const result: CliResult = { code: null, stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (result.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (result.stderr += text));
    onStart?.(child);
    child.stdin.on('error', () => undefined).end(input);
    return new Promise((resolve, reject) => {
      child.once('error', reject).once('close', (code) => {
        resolve({ ...result, code });
      });
    });
  }

  #settings(): Record<string, string> {
    return { ARTICLES_DIR: this.articles, DATA_DIR: this.data, EMBEDDING_MODEL: 'none' };
  }
}

/** The one JSON value of a line, or of all of standard output; fails when there is more or less. */
export function onlyJson(stdout: string): unknown {
  const lines = jsonLines(stdout);
  if (lines.length !== 1) throw new Error(`one line of JSON expected, got ${JSON.stringify(stdout)}`);
  return lines[0];
}

/** The JSON values of standard output, one a line; fails when a line is anything else. */
export function jsonLines(stdout: string): unknown[] {
  if (stdout !== '' && !stdout.endsWith('\n')) throw new Error('the last line is not complete');
  return stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as unknown);
}

/** White space collapsed and NFC: the form in which a quote equals its article. */
export function comparable(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}
