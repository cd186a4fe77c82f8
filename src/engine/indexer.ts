import type { App, ReindexRequest } from '../app.ts';
import { EngineError } from '../errors.ts';
import { ChildDiedError, Connection } from './connection.ts';
import { RESULTS, type EngineConfig } from './protocol.ts';
import type { EngineLimits, Surroundings } from './surroundings.ts';

/**
 * Runs an index update in a process of its own, to its end or until the signal, as App.reindex does.
 * @throws EngineError when that process dies: nothing is lost but the run.
 */
export async function reindexInChild(
  config: EngineConfig,
  { full = false, owner, onProgress, signal }: ReindexRequest,
  { fork, after }: Surroundings,
  limits: EngineLimits,
): ReturnType<App['reindex']> {
  signal?.throwIfAborted();
  const connection = new Connection(fork('indexer'), config, {});
  const { result, cancel } = connection.request('reindex', [{ full, owner }], (progress) => {
    if ('phase' in progress) onProgress?.(progress);
  });
  let callOff = (): void => undefined;
  const stop = (): void => {
    cancel();
    callOff = after(limits.cancel, () => {
      connection.kill('it did not stop');
    });
  };
  signal?.addEventListener('abort', stop);
  try {
    return RESULTS.reindex.parse(await result);
  } catch (error) {
    signal?.throwIfAborted();
    if (!(error instanceof ChildDiedError)) throw error;
    const message = `Indexing stopped half-way: ${error.message}. The index is as it was before; what was embedded so far is kept. Index again.`;
    throw new EngineError('died', message);
  } finally {
    signal?.removeEventListener('abort', stop);
    callOff();
    await endConnection(connection, after, limits.end);
  }
}

/** Lets go of a child and waits until it is gone; one that stays is killed. */
export async function endConnection(connection: Connection, after: Surroundings['after'], limit: number): Promise<void> {
  connection.disconnect();
  const callOff = after(limit, () => {
    connection.kill('it did not end');
  });
  await connection.ended;
  callOff();
}
