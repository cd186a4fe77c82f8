/**
 * Loaded before everything else into the processes of the tests and into those that they start: no connection leaves this machine. One that
 * would is refused and noted, in the process of the tests itself or on standard error, where that reads it.
 */
import net from 'node:net';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1|::ffff:127(?:\.\d{1,3}){3})$/i;
const NOTES = Symbol.for('gisabot: notes of the guards');

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (...given) {
  // Node.js itself hands the arguments over as one list.
  const [first, second] = Array.isArray(given[0]) ? given[0] : given;
  const { path, host, port } =
    typeof first === 'object' ? first : { host: typeof second === 'string' ? second : undefined, port: first };
  if (path !== undefined || host === undefined || LOOPBACK.test(host)) return connect.apply(this, given);
  const target = `${host}:${port}`;
  note(`gisabot-tests: a connection to ${target} was refused`);
  process.nextTick(() => this.destroy(Object.assign(new Error(`connect ECONNREFUSED ${target}`), { code: 'ECONNREFUSED' })));
  return this;
};

function note(text) {
  const notes = globalThis[NOTES];
  if (notes) notes.push(text);
  else process.stderr.write(`${text}\n`);
}
