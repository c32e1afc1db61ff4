/** Which characters are letters, for search by trigrams; sorting is ICU's. */
export function ctype(): string {
  if (process.platform === 'win32') return 'C';
  return process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
}

/** The server is given nothing of the portal's own environment; there are secrets in it. */
export function serverEnvironment(): Record<string, string> {
  return { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: ctype(), TZ: 'UTC' };
}
