import { createServer } from 'node:http';
import { mkdir, readFile, readdir, rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadEmbeddings } from '../../src/search/embeddings.ts';
import { inspectModel } from '../../src/search/model-card.ts';
import { bundledModel, temporaryDirectory } from '../support/bundled-model.ts';

type Change = (file: string, bytes: Buffer) => Buffer | undefined;

/** Serves the bundled model as the Hugging Face hub would; `change` alters a file, or answers 404 for it. */
async function hub(change: Change = (_, bytes) => bytes): Promise<{ remoteHost: string; requests: string[] }> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    const file = /^\/some\/e5-model\/resolve\/main\/(.+)$/.exec(request.url ?? '')?.[1] ?? '';
    readFile(join(bundledModel.modelsDirectory, bundledModel.model, file)).then(
      (bytes) => {
        const body = change(file, bytes);
        response.writeHead(body === undefined ? 404 : 200, { 'content-length': bytes.length });
        if (body !== undefined && body.length < bytes.length) response.write(body, () => response.destroy());
        else response.end(body);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The test server has no port.');
  return { remoteHost: `http://127.0.0.1:${address.port}/`, requests };
}

const model = 'some/e5-model';

describe('downloading a model', () => {
  it('puts it under the folder of all models, pinned, and uses the network only once', async () => {
    const modelsDirectory = await temporaryDirectory();
    const { remoteHost, requests } = await hub();
    const embeddings = await loadEmbeddings({ model, modelsDirectory, allowRemote: true, remoteHost });
    expect(await embeddings.embedQuery('기사')).toHaveLength(384);
    expect(await inspectModel({ model, modelsDirectory })).toMatchObject({ state: 'verified' });
    expect(await readdir(modelsDirectory)).toEqual(['some']);
    const before = requests.length;
    await loadEmbeddings({ model, modelsDirectory, allowRemote: true, remoteHost });
    expect(requests).toHaveLength(before);
  });

  it('never happens unless it is allowed', async () => {
    const modelsDirectory = await temporaryDirectory();
    const { remoteHost, requests } = await hub();
    await expect(loadEmbeddings({ model, modelsDirectory, allowRemote: false, remoteHost })).rejects.toThrow(/is not here/);
    expect(requests).toEqual([]);
  });

  it.each<[string, Change, RegExp]>([
    [
      'a file is missing',
      (file, bytes) => (file === 'tokenizer.json' ? undefined : bytes),
      /tokenizer\.json: the server answers 404/,
    ],
    ['a file is cut', (file, bytes) => (file === 'tokenizer.json' ? bytes.subarray(0, 1000) : bytes), /cannot be downloaded/],
    [
      'a file is not what it should be',
      (file, bytes) => (file === 'config.json' ? Buffer.alloc(bytes.length, 60) : bytes),
      /cannot be loaded/,
    ],
  ])('leaves nothing behind when %s', async (_, change, message) => {
    const modelsDirectory = await temporaryDirectory();
    const { remoteHost } = await hub(change);
    await expect(loadEmbeddings({ model, modelsDirectory, allowRemote: true, remoteHost })).rejects.toThrow(message);
    expect(await readdir(modelsDirectory, { recursive: true })).toEqual(['some']);
  });

  it('says what to check when the server does not answer', async () => {
    const modelsDirectory = await temporaryDirectory();
    const loading = loadEmbeddings({ model, modelsDirectory, allowRemote: true, remoteHost: 'http://127.0.0.1:9/' });
    await expect(loading).rejects.toThrow(/Check EMBEDDING_MODEL and the network/);
  });

  it('removes what a killed download left a day ago, and only that', async () => {
    const modelsDirectory = await temporaryDirectory();
    const [old, young] = [join(modelsDirectory, '.download-old'), join(modelsDirectory, '.download-young')];
    for (const directory of [old, young]) await mkdir(directory);
    const twoDaysAgo = Date.now() / 1000 - 2 * 24 * 60 * 60;
    await utimes(old, twoDaysAgo, twoDaysAgo);
    const { remoteHost } = await hub(() => undefined);
    await expect(loadEmbeddings({ model, modelsDirectory, allowRemote: true, remoteHost })).rejects.toThrow();
    expect((await readdir(modelsDirectory)).sort()).toEqual(['.download-young', 'some']);
    await rm(young, { recursive: true });
  });
});
