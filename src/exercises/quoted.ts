/** Words in quotation marks, unless they have their own. */
export function quoted(text: string): string {
  return text.startsWith('“') && text.endsWith('”') ? text : `“${text}”`;
}
