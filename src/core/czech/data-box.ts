/** Data box id: seven letters and digits. Takes what was typed in any case; returns lower case, or nothing. */
export function readDataBoxId(typed: string): string | undefined {
  const id = typed.replace(/\s/g, '').toLowerCase();
  return /^[a-z\d]{7}$/.test(id) ? id : undefined;
}
