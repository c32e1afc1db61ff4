/** Addresses of the designer of an agenda. */
export function designerPath(slug: string, ...parts: string[]): string {
  return ['/sprava/agendy', slug, 'navrh', ...parts].join('/');
}

export const settingsPath = (slug: string, part: string): string => designerPath(slug, 'nastaveni', part);
export const logicPath = (slug: string, place: string): string => designerPath(slug, 'podminky', place);
export const stepPath = (slug: string, step: string): string => designerPath(slug, 'kroky', step);
export const fieldPath = (slug: string, field: string): string => designerPath(slug, 'otazky', field);
