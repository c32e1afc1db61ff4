import type { Definition } from '../definition.ts';
import type { Place } from '../places.ts';
import type { Problem } from '../problem.ts';
import type { Never } from './reachable.ts';
import type { Text } from './texts.ts';

/** What stands in the way of publishing; a warning does not, but somebody should read it. */
export type Level = 'error' | 'warning';

/** What the document itself does not know. */
export interface GateContext {
  /** The day in Europe/Prague. */
  today: Temporal.PlainDate;
  /** Slugs of the departments and life situations the city has. */
  departments: readonly string[];
  lifeSituations: readonly string[];
  /** Levels of identity that people can sign in with here. */
  offeredIdentity: readonly string[];
}

/** An agenda as the rules look at it. Any text, list or reference may still be empty. */
export interface Subject {
  definition: Definition;
  context: GateContext;
  places: readonly Place[];
  texts: readonly Text[];
  never: Never;
}

/** One demand on an agenda; what it finds says in Czech what to do. */
export interface Rule {
  /** Stable: settings and help refer to it. */
  name: string;
  level: Level;
  find: (subject: Subject) => Problem[];
}
