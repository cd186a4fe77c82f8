import type { Interaction } from 'discord.js';
import type { ServerSettings } from '../store/server-settings.ts';
import type { Language } from '../types.ts';

/** In which language the bot speaks to whom. */
export interface Reader {
  /** What only one person sees: the person's language. */
  private: Language;
  /** What everyone sees: the server's language. */
  public: Language;
}

/** Discord's locale as one of our languages: Korean, or English for everyone else. */
export function languageOf(locale: string): Language {
  return locale.startsWith('ko') ? 'ko' : 'en';
}

/** The languages of an interaction. In a direct message everyone is the person. */
export function readerOf({ locale, guildLocale }: Interaction, settings: ServerSettings | undefined): Reader {
  const own = languageOf(locale);
  return { private: own, public: serverLanguage(guildLocale ?? locale, settings) };
}

/** The language of a server: what its administrators set, or Discord's setting. */
export function serverLanguage(locale: string, settings: Pick<ServerSettings, 'language'> | undefined): Language {
  const set = settings?.language ?? 'auto';
  return set === 'auto' ? languageOf(locale) : set;
}
