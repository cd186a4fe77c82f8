import type { Progress } from '../indexing/reindex.ts';

/** One JSON value on one line of standard output; everything else the program says goes to standard error. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

export function note(text: string): void {
  process.stderr.write(`${text}\n`);
}

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
        const filled = total > 0 ? Math.round((done / total) * BAR_WIDTH) : 0;
        stream.write(`\r\x1b[K${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)} ${count}`);
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
