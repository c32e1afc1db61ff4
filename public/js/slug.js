// Proposes the address of a new agenda while its title is being typed, until somebody writes another one.

const [title, slug] = ['title', 'slug'].map(id => document.getElementById(id));
let proposed = propose(title.value);

title.addEventListener('input', () => {
  const isOwn = slug.value !== '' && slug.value !== proposed;
  proposed = propose(title.value);
  if (!isOwn) slug.value = proposed;
});

function propose(text) {
  const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .join('-')
    .slice(0, 60)
    .replace(/-$/, '');
}
