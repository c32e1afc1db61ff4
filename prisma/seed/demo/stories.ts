import { confirmationStories } from './stories/confirmations.ts';
import { dogStories } from './stories/dogs.ts';
import { placeStories } from './stories/places.ts';
import { questionStories } from './stories/questions.ts';
import { taskStories } from './stories/tasks.ts';
import { turnStories } from './stories/turns.ts';
import type { Story } from './story.ts';

/** A story keeps its number for good: it is found by it. New ones go to the end of the last list. */
export const stories: Story[] = [
  ...dogStories,
  ...placeStories,
  ...questionStories,
  ...turnStories,
  ...taskStories,
  ...confirmationStories,
];
