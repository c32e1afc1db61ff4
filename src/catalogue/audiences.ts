import type { Definition } from '../core/form/definition.ts';

export type Audience = Definition['audiences'][number];

export const audiences: readonly Audience[] = ['obcan', 'firma', 'instituce'];
