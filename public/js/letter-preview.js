// Shows a letter as it will look while it is being written; without it there is a button for that.

const form = document.querySelector('[data-letter-form]');
const preview = document.getElementById('nahled');
const pause = 400;
let waiting;
let latest = 0;

form.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(show, pause);
});

async function show() {
  const mine = ++latest;
  const body = new URLSearchParams(new FormData(form));
  body.set('krok', 'nahled');
  const response = await fetch(form.action, { method: 'POST', body, redirect: 'manual' }).catch(() => null);
  if (!response?.ok || mine !== latest) return;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const shown = page.getElementById('nahled');
  if (!shown) return;
  const before = preview.querySelectorAll('details');
  shown.querySelectorAll('details').forEach((details, index) => {
    details.open = before[index]?.open ?? details.open;
  });
  preview.replaceChildren(...shown.childNodes);
}
