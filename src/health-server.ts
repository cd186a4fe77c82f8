import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { UsageError, UserError } from './errors.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';

export interface HealthServerOptions {
  /** 0: any free port. */
  port: number;
  host: string;
  metrics: Pick<Metrics, 'text' | 'contentType'>;
  /** What has to hold before questions can be answered, by name, and whether it does. */
  isReady: () => Readonly<Record<string, boolean>>;
  log: Log;
}

export interface HealthServer {
  port: number;
  /** Ends every connection. */
  close: () => Promise<void>;
}

interface Page {
  status: number;
  type: string;
  body: string;
}

type Pages = ReadonlyMap<string, () => Page | Promise<Page>>;

const METHODS = ['GET', 'HEAD'];
const NO_ADDRESS = new Set(['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN']);
/** Milliseconds. */
const REQUEST_DEADLINE = 5_000;
const MAXIMUM_CONNECTIONS = 100;
const MAXIMUM_HEADER_BYTES = 8_192;

/**
 * Serves /healthz (200 as long as the event loop runs), /readyz (200, or 503 with what is missing) and /metrics, to whoever can reach the
 * port: nothing of it is secret, and nothing of a request is repeated or logged.
 * @throws UserError when the port is in use, UsageError when the address or the port can never be opened.
 */
export async function startHealthServer({ port, host, metrics, isReady, log }: HealthServerOptions): Promise<HealthServer> {
  const pages: Pages = new Map<string, () => Page | Promise<Page>>([
    ['/healthz', () => textPage(200, 'ok')],
    ['/readyz', () => readiness(isReady())],
    ['/metrics', async () => ({ status: 200, type: metrics.contentType, body: await metrics.text() })],
  ]);
  const server = createServer({ maxHeaderSize: MAXIMUM_HEADER_BYTES, requestTimeout: REQUEST_DEADLINE }, listener(pages, log));
  server.maxConnections = MAXIMUM_CONNECTIONS;
  const opened = await listen(server, port, host);
  server.on('error', (error) => {
    log.error({ error }, 'health server');
  });
  log.info({ host, port: opened }, 'health server listens');
  return { port: opened, close: () => close(server) };
}

function listener(pages: Pages, log: Log): RequestListener {
  return (request, response) => {
    void pageFor(request, pages, log).then(({ status, type, body }) => {
      if (status === 405) response.setHeader('allow', METHODS.join(', '));
      response.writeHead(status, {
        'content-type': type,
        'content-length': Buffer.byteLength(body),
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      });
      response.end(body);
    });
  };
}

async function pageFor({ url = '', method = '' }: IncomingMessage, pages: Pages, log: Log): Promise<Page> {
  const page = pages.get(url.replace(/\?.*/s, ''));
  if (!page) return textPage(404, 'not found');
  if (!METHODS.includes(method)) return textPage(405, 'method not allowed');
  try {
    return await page();
  } catch (error) {
    log.error({ error }, 'health server');
    return textPage(500, 'internal error');
  }
}

function readiness(parts: Readonly<Record<string, boolean>>): Page {
  const missing = Object.keys(parts).filter((part) => parts[part] !== true);
  const ready = missing.length === 0;
  return { status: ready ? 200 : 503, type: 'application/json', body: `${JSON.stringify({ ready, missing })}\n` };
}

function textPage(status: number, text: string): Page {
  return { status, type: 'text/plain; charset=utf-8', body: `${text}\n` };
}

/** Resolves to the port that was opened. */
function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      reject(explained(error, port, host));
    });
    server.listen({ port, host }, () => {
      server.removeAllListeners('error');
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function explained(error: NodeJS.ErrnoException, port: number, host: string): Error {
  const code = error.code ?? '';
  if (code === 'EADDRINUSE') {
    const advice = 'Stop that program, or set METRICS_PORT to another port (0: none).';
    return new UserError(`Port ${port} of ${host} is in use, perhaps by another gisabot. ${advice}`);
  }
  if (code === 'EACCES')
    return new UsageError(`Port ${port} may not be opened by this user. Set METRICS_PORT to a port from 1024 on (0: none).`);
  if (NO_ADDRESS.has(code)) {
    const advice = 'Set METRICS_HOST to 127.0.0.1, or to 0.0.0.0 for all addresses.';
    return new UsageError(`${host} is no address of this machine. ${advice}`);
  }
  return error;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
