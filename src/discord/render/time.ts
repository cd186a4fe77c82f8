/** Discord's own notation of a moment, which every reader sees in their own time and language. @param moment Milliseconds since 1970. */
export function timestamp(moment: number, style: 'R' | 'f' | 'd' = 'R'): string {
  return `<t:${Math.ceil(moment / 1000)}:${style}>`;
}
