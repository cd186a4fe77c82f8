/** Shapes of tokens and keys that are recognised by themselves: of Discord, common services and cloud providers, and private keys. */
const CREDENTIAL = new RegExp(
  [
    String.raw`[MNO][\w-]{23,27}\.[\w-]{6}\.[\w-]{27,40}`,
    String.raw`sk-(?:[a-z]{2,10}-)?[A-Za-z0-9]{20,}`,
    String.raw`gh[pousr]_[A-Za-z0-9]{36}`,
    String.raw`AKIA[A-Z0-9]{16}`,
    String.raw`xox[abprs]-[\w-]{20,}`,
    String.raw`-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----`,
  ]
    .map((shape) => String.raw`(?<![\w-])${shape}`)
    .join('|'),
  'u',
);

/** A warning where a text seems to hold a token or key: whatever is indexed can be quoted to anybody who asks. */
export function credentialWarning(text: string): string[] {
  return CREDENTIAL.test(text) ? ['it seems to hold a token or key, which answers may quote: take it out and revoke it'] : [];
}
