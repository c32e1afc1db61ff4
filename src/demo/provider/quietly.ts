/* eslint-disable no-console -- what is kept from the terminal is the library's own word to it. */

/** Loads oidc-provider without its warning that it does not know this Node yet; whoever starts the demo can do nothing about it. */
export async function quietly<T>(load: () => Promise<T>): Promise<T> {
  const { warn } = console;
  console.warn = (...said: unknown[]) => {
    if (!String(said[0]).includes('Unsupported runtime')) warn(...said);
  };
  try {
    return await load();
  } finally {
    console.warn = warn;
  }
}
