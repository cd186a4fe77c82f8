import { EventEmitter } from 'node:events';
import type { IncomingHttpHeaders } from 'node:http';
import type { Problem } from './api-errors.ts';
import type { Bot } from './bots.ts';
import { Faults } from './faults.ts';
import { Gateway } from './gateway.ts';
import type { Interaction } from './interaction.ts';
import { Limits } from './limits.ts';
import type { Attachment } from './model.ts';
import type { Options } from './options.ts';
import type { Command } from './payload.ts';
import { sleep } from './small.ts';
import { snowflake } from './snowflake.ts';
import { Specification } from './specification.ts';
import { World } from './world.ts';

export interface UploadedFile {
  field: string;
  name: string;
  type: string;
  size: number;
  text: string;
}

/** One HTTP request of a bot and its answer; status -1 is a cut connection. */
export interface RequestEntry {
  at: number;
  method: string;
  path: string;
  route: string;
  query: Record<string, string>;
  headers: IncomingHttpHeaders;
  body: unknown;
  files: UploadedFile[];
  status: number;
  response: unknown;
  ms: number;
  /** A test asked for what happened to it. */
  injected: boolean;
  /** It broke the schema or a documented limit. */
  violation: boolean;
}

export interface Violation extends Problem {
  source: 'spec' | 'docs' | 'behaviour';
  route: string;
}

/** A file that a test attaches. */
export interface FileInput {
  filename?: string;
  content?: string;
  content_type?: string;
}

/** The state that all parts of the stand-in share. */
export class Core {
  readonly world: World;
  readonly gateway: Gateway;
  readonly limits: Limits;
  readonly specification: Specification | null;
  readonly faults = new Faults();
  /** request, gateway, violation, interaction, commands, bot-message, bot-edit, thread, bot-exit, bot-log. */
  readonly events = new EventEmitter().setMaxListeners(0);
  readonly requests: RequestEntry[] = [];
  readonly violations: Violation[] = [];
  /** Things that Discord accepts but a careful bot avoids. */
  readonly advice: string[] = [];
  /** Routes that the stand-in does not have. */
  readonly unhandled: string[] = [];
  /** Mistakes of the stand-in itself. */
  readonly selfViolations: string[] = [];
  readonly interactions = new Map<string, Interaction>();
  readonly commands = { global: [] as Command[], guild: new Map<string, Command[]>() };
  readonly bots: Bot[] = [];
  readonly typing: { at: number; channel_id: string }[] = [];
  readonly files = new Map<string, { content: string; type: string }>();
  readonly #noted = new Set<string>();
  port = 0;

  constructor(readonly options: Options) {
    this.world = new World(options);
    this.gateway = new Gateway(this);
    this.limits = new Limits(options);
    this.specification = Specification.load(options.specificationFile);
  }

  /** The base of the HTTP API, without a version: discord.js adds it. */
  get apiBase(): string {
    return `http://127.0.0.1:${this.port}/api`;
  }

  /** The address of the gateway. */
  get wsUrl(): string {
    return `ws://127.0.0.1:${this.port}`;
  }

  /** Waits for a condition and returns its value; fails at the timeout, and soon after a bot has exited unexpectedly. */
  async until<Value>(
    test: () => Value | null | undefined | false,
    timeout: number,
    describe: () => string = () => 'timed out',
  ): Promise<Value> {
    const end = Date.now() + timeout;
    for (;;) {
      const value = test();
      if (value) return value;
      const dead = this.bots.find((bot) => bot.exit !== null && !bot.mayExit);
      if (Date.now() >= end || (dead && Date.now() - dead.exitedAt > 300))
        throw new Error(`${describe()}${dead?.obituary() ?? ''}`);
      await sleep(10);
    }
  }

  /** Records what a request or the bot's behaviour breaks. */
  violate(source: Violation['source'], route: string, problems: Problem[]): void {
    for (const problem of problems) {
      const violation = { source, route, ...problem };
      this.violations.push(violation);
      this.events.emit('violation', violation);
    }
  }

  /** Gives an advice once. */
  adviseOnce(key: string, advice: string): void {
    if (!this.#noted.has(key)) this.advice.push(advice);
    this.#noted.add(key);
  }

  /** Keeps a file and describes it as an attachment whose address the bot can fetch. */
  attach({ filename = 'file.txt', content = 'x', content_type = 'text/plain; charset=utf-8' }: FileInput): Attachment {
    const id = snowflake();
    const url = `http://127.0.0.1:${this.port}/cdn/${id}/${encodeURIComponent(filename)}`;
    this.files.set(`/cdn/${id}/${filename}`, { content, type: content_type });
    return { id, filename, size: Buffer.byteLength(content), url, proxy_url: url, content_type };
  }

  /** Keeps the files of an upload; descriptions belong to them by their number. */
  attachUploads(files: UploadedFile[], descriptions: { id: string | number; description?: string }[] | null = []): Attachment[] {
    return files.map((file, index) => {
      const type = file.type || 'application/octet-stream';
      const attachment = this.attach({ filename: file.name, content: file.text, content_type: type });
      const { description } = descriptions?.find(({ id }) => String(id) === String(index)) ?? {};
      return { ...attachment, size: file.size, ...(description === undefined ? {} : { description }) };
    });
  }
}
