import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { UserError, messageOf } from '../errors.ts';
import {
  MODEL_FILES,
  hashModel,
  modelDirectory,
  readJson,
  requireModelFiles,
  shown,
  verifyModelFiles,
  type ModelPlace,
} from './model-files.ts';

/** How texts become vectors apart from the weights; a change makes stored vectors useless. */
const METHOD = 'mean over all tokens, windows of maxTokens, L2; 1';

const knownAnswer = z.object({ text: z.string(), tokens: z.array(z.int()), first8: z.array(z.number()).length(8) });
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const cardFile = z.object({
  dimensions: z.int().positive(),
  maxTokens: z.int().positive(),
  queryPrefix: z.string(),
  passagePrefix: z.string(),
  sha256: z.record(z.string(), sha256).refine((hashes) => MODEL_FILES.every((file) => file in hashes), {
    message: `must give the hash of each of ${MODEL_FILES.join(', ')}`,
  }),
  knownAnswers: z.array(knownAnswer).default([]),
  knownAnswerTolerance: z.number().positive().default(0.005),
});

const configFile = z.object({
  model_type: z.string().default(''),
  hidden_size: z.int().positive(),
  max_position_embeddings: z.int().positive().default(512),
});
const tokenizerConfigFile = z.object({ model_max_length: z.number().positive().default(Infinity) });

/** A text whose token ids and first eight vector components were recorded when the model was made. */
export type KnownAnswer = z.infer<typeof knownAnswer>;

/** What the model folder's `model.json` holds. */
export type ModelCardFile = z.infer<typeof cardFile>;

/** All that is known of a model without running it. */
export interface ModelCard extends ModelCardFile {
  name: string;
  directory: string;
  /** Whether `model.json` recorded the hashes; false when they were computed from the files as found. */
  pinned: boolean;
  /** Stands for everything that decides a vector: weights, tokenizer, prefixes, pooling, normalisation. */
  fingerprint: string;
}

/** What a health check shows of a model. */
export interface ModelReport {
  name: string;
  directory: string;
  /** Size of all files, 0 when something is missing. */
  bytes: number;
  /** `unpinned`: complete, but without a `model.json` to compare with. */
  state: 'verified' | 'unpinned' | 'missing or damaged';
  /** What is wrong and what to do; undefined when nothing is. */
  problem: string | undefined;
}

/**
 * Reads the card of a model without loading its weights: from `model.json` where there is one,
 * otherwise from the model's configuration and the hashes of its files.
 * @throws UserError when the model is missing or its description cannot be used; UsageError for an unusable name.
 */
export async function readModelCard(place: ModelPlace): Promise<ModelCard> {
  const directory = modelDirectory(place);
  await requireModelFiles(place);
  const path = join(directory, 'model.json');
  const json = await readJson(path);
  const pinned = json !== undefined;
  const card = pinned ? parse(cardFile, json, path) : await deriveCard(place.model, directory);
  return { ...card, name: place.model, directory, pinned, fingerprint: fingerprintOf(card) };
}

/** The card of a model without `model.json`: limits from its configuration, the e5 prefixes where its name says e5, computed hashes. */
export async function deriveCard(model: string, directory: string): Promise<ModelCardFile> {
  const configPath = join(directory, 'config.json');
  const config = parse(configFile, await readJson(configPath), configPath);
  const tokenizerPath = join(directory, 'tokenizer_config.json');
  const tokenizer = parse(tokenizerConfigFile, await readJson(tokenizerPath), tokenizerPath);
  // RoBERTa models number positions from padding_idx + 1 = 2, so that two of them can never be used.
  const positions = config.max_position_embeddings - (config.model_type.includes('roberta') ? 2 : 0);
  const e5 = /(^|[^a-z0-9])e5([^a-z0-9]|$)/i.test(model);
  return {
    dimensions: config.hidden_size,
    maxTokens: Math.min(positions, tokenizer.model_max_length),
    queryPrefix: e5 ? 'query: ' : '',
    passagePrefix: e5 ? 'passage: ' : '',
    sha256: hashModel(directory),
    knownAnswers: [],
    knownAnswerTolerance: 0.005,
  };
}

/**
 * Looks at a model without loading it, for a health check: are its files there, how large, do their hashes hold? Never throws for
 * a missing or damaged model.
 * @throws UsageError for an unusable name.
 */
export async function inspectModel(place: ModelPlace): Promise<ModelReport> {
  const report: ModelReport = {
    name: place.model,
    directory: shown(modelDirectory(place)),
    bytes: 0,
    state: 'verified',
    problem: undefined,
  };
  try {
    report.bytes = await requireModelFiles(place);
    const card = await readModelCard(place);
    if (card.pinned) verifyModelFiles(card.directory, card.sha256);
    else report.state = 'unpinned';
  } catch (error) {
    report.state = 'missing or damaged';
    report.problem = messageOf(error);
  }
  return report;
}

function fingerprintOf(card: ModelCardFile): string {
  const hashes = Object.entries(card.sha256).sort(([a], [b]) => (a < b ? -1 : 1));
  const parts = [METHOD, card.dimensions, card.maxTokens, card.queryPrefix, card.passagePrefix, hashes];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

function parse<T>(schema: z.ZodType<T>, json: unknown, path: string): T {
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  throw new UserError(`${shown(path)} cannot be used:\n${z.prettifyError(result.error)}`);
}
