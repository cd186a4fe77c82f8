/**
 * Every token and key that a test hands to the program looks like one of these: whatever of them turns up in an output has leaked. The first
 * part of a token is the bot's public id.
 */
const PLANTED = [
  /planted-key-\d{4,}/u,
  /\.G(?:stand|wrong|abcde)\./u,
  /in-token-for-local-tests-only/u,
  /a-token_of-nobody|signature-of-nobody|nobodys-secret/u,
];
const REFUSED = /gisabot-tests: a connection to \S+ was refused/u;

/** The planted secrets in a text, each once, with what stands around it. */
export function secretsIn(text: string): string[] {
  const found = [text, decoded(text)].flatMap((form) => PLANTED.flatMap((secret) => around(form, secret)));
  return [...new Set(found)];
}

/** The same, and connections that the network guard of a child has refused. */
export function problemsIn(text: string): string[] {
  return [...secretsIn(text), ...around(text, REFUSED)];
}

function around(text: string, pattern: RegExp): string[] {
  const at = text.search(pattern);
  return at < 0 ? [] : [text.slice(Math.max(0, at - 80), at + 80)];
}

/** A text with its percent escapes resolved, where there are any. */
function decoded(text: string): string {
  return text.replace(/%[0-9A-Fa-f]{2}/gu, (escape) => String.fromCharCode(Number.parseInt(escape.slice(1), 16)));
}
