import { join } from 'node:path';

/** What a ratio should be. */
export interface Goal {
  at: 'least' | 'most';
  value: number;
}

/** One ratio of two things measured side by side, or a share, with the medians it was made from. */
export interface Measurement {
  /** What is divided by what. */
  what: string;
  ratio: number;
  goal: Goal | null;
  /** Medians by name, in the unit the name ends with. */
  medians: Record<string, number>;
}

/** Says what a long benchmark is doing. */
export type Note = (text: string) => void;

/** A benchmark. Each of its parts runs in a child process of its own, so that peak memory belongs to that part alone. */
export interface Benchmark {
  name: string;
  about: string;
  /** Takes much longer than the others: runs only when it is named. */
  onlyByName?: true;
  /** Builds what the measurement needs and keeps it for the next run. Not measured. */
  prepare?: (note: Note) => Promise<void>;
  run: (note: Note) => Promise<Measurement[]>;
  /** Work whose peak memory is reported side by side. */
  memory?: Record<string, () => Promise<void>>;
}

const ROOT = join(import.meta.dirname, '../..');

/** Folders of the repository. `shared` is there for those who develop gisabot only. */
export const PLACES = {
  articles: join(ROOT, 'articles'),
  shared: join(ROOT, '../shared'),
  models: join(ROOT, 'embeddings/models'),
  /** What is expensive to build; can be deleted at any time. */
  cache: join(ROOT, 'embeddings/index/bench'),
} as const;

export const MODEL = { model: 'gisabot/multilingual-e5-small-ko-en', modelsDirectory: PLACES.models };
