import type { Definition } from '../../core/form/definition.ts';

/** An agenda as somebody gave it. It is safe to be read on and compared; whether it is one, is not known yet. */
export interface GivenDocument {
  document: object;
  /** Empty when it names none. */
  slug: string;
  /** Which one of an archive it is; null by itself. */
  index: number | null;
  /** The archive says that nobody was offered it yet. */
  isSketch: boolean;
}

/** A checked one. It stays as it was given, so that its export is the same document. */
export interface NewDocument extends GivenDocument {
  title: string;
  /** The same, read. */
  definition: Definition;
}
