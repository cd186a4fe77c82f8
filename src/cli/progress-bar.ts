const BAR_WIDTH = 30;
const LINE_EVERY_MILLISECONDS = 5_000;

export interface ProgressBar {
  update: (label: string, done: number, total: number) => void;
  end: () => void;
}

/** Shows how far something is on standard error: a bar that is redrawn on a terminal, now and then a line otherwise. */
export function progressBar(stream: NodeJS.WriteStream = process.stderr): ProgressBar {
  let lastLine = Date.now();
  let drawn = false;
  return {
    update: (label, done, total) => {
      const count = `${label} ${done}/${total}`;
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
