/** Takes the lock of the folder that is named on the command line, says so and holds it until it is ended. */
import { acquireLock } from '../../src/indexing/lock.ts';

acquireLock(process.argv[2] ?? '', 'the other one');
process.stdout.write('locked\n');
setInterval(() => undefined, 1000);
