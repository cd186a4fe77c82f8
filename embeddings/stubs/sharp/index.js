// @xenova/transformers refuses to load when the default export of sharp is falsy; it calls it only for images.
export default function sharp() {
  throw new Error('gisabot is installed without image support: sharp is replaced by a stub');
}
