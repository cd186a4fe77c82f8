import type { IncomingMessage } from 'node:http';
import { ApiError, invalidForm } from './api-errors.ts';
import type { RequestEntry } from './core.ts';

const MEBIBYTE = 1024 * 1024;
const TYPES = "{'application/json', 'application/x-www-form-urlencoded', 'multipart/form-data'}";

const tooLarge = (): ApiError => new ApiError(413, 40005, 'Request entity too large');

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError(400, 50109, 'The request body contains invalid JSON.');
  }
}

async function parseForm(raw: Buffer<ArrayBuffer>, type: string, entry: RequestEntry): Promise<void> {
  // Deprecated for servers because it keeps all in memory, which is what a stand-in on the loopback wants.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const form = await new Response(raw, { headers: { 'content-type': type } }).formData();
  const fields: Record<string, string> = {};
  for (const [field, value] of form) {
    if (typeof value === 'string') {
      fields[field] = value;
      continue;
    }
    if (value.size > 10 * MEBIBYTE) throw tooLarge();
    entry.files.push({ field, name: value.name, type: value.type, size: value.size, text: await value.text() });
  }
  entry.body = fields['payload_json'] === undefined ? fields : parseJson(fields['payload_json']);
}

/** All bytes of a request; null when the client has gone. */
export async function readBytes(request: IncomingMessage): Promise<Buffer<ArrayBuffer> | null> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
    return Buffer.concat(chunks);
  } catch {
    return null;
  }
}

/** Puts the body and files of a request into its entry; throws what Discord answers to unreadable ones. */
export async function parseBody(raw: Buffer<ArrayBuffer>, entry: RequestEntry): Promise<void> {
  if (!raw.length) return;
  const type = entry.headers['content-type'] ?? '';
  if (raw.length > 25 * MEBIBYTE) throw tooLarge();
  if (type.startsWith('multipart/form-data')) await parseForm(raw, type, entry);
  else if (type.startsWith('application/json')) entry.body = parseJson(raw.toString('utf8'));
  else {
    const message = `Expected "Content-Type" header to be one of ${TYPES}.`;
    throw invalidForm([{ path: [], code: 'CONTENT_TYPE_INVALID', message }]);
  }
}
