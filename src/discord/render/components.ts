import { ButtonStyle, ComponentType, type APIActionRowComponent, type APIButtonComponent } from 'discord.js';
import type { APIComponentInMessageActionRow } from 'discord.js';

/** A row of buttons, or one menu. */
export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

export interface Button {
  id: string;
  /** At most 80 characters. */
  label?: string;
  emoji?: string;
  style?: 'primary' | 'secondary' | 'success' | 'danger';
  disabled?: boolean;
}

const STYLES = {
  primary: ButtonStyle.Primary,
  secondary: ButtonStyle.Secondary,
  success: ButtonStyle.Success,
  danger: ButtonStyle.Danger,
} as const;
/** Discord's limit. */
export const BUTTONS_A_ROW = 5;

/** Buttons in as many rows as they need; none for no buttons. */
export function rows(buttons: readonly Button[]): Row[] {
  const all: Row[] = [];
  for (let start = 0; start < buttons.length; start += BUTTONS_A_ROW) {
    all.push({ type: ComponentType.ActionRow, components: buttons.slice(start, start + BUTTONS_A_ROW).map(button) });
  }
  return all;
}

function button({ id, label, emoji, style = 'secondary', disabled = false }: Button): APIButtonComponent {
  return {
    ...{ type: ComponentType.Button, style: STYLES[style], custom_id: id, disabled },
    ...(label === undefined ? {} : { label }),
    ...(emoji === undefined ? {} : { emoji: { name: emoji } }),
  };
}
