// One key for what is done forty times a day. What a key does says the page: the element that carries it is clicked, or
// takes the focus when it is a box to write in.

const storage = 'zkratky';
const dialog = document.getElementById('zkratky');
const toggle = document.querySelector('[data-shortcuts-on]');

/** Whoever speaks to the computer would press keys by talking, so they can be switched off (WCAG 2.1.4). */
const areOn = () => localStorage.getItem(storage) !== 'off';

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || !areOn()) return;
  if (isWritten(event.target) || document.querySelector('dialog[open]')) return;
  if (event.key === '?' && dialog) {
    event.preventDefault();
    dialog.showModal();
    return;
  }
  const target = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!target) return;
  event.preventDefault();
  if (isWritten(target)) focus(target);
  else target.click();
});

/** Typing belongs to the box one types into. */
function isWritten(element) {
  return element instanceof HTMLElement && (element.isContentEditable || element.matches('input, select, textarea'));
}

function focus(box) {
  for (let parent = box.parentElement; parent; parent = parent.parentElement) {
    if (parent instanceof HTMLDetailsElement) parent.open = true;
  }
  box.focus();
  box.scrollIntoView({ block: 'nearest' });
}

for (const link of document.querySelectorAll('[data-shortcuts]')) {
  link.addEventListener('click', event => {
    if (!dialog) return;
    event.preventDefault();
    dialog.showModal();
  });
}

if (toggle) {
  toggle.checked = areOn();
  toggle.closest('[hidden]').hidden = false;
  toggle.addEventListener('change', () => localStorage.setItem(storage, toggle.checked ? 'on' : 'off'));
}
