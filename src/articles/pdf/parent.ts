import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ArticleError } from '../../errors.ts';
import { errorCode } from '../error-code.ts';
import { childMessage, type PdfReading } from './protocol.ts';

export interface PdfLimits {
  /** Milliseconds from the start of the child. */
  time: number;
  /** Resident memory of the child in megabytes. */
  memory: number;
}

const LIMITS: PdfLimits = { time: 10_000, memory: 512 };
/** Share of the memory that the JavaScript heap may take: what pdf.js needs beside it is small. */
const HEAP_SHARE = 0.75;
const WATCH_EVERY = 50;
const FAILURES = {
  encrypted: 'encrypted PDF: save it without a password',
  malformed: 'malformed PDF: save it anew, or convert it to .txt',
};

/**
 * Parses a PDF in a child process of its own, which is killed when it takes too long or too much memory: a few kilobytes of
 * PDF can ask for gigabytes.
 * @throws ArticleError with the kind: encrypted, malformed, too slow, too large.
 */
export async function readPagesInChild(bytes: Buffer, limits: PdfLimits = LIMITS): Promise<PdfReading> {
  const child = startChild(limits);
  let timer: NodeJS.Timeout | undefined;
  let watch: NodeJS.Timeout | undefined;
  try {
    return await new Promise<PdfReading>((resolve, reject) => {
      const fail = (reason: string) => {
        reject(new ArticleError(reason));
      };
      timer = setTimeout(fail, limits.time, `PDF takes longer than ${limits.time / 1000} s to read`);
      watch = setInterval(() => {
        if (residentMegabytes(child.pid) > limits.memory) fail(`PDF needs more than ${limits.memory} MB to read`);
      }, WATCH_EVERY);
      child.once('message', (message) => {
        const parsed = childMessage.safeParse(message);
        if (!parsed.success) fail(FAILURES.malformed);
        else if ('failure' in parsed.data) fail(FAILURES[parsed.data.failure]);
        else resolve(parsed.data.reading);
      });
      child.once('error', (error) => {
        fail(`the PDF reader does not start: ${errorCode(error)}`);
      });
      child.once('exit', (code, signal) => {
        fail(code === 134 || signal === 'SIGABRT' ? `PDF needs more than ${limits.memory} MB to read` : FAILURES.malformed);
      });
      // A child that dies while it is sent to is reported by its exit.
      child.send(bytes, () => undefined);
    });
  } finally {
    clearTimeout(timer);
    clearInterval(watch);
    child.kill('SIGKILL');
  }
}

/** The child gets none of the environment: it holds secrets, and a PDF is not to be trusted. */
function startChild(limits: PdfLimits): ChildProcess {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  return fork(fileURLToPath(new URL('../readers/pdf-child.ts', import.meta.url)), {
    execArgv: ['--import', tsx, `--max-old-space-size=${Math.floor(limits.memory * HEAP_SHARE)}`],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

/** Where the system does not tell (no /proc), the limit of the heap has to do. */
function residentMegabytes(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid ?? 0}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
