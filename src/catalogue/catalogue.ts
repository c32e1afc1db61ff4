import type { LiveDirectory } from './directory.ts';
import type { PageCache } from '../web/page-cache.ts';

/** What the public pages are made with. */
export interface Catalogue {
  directory: LiveDirectory;
  pages: PageCache;
}
