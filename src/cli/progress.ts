import type { Progress } from '../indexing/reindex.ts';
import { progressBar } from './progress-bar.ts';

const LABELS: Readonly<Record<Progress['phase'], string>> = {
  reading: 'Reading articles',
  embedding: 'Indexing articles',
  publishing: 'Writing the index',
};

/** Shows the progress of an index update on standard error. */
export function progressReporter(stream?: NodeJS.WriteStream): {
  update: (progress: Progress) => void;
  end: () => void;
} {
  const { update, end } = progressBar(stream);
  return {
    update: ({ phase, done, total }) => {
      update(LABELS[phase], done, total);
    },
    end,
  };
}
