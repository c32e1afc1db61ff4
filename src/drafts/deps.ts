import type { AppDeps } from '../deps.ts';
import type { Definitions } from './definitions.ts';

export interface DraftDeps extends AppDeps {
  definitions: Definitions;
}
