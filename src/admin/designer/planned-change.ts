import type { Definition } from '../../core/form/definition.ts';
import type { Edited, Refused } from '../../core/form/edit/edited.ts';

/** One change of a sketch, as its form asks for it. */
export interface PlannedChange {
  /** Pure, so that it can be made anew on top of what somebody else has saved meanwhile. */
  operation: (definition: Definition) => Edited;
  /** Where to go when it is saved; gets the id of what was changed or made. */
  next: (id: string) => string;
  /** Where to go when it is thrown away. */
  back: string;
  /** Answers a refusal with the form as it was typed. */
  refuse: (refused: Refused) => void;
  /** What the author reads on the next page. */
  done?: string;
  /** What was typed, to be read again when it cannot be saved: `text` is a key of `designer`, unless it has a label of its own. */
  typed?: { text: string; label?: string; value: string }[];
}
