import { audiences, type Audience } from './audiences.ts';
import type { Directory, OfferedAgenda, Situation } from './load-directory.ts';

/** What a visitor asks for on the list of services; empty parts mean no restriction. */
export interface Wish {
  query: string;
  audience: Audience | undefined;
  situation: Situation | undefined;
}

/** Reads the parts of an address; a value that means nothing restricts nothing. */
export function readWish(
  { situations }: Directory,
  typed: { query: string; audience: string; situation: string },
): Wish {
  return {
    query: typed.query.trim(),
    audience: audiences.find(audience => audience === typed.audience),
    situation: situations.find(({ slug }) => slug === typed.situation),
  };
}

/** By likeness to the words when there are any, by title otherwise. */
export function findServices({ search }: Directory, { query, audience, situation }: Wish): OfferedAgenda[] {
  return search
    .find(query)
    .filter(({ definition }) => !audience || definition.audiences.includes(audience))
    .filter(({ definition }) => !situation || definition.lifeSituations.includes(situation.slug));
}
