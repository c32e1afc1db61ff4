import { gapsIn } from '../../core/letters/gaps.ts';

/** In Czech, what the text still wants to have added; null when it is whole. */
export function gapsMessage({ text }: { text: string }): string | null {
  const gaps = gapsIn(text);
  return gaps.length > 0 ? `V\u00a0dopise ještě zbývá doplnit: ${gaps.map(gap => `„${gap}“`).join(', ')}.` : null;
}
