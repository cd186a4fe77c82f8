import { cpSync, mkdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ARTICLES, LIGHTHOUSE_QUESTION } from '../cli/articles.ts';
import { bundledModel } from '../support/bundled-model.ts';
import { Workspace } from '../support/cli.ts';

let workspace: Workspace;
const model = { EMBEDDING_MODEL: bundledModel.model };

beforeAll(async () => {
  workspace = await Workspace.create(ARTICLES);
});
afterAll(() => workspace.remove());

it('S15: an index is made with the embedding model', async () => {
  expect((await workspace.run(['index'], { environment: model })).code).toBe(0);
});

describe('S15: an index whose embedding model is', () => {
  it.each([
    ['missing', (folder: string) => mkdirSync(folder, { recursive: true }), /is not here: there is no folder/],
    [
      'cut',
      (folder: string) => {
        cut(folder);
      },
      /is damaged or was changed/,
    ],
  ])('%s answers by words alone, and says so; the health check says why and what to do', async (state, prepare, reason) => {
    const folder = workspace.path(`models-${state}`);
    prepare(folder);
    const environment = { ...model, MODELS_DIR: folder };
    const { code, stdout, stderr } = await workspace.run(['search', LIGHTHOUSE_QUESTION], { environment });
    expect(code).toBe(0);
    expect(stdout).toContain('12억 원');
    expect(stderr).toMatch(reason);
    expect((await workspace.run(['doctor'], { environment })).stdout).toMatch(reason);
  });
});

/** A copy of the model without the end of its weights. */
function cut(folder: string): void {
  const copy = join(folder, bundledModel.model);
  cpSync(join(bundledModel.modelsDirectory, bundledModel.model), copy, { recursive: true });
  truncateSync(join(copy, 'onnx/model_quantized.onnx'), 1_000_000);
}
