/** The id of the bot in base64, a time and a signature. */
const TOKEN = /^(?:(?:Bot|Bearer)\s+)?([\w-]{14,28})={0,2}\.[\w-]{4,}\.[\w-]{20,}$/i;
const APPLICATION_ID = /^\d{10,20}$/;

/** The application id that a bot's token begins with; undefined when the text does not have the shape of such a token. */
export function applicationIdOf(token: string): string | undefined {
  const id = Buffer.from(TOKEN.exec(token.trim())?.[1] ?? '', 'base64').toString('latin1');
  return isApplicationId(id) ? id : undefined;
}

/** Whether it has the shape of an application id. */
export function isApplicationId(text: string): boolean {
  return APPLICATION_ID.test(text);
}
