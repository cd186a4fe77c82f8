import './probe.ts';

// A process that does nothing: how late it is, everything is on this machine at this time.

process.stdout.write('ready\n');
setInterval(() => undefined, 1_000);
