import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiError, invalidForm, notFound, unauthorized, type Problem } from './api-errors.ts';
import type { Core, RequestEntry, Violation } from './core.ts';
import type { Fault } from './faults.ts';
import { isBody, isCommandList } from './payload.ts';
import { parseBody, readBytes } from './request-body.ts';
import type { Context, Route } from './routes/route.ts';
import { sleep } from './small.ts';
import type { Operation } from './specification.ts';

type Headers = Record<string, string>;
type Found = Problem & { source: Violation['source'] };

const BODIES = ['POST', 'PUT', 'PATCH'];
const keyOf = ({ path, code }: Problem): string => JSON.stringify([path, code]);

function newEntry(request: IncomingMessage, url: URL): RequestEntry {
  const path = decodeURIComponent(url.pathname.replace(/^(\/api)?(\/v\d+)*(?=\/)/, ''));
  return {
    at: Date.now(),
    method: request.method ?? '',
    path,
    route: path,
    query: Object.fromEntries(url.searchParams),
    headers: request.headers,
    body: undefined,
    files: [],
    status: 0,
    response: undefined,
    ms: 0,
    injected: false,
    violation: false,
  };
}

/** One HTTP request on its way through faults, limits, checks and its route. */
class Exchange {
  readonly url: URL;
  readonly entry: RequestEntry;
  readonly route: Route | undefined;
  readonly operation: Operation | null;
  #headers: Headers = {};

  constructor(
    readonly core: Core,
    routes: Route[],
    readonly request: IncomingMessage,
    readonly response: ServerResponse,
  ) {
    this.url = new URL(request.url ?? '/', 'http://localhost');
    this.entry = newEntry(request, this.url);
    const { method, path } = this.entry;
    this.route = routes.find((route) => route.method === method && route.pattern.test(path));
    this.operation = core.specification?.find(method, path) ?? null;
    this.entry.route = this.route?.template ?? this.operation?.template ?? path;
    core.requests.push(this.entry);
  }

  send(status: number, body: unknown, headers: Headers = {}): void {
    Object.assign(this.entry, { status, response: body, ms: Date.now() - this.entry.at });
    const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
    const described = text ? { 'Content-Type': 'application/json', 'Content-Length': String(Buffer.byteLength(text)) } : {};
    if (!this.response.destroyed) this.response.writeHead(status, { ...described, ...this.#headers, ...headers }).end(text);
    this.core.events.emit('request', this.entry);
  }

  #cut(): void {
    this.entry.status = -1;
    this.response.destroy();
  }

  async run(): Promise<void> {
    const raw = await readBytes(this.request);
    if (!raw) return;
    try {
      if (this.entry.path.startsWith('/cdn/')) this.#sendFile();
      else await this.#answer(raw);
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    if (error instanceof ApiError) {
      this.send(error.status, error.body());
      return;
    }
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.core.selfViolations.push(`${this.entry.method} ${this.entry.path}: ${trace}`);
    this.send(500, { message: '500: Internal Server Error', code: 0 });
  }

  #sendFile(): void {
    const file = this.core.files.get(this.entry.path);
    if (file) this.send(200, file.content, { 'Content-Type': file.type });
    else this.send(404, 'not found', { 'Content-Type': 'text/plain' });
  }

  async #answer(raw: Buffer<ArrayBuffer>): Promise<void> {
    this.#checkAddress();
    const fault = this.core.faults.take(this.entry);
    if (fault) this.entry.injected = true;
    if (fault?.delayMs) await sleep(fault.delayMs);
    if (fault && !fault.apply && this.#inject(fault)) return;
    if (this.#isLimited()) return;
    const route = this.#authorizedRoute();
    await parseBody(raw, this.entry);
    const context = this.#context(route);
    this.#check(route, context);
    const { status, body } = route.handle(context);
    this.#checkOwnAnswer(status, body);
    if (!fault?.apply || !this.#inject(fault)) this.send(status, body);
  }

  /** Carries out a fault; false for one that only delays. */
  #inject({ drop, status, body, headers }: Fault): boolean {
    if (drop) this.#cut();
    else if (status) this.send(status, body, headers);
    else return false;
    return true;
  }

  #checkAddress(): void {
    const path = this.url.pathname;
    if (!/^\/api(\/v\d+)?\//.test(path) && !/^\/v\d+\//.test(path)) throw notFound();
    const version = /\/v(\d+)\//.exec(path)?.[1] ?? '10';
    if (!['9', '10'].includes(version)) throw new ApiError(400, 50041, 'Invalid API version');
    if (/\/v\d+\/v\d+\//.test(path)) {
      this.core.adviseOnce('double-version', 'the API base holds a version and discord.js adds one: use .../api');
    }
    const agent = this.request.headers['user-agent'] ?? '';
    if (!agent.startsWith('DiscordBot (')) {
      this.core.adviseOnce('agent', `User-Agent "${agent}" is not "DiscordBot ($url, $version)": Discord may block it (40333)`);
    }
  }

  #isLimited(): boolean {
    const { limits } = this.core;
    const { method, path } = this.entry;
    const message = 'You are being rate limited.';
    if (limits.exceedsGlobal(path)) {
      const headers = { 'Retry-After': '1', 'X-RateLimit-Global': 'true', 'X-RateLimit-Scope': 'global' };
      this.send(429, { message, retry_after: 0.5, global: true }, headers);
      return true;
    }
    const bucket = this.route ? limits.bucket(`${method} ${this.route.template}`, path) : null;
    this.#headers = bucket?.headers ?? {};
    if (!bucket?.limited) return false;
    const headers = { 'Retry-After': String(Math.ceil(bucket.wait)), 'X-RateLimit-Scope': 'user' };
    this.send(429, { message, retry_after: bucket.wait, global: false }, headers);
    return true;
  }

  #authorizedRoute(): Route {
    if (!this.route) {
      const strange = this.core.specification && !this.operation ? ' (not in the OpenAPI document either)' : '';
      this.core.unhandled.push(`${this.entry.method} ${this.entry.path}${strange}`);
      throw notFound();
    }
    if (!this.route.open && this.request.headers.authorization !== `Bot ${this.core.options.token}`) throw unauthorized();
    return this.route;
  }

