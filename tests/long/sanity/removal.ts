/** A safety check taken out of the program, and where that must be noticed. */
export interface Removal {
  /** The row or goal that the check serves. */
  row: string;
  what: string;
  file: string;
  /** Stands exactly once in the file. */
  find: string;
  replace: string;
  /** The suite that turns red. */
  test: string;
}
