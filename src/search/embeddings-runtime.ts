import { dirname } from 'node:path';
import { UserError, messageOf } from '../errors.ts';

/** A loaded model: the tokenizer and the network, nothing of prefixes, batches or pooling. */
export interface Runtime {
  /** Token ids of a text, with the model's special tokens around them or without. */
  encode(text: string, specialTokens: boolean): number[];
  /**
   * Runs the network over rows of token ids (special tokens included), padded to the longest.
   * @returns The last hidden state, rows × longest row × `dimensions`.
   */
  run(rows: readonly (readonly number[])[], dimensions: number): Promise<Float32Array>;
}

/**
 * Loads tokenizer and weights from a folder `…/owner/name`. Never touches the network.
 * The library's settings are global to the process: loads of models from different folders must not overlap.
 * @throws UserError when the library cannot load the files.
 */
export async function loadRuntime(model: string, directory: string): Promise<Runtime> {
  const { AutoModel, AutoTokenizer, Tensor, env } = await import('@xenova/transformers');
  env.allowRemoteModels = false;
  // The library would look into a cache inside node_modules before the folder whose hashes were checked.
  env.useFSCache = false;
  env.localModelPath = dirname(dirname(directory));
  try {
    const tokenizer = await AutoTokenizer.from_pretrained(model);
    const network = await AutoModel.from_pretrained(model, { quantized: true });
    const padding = padId(tokenizer);
    return {
      encode: (text, specialTokens) => tokenizer.encode(text, null, { add_special_tokens: specialTokens }),
      run: async (rows, dimensions) => {
        const { ids, mask, width } = pad(rows, padding);
        const shape = [rows.length, width];
        const output: unknown = await network._call({
          input_ids: new Tensor('int64', ids, shape),
          attention_mask: new Tensor('int64', mask, shape),
        });
        return hiddenState(output, rows.length * width * dimensions);
      },
    };
  } catch (error) {
    throw new UserError(`The embedding model ${model} cannot be loaded: ${messageOf(error)}`);
  }
}

/** The tokenizer's padding id; masked positions do not count, so that any id does where a tokenizer has none. */
function padId(tokenizer: object): number {
  return 'pad_token_id' in tokenizer && typeof tokenizer.pad_token_id === 'number' ? tokenizer.pad_token_id : 0;
}

function pad(rows: readonly (readonly number[])[], padding: number): { ids: BigInt64Array; mask: BigInt64Array; width: number } {
  const width = Math.max(...rows.map((row) => row.length));
  const ids = new BigInt64Array(rows.length * width).fill(BigInt(padding));
  const mask = new BigInt64Array(rows.length * width);
  rows.forEach((row, index) => {
    const start = index * width;
    row.forEach((id, i) => {
      ids[start + i] = BigInt(id);
    });
    mask.fill(1n, start, start + row.length);
  });
  return { ids, mask, width };
}

function hiddenState(output: unknown, length: number): Float32Array {
  const state = field(output, 'last_hidden_state');
  const data = field(state, 'data');
  if (!(data instanceof Float32Array) || data.length !== length) {
    throw new UserError(
      'The embedding model does not give a last_hidden_state of the expected size: it is not a sentence-embedding model.',
    );
  }
  return data;
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