  #context({ pattern, names }: Route): Context {
    const { body, files, path } = this.entry;
    const values = pattern.exec(path)?.slice(1) ?? [];
    const parameters = new Map(names.map((name, index) => [name, values[index] ?? '']));
    return {
      body: isBody(body) ? body : {},
      list: isCommandList(body) ? body : [],
      files,
      query: this.url.searchParams,
      parameter: (name) => {
        const value = parameters.get(name);
        if (value === undefined) throw new Error(`The route has no {${name}}.`);
        return value;
      },
      empty: false,
    };
  }

  #schemaProblems(): Problem[] {
    const { core, operation, entry } = this;
    if (!core.specification || !operation) return [];
    const query = core.specification.checkQuery(operation, this.url.searchParams);
    return BODIES.includes(entry.method) ? [...query, ...core.specification.checkBody(operation, entry.body ?? {})] : query;
  }

  /** Records and, unless told otherwise, refuses a request that breaks the schema or a documented limit. */
  #check({ rules }: Route, context: Context): void {
    const problems: Found[] = this.#schemaProblems().map((problem) => ({ ...problem, source: 'spec' }));
    const known = new Set(problems.map(keyOf));
    try {
      const verdict = rules?.(context) ?? {};
      context.empty = verdict.empty ?? false;
      const more = (verdict.problems ?? []).filter((problem) => !known.has(keyOf(problem)));
      problems.push(...more.map((problem): Found => ({ ...problem, source: 'docs' })));
    } catch (error) {
      // A body of the wrong shape, which the schema has named already.
      if (!problems.length) throw error;
    }
    if (!problems.length) return;
    this.entry.violation = true;
    const name = `${this.entry.method} ${this.entry.route}`;
    for (const { source, ...problem } of problems) this.core.violate(source, name, [problem]);
    if (this.core.options.reject) throw invalidForm(problems);
  }

  #checkOwnAnswer(status: number, body: unknown): void {
    const { core, operation, entry } = this;
    if (!core.options.selfCheck || !core.specification || !operation || body === undefined) return;
    const sent: unknown = JSON.parse(JSON.stringify(body));
    for (const { path, message } of core.specification.checkResponse(operation, status, sent)) {
      core.selfViolations.push(`${entry.method} ${entry.route} ${status}: ${path.join('.')} ${message}`);
    }
  }
}

/** Answers HTTP requests as Discord's API does. */
export const httpListener =
  (core: Core, routes: Route[]) =>
  (request: IncomingMessage, response: ServerResponse): void => {
    void new Exchange(core, routes, request, response).run();
  };
