// Loaded into every process of the bot: at a signal it collects its garbage, so that what is measured afterwards is what is held.
import v8 from 'node:v8';
import vm from 'node:vm';

v8.setFlagsFromString('--expose-gc');
const collect = vm.runInNewContext('gc');
process.on('SIGUSR2', () => {
  collect();
  collect();
});
