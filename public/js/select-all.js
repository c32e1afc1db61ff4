// One more tick box, which ticks all of the page.

const boxes = [...document.querySelectorAll('input[name="pripad"]')];
const all = document.querySelector('[data-select-all]');

if (all && boxes.length > 0) {
  all.hidden = false;
  const box = all.querySelector('input');
  box.addEventListener('change', () => {
    for (const other of boxes) other.checked = box.checked;
  });
  for (const other of boxes) other.addEventListener('change', show);
  show();

  function show() {
    const ticked = boxes.filter(({ checked }) => checked).length;
    box.checked = ticked === boxes.length;
    box.indeterminate = ticked > 0 && ticked < boxes.length;
  }
}
