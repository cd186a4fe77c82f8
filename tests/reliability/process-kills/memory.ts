// Loaded into a process before its program: on a signal it takes memory until its heap is full, which ends it.
process.on('SIGUSR2', () => {
  const kept: number[][] = [];
  for (;;) kept.push(new Array<number>(1_000).fill(kept.length));
});
