interface TerminalOptions {
  isTTY?: boolean;
  columns?: number;
  colours?: boolean;
}

/** A stream that says it is a terminal, and what was written to it. */
export function fakeTerminal({ isTTY = true, columns = 80, colours = true }: TerminalOptions): {
  stream: NodeJS.WriteStream;
  written: string[];
} {
  const written: string[] = [];
  const stream = { isTTY, columns, hasColors: () => colours, write: (text: string) => written.push(text) > 0 };
  return { stream: stream as unknown as NodeJS.WriteStream, written };
}
