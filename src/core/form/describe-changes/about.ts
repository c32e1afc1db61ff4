import type { Definition } from '../definition.ts';
import { properties, text, value, wording, words, type Describe } from './describe.ts';

/** What people read of an agenda before they begin. */
export const describeAbout: Describe<About> = properties<About>({
  title: wording('se nově jmenuje'),
  slug: value<string>({ is: 'Adresa stránky', has: 'adresu stránky' }, slug => `„${slug}“`),
  summary: text({ is: 'Shrnutí', has: 'shrnutí' }),
  audiences: words<Audience>('Pro koho agenda je', audience => audienceNames[audience]),
  lifeSituations: words('Životní situace', (slug, { context }) => context.names.lifeSituations?.[slug] ?? slug),
  keywords: words('Klíčová slova'),
  prepare: words('Co si připravit'),
  duration: text({ is: 'Údaj o\u00a0tom, jak dlouho to trvá,', has: 'údaj o\u00a0tom, jak dlouho to trvá:' }),
});

type About = Pick<
  Definition,
  'title' | 'slug' | 'summary' | 'audiences' | 'lifeSituations' | 'keywords' | 'prepare' | 'duration'
>;
type Audience = Definition['audiences'][number];

const audienceNames: Record<Audience, string> = { obcan: 'občané', firma: 'firmy', instituce: 'instituce' };
