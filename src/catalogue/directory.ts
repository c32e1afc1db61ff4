import type { Deps } from '../deps.ts';
import { listen } from './listen.ts';
import { loadDirectory, type Directory } from './load-directory.ts';

export interface LiveDirectory {
  current(): Promise<Directory>;
}

type Needs = Pick<Deps, 'db' | 'pool' | 'log'>;

/**
 * The directory kept in memory and read anew when any process announces a change (`NOTIFY catalogue_changed`), so that
 * public pages cost no query. While the database cannot be reached, the last one known is shown.
 */
export function liveDirectory(deps: Needs, { onChange }: { onChange: (directory: Directory) => void }): LiveDirectory {
  let known: Directory | undefined;
  let loading: Promise<Directory> | undefined;
  let isListening = false;

  const load = (): Promise<Directory> => {
    const attempt = loadDirectory(deps).then(directory => {
      known = directory;
      onChange(directory);
      return directory;
    });
    loading = attempt;
    const finish = (): void => {
      if (loading === attempt) loading = undefined;
    };
    attempt.then(finish, finish);
    return attempt;
  };
  const reload = (): void => {
    load().catch((error: unknown) => {
      deps.log.warn({ err: error }, 'the catalogue could not be read anew');
    });
  };

  return {
    async current() {
      if (known) return known;
      if (!isListening) {
        isListening = true;
        // From before the first reading, so that no change falls in between.
        await listen(deps, { channel: 'catalogue_changed', onNews: reload });
      }
      return loading ?? load();
    },
  };
}
