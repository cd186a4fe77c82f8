import { existsSync, readdirSync } from 'node:fs';

/** Names of the files of a generation's directory. */
export const FILES = { database: 'index.sqlite', sentences: 'sentences.i8', chunks: 'chunks.f32', graph: 'chunks.hnsw' } as const;

export const TEMPORARY_PREFIX = 'unpublished-';
const NAME = /^generation-(\d{6,15})$/;

export function generationName(generation: number): string {
  return `generation-${String(generation).padStart(6, '0')}`;
}

/** Numbers of the published generations in a data directory, newest first. The number orders them, never the clock. */
export function listGenerations(dataDirectory: string): number[] {
  if (!existsSync(dataDirectory)) return [];
  return readdirSync(dataDirectory)
    .map((name) => NAME.exec(name)?.[1])
    .filter((digits) => digits !== undefined)
    .map(Number)
    .sort((a, b) => b - a);
}
