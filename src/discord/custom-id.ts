/** What a button, a menu or a modal carries: the name of what handles it, and plain arguments. Discord allows 100 characters. */
export interface CustomId {
  name: string;
  arguments: string[];
}

const SEPARATOR = ':';
const MAXIMUM_CHARACTERS = 100;

/** @throws RangeError when an argument holds the separator, or all together are too long: a mistake of the caller. */
export function customId(name: string, ...values: (string | number)[]): string {
  const parts = [name, ...values.map(String)];
  const id = parts.join(SEPARATOR);
  if (id.length > MAXIMUM_CHARACTERS || parts.some((part) => part.includes(SEPARATOR)))
    throw new RangeError(`"${id}" cannot be a custom id`);
  return id;
}

/** Anyone can send any id: what comes out of this is not to be trusted. */
export function parseCustomId(id: string): CustomId {
  const [name = '', ...values] = id.split(SEPARATOR);
  return { name, arguments: values };
}
