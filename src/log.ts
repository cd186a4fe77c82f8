import { randomBytes } from 'node:crypto';
import { pino, stdTimeFunctions, type DestinationStream } from 'pino';

/** What a line of the log says besides its message. Errors are written with type, message, stack, code, status and cause only. */
export type LogFields = Readonly<Record<string, unknown>>;

/** Writes one line. */
export interface LogMethod {
  (message: string): void;
  (fields: LogFields, message: string): void;
}

/** The log: one JSON object a line, with level, time and msg. */
export interface Log {
  debug: LogMethod;
  info: LogMethod;
  warn: LogMethod;
  error: LogMethod;
  /** A log whose lines carry these fields, too. */
  child(fields: LogFields): Log;
}

export interface LogOptions {
  level: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** What must not stand in any line: tokens, keys. Those shorter than MINIMUM_SECRET are taken for placeholders. */
  secrets: readonly string[];
  /** Where the lines go; standard output unless given. */
  destination?: DestinationStream;
}

const MINIMUM_SECRET = 8;
/** An error's cause, its cause and so on: no deeper than this. */
const MAXIMUM_CAUSES = 3;
/** Legal in JSON, but a terminal obeys them, or a reader of lines breaks the line there. */
const UNSAFE_CHARACTERS = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/**
 * The program's log. A secret is replaced by "[secret]" wherever it turns up in a line, however it is escaped there. The text of questions
 * is the caller's to leave out.
 */
export function createLog({ level, secrets, destination }: LogOptions): Log {
  const mask = masking(secrets);
  return pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: {
        level: (label) => ({ level: label }),
        log: (fields) => Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, writable(value)])),
      },
      // pino's own way with `err` would write all fields of an error.
      serializers: { err: (value: unknown) => writable(value) },
      hooks: { streamWrite: (line) => mask(line).replace(UNSAFE_CHARACTERS, unicodeEscape) },
    },
    destination ?? pino.destination({ dest: 1, sync: true }),
  );
}

/** Eight hexadecimal digits that tie what a person is told to a line of the log. */
export function newReference(): string {
  return randomBytes(4).toString('hex');
}

/** An error's own fields may hold what was sent to it, a member's words or an address with a token: they are left out. */
function writable(value: unknown, causes = 0): unknown {
  if (Array.isArray(value)) return value.map((each) => writable(each, causes));
  if (!(value instanceof Error)) return value;
  const { name, message, stack, cause } = value;
  return {
    ...{ type: name, message, stack },
    ...('code' in value && isPlain(value.code) ? { code: value.code } : {}),
    ...('status' in value && isPlain(value.status) ? { status: value.status } : {}),
    ...(cause instanceof Error && causes < MAXIMUM_CAUSES ? { cause: writable(cause, causes + 1) } : {}),
  };
}

function isPlain(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

/**
 * Gives a function that replaces each secret in a text by "[secret]", in whatever form it stands there; for what is written past the log,
 * such as the last words of a program.
 */
export function masking(secrets: readonly string[]): (line: string) => string {
  const patterns = secrets
    .map((secret) => secret.trim().replace(/^(?:Bot|Bearer)\s+/i, ''))
    .filter((secret) => secret.length >= MINIMUM_SECRET)
    .sort((a, b) => b.length - a.length)
    .map((secret) => Array.from(secret, anyForm).join(''));
  if (patterns.length === 0) return (line) => line;
  // Backslashes belong to the character that they escape: one left behind would escape what follows "[secret]".
  const pattern = new RegExp(`(?<!\\\\)(?:${patterns.join('|')})`, 'gu');
  return (line) => line.replace(pattern, '[secret]');
}

/** A pattern of one character as it is, escaped in JSON once or more often, as \u and digits, or percent-encoded once or more often. */
function anyForm(character: string): string {
  const bytes = Array.from(Buffer.from(character), (byte) => `%(?:25)*${hexadecimal(byte, 2)}`).join('');
  const units = character.split('').map((unit) => `u${hexadecimal(unit.charCodeAt(0), 4)}`);
  const own = `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
  return `\\\\*(?:${own}|${bytes}|${units.join('\\\\+')}${character === ' ' ? '|\\+' : ''})`;
}

/** A pattern of a number in hexadecimal digits of either case. */
function hexadecimal(value: number, digits: number): string {
  return value
    .toString(16)
    .padStart(digits, '0')
    .replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
