// A letter chosen at the desk is put into the text without loading the page again; what is already written stays.

const text = document.getElementById('oduvodneni');
const links = document.querySelectorAll('a[data-letter]');
// The one put in last, while nobody has changed it.
let untouched = [...links].find(link => link.dataset.letter === text.value)?.dataset.letter ?? '';

for (const link of links) {
  link.addEventListener('click', event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    insert(link.dataset.letter);
  });
}
if (links.length > 0) {
  document.querySelector('[data-letters-replace]').hidden = true;
  document.querySelector('[data-letters-append]').hidden = false;
}

function insert(letter) {
  const written = text.value.trimEnd();
  const isOurs = written === '' || text.value === untouched;
  const before = isOurs ? '' : `${written}\n\n`;
  text.focus();
  text.scrollIntoView({ block: 'nearest' });
  text.setRangeText(before + letter, 0, text.value.length, 'end');
  untouched = isOurs ? letter : '';
  text.setSelectionRange(before.length, before.length);
}
