/** What an address cannot be: words that mean something else at its place. */
const reserved: readonly string[] = ['nova', 'import'];

const longest = 60;

/** An address made of a title: „Přihlášení psa“ is at `prihlaseni-psa`. Empty when the title has no letter of ours. */
export function proposeSlug(title: string): string {
  const words = title
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(word => word !== '');
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word.slice(0, longest) : `${slug}-${word}`;
    if (longer.length > longest) break;
    slug = longer;
  }
  return slug;
}

/** Why an agenda cannot have this address; none when it can. */
export function slugProblem(slug: string): string | undefined {
  if (slug === '') return 'Napište adresu, pod kterou agendu lidé najdou.';
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))
    return 'Do adresy patří jen malá písmena bez háčků a\u00a0čárek, číslice a\u00a0spojovníky.';
  if (slug.length > 80) return 'Zkraťte adresu, může mít nejvýš 80\u00a0znaků.';
  return reserved.includes(slug) ? 'Toto slovo má v\u00a0adresách správy jiný význam. Zvolte jiné.' : undefined;
}
