/** The first sixteen places of a SHA-256 in fours: as much of it as people can compare. In: hexadecimal. */
export function shortPrint(sha256: string): string {
  return sha256
    .slice(0, 16)
    .toUpperCase()
    .replaceAll(/(.{4})(?=.)/g, '$1\u00a0');
}
