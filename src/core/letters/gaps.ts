/** What a text begun from a template still wants to have added: "odůvodnění" of `[doplňte: odůvodnění]`, each once. */
export function gapsIn(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(/\[doplňte:([^\][]*)\]/gi), ([, what = '']) => what.trim()))];
}
