import type { ReindexRequest } from '../../../src/app.ts';
import { IndexUpdates, type IndexUpdatesOptions } from '../../../src/discord/reindex/index-updates.ts';
import type { IndexReport } from '../../../src/indexing/reindex.ts';
import { createLog } from '../../../src/log.ts';

export const REPORT: IndexReport = {
  ...{ added: 3, updated: 1, deleted: 0, skipped: 1_200, failed: [], warnings: [], articles: 1_204, chunks: 5_000 },
  ...{ embedded: 90, seconds: 12.34, generation: 'generation-000004' },
};

/** An update under way, to be ended by hand. */
export interface Run extends ReindexRequest {
  end: (report?: Partial<IndexReport>) => void;
  fail: (error: unknown) => void;
}

/** Index updates over an App whose runs end when told. */
export function bench(options: Partial<IndexUpdatesOptions> = {}) {
  const runs: Run[] = [];
  const lines: Record<string, unknown>[] = [];
  const published: IndexReport[] = [];
  const counted: string[] = [];
  const state = { isStale: true, mode: 'full' as 'full' | 'exact' | 'words', looks: 0 };
  const updates = new IndexUpdates({
    app: {
      isStale: () => {
        state.looks += 1;
        return Promise.resolve(state.isStale);
      },
      reindex: (request) =>
        new Promise((resolve, reject) => {
          const fail = (error: unknown): void => {
            // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- whatever an App rejects with
            reject(error);
          };
          request.signal?.addEventListener('abort', () => {
            fail(request.signal?.reason);
          });
          runs.push({
            ...request,
            fail,
            end: (report = {}) => {
              resolve({ ...REPORT, ...report });
            },
          });
        }),
    },
    health: () => ({ mode: state.mode }),
    log: createLog({
      ...{ level: 'debug', secrets: [] },
      destination: { write: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>) },
    }),
    metrics: { reindex: (result) => void counted.push(result) },
    now: () => 1_700_000_000_000.5,
    onPublished: (report) => {
      published.push(report);
    },
    ...options,
  });
  return { updates, runs, lines, published, counted, state };
}
