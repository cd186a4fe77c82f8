import { ARCHIVES } from './archives.ts';
import { BYTES } from './bytes.ts';
import { CHANGES } from './changes.ts';
import { CONTENT } from './content.ts';
import { HTML } from './html.ts';
import { Maker, type BadFile, type Kind, type Size } from './kind.ts';
import { PDF } from './pdf.ts';
import { PLACES } from './places.ts';

export const KINDS: readonly Kind[] = [...BYTES, ...PLACES, ...CHANGES, ...HTML, ...PDF, ...ARCHIVES, ...CONTENT];

export interface Sample extends BadFile {
  row: string;
  kind: string;
}

/** The whole corpus: every kind in a folder of its own, the same for the same seed. */
export function corpus(seed: number, size: Size): Sample[] {
  return KINDS.flatMap((kind, index) => {
    const maker = new Maker(`${kind.row}/${index}`, seed * 1000 + index, size);
    return kind.files(maker).map((file) => Object.assign(file, { row: kind.row, kind: kind.name }));
  });
}
