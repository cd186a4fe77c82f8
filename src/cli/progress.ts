import type { Progress } from '../indexing/reindex.ts';

const BAR_WIDTH = 30;
const LINE_EVERY_MILLISECONDS = 5_000;
const LABELS: Readonly<Record<Progress['phase'], string>> = {
  reading: 'Reading articles',
  embedding: 'Indexing articles',
  publishing: 'Writing the index',
};

/** Shows progress on standard error: a bar that is redrawn on a terminal, now and then a line otherwise. */
export function progressReporter(stream: NodeJS.WriteStream = process.stderr): {
  update: (progress: Progress) => void;
  end: () => void;
} {
  let lastLine = Date.now();
  let drawn = false;
  return {
    update: ({ phase, done, total }) => {
      const count = `${LABELS[phase]} ${done}/${total}`;
      if (stream.isTTY) {
        const room = Math.max(0, Math.min(BAR_WIDTH, stream.columns - count.length - 2));
        const filled = total > 0 ? Math.round((done / total) * room) : 0;
        stream.write(`\r\x1b[K${'█'.repeat(filled)}${'░'.repeat(room - filled)} ${count}`);
        drawn = true;
      } else if (Date.now() - lastLine >= LINE_EVERY_MILLISECONDS) {
        stream.write(`${count}\n`);
        lastLine = Date.now();
      }
    },
    end: () => {
      if (drawn) stream.write('\r\x1b[K');
    },
  };
}
