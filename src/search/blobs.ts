/** Unsigned 32-bit numbers as a blob of SQLite, little endian. */
export function blobOf(numbers: Uint32Array): Buffer {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

/** The numbers of a blob. */
export function numbersOf(blob: Buffer): Uint32Array {
  // A buffer may start anywhere in its memory, 32-bit numbers only at a multiple of four.
  if (blob.byteOffset % 4 === 0) return new Uint32Array(blob.buffer, blob.byteOffset, blob.length / 4);
  return new Uint32Array(new Uint8Array(blob).buffer);
}
