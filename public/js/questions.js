// Questions that depend on an answer on the same page appear as soon as it is chosen. Without this they appear after
// the page has been sent.

// A page with mistakes is the answer to a sent form. Coming back to it must not ask whether to send it once more.
if (document.querySelector('[data-error-summary]')) history.replaceState(history.state, '', location.href);

let latest = 0;

document.addEventListener('change', event => {
  const form = event.target.closest('form[data-questions]');
  if (form && event.target.matches('input[type=radio], input[type=checkbox], select')) refresh(form);
});

async function refresh(form) {
  const turn = ++latest;
  try {
    const body = new URLSearchParams(new FormData(form));
    const response = await fetch(form.dataset.questions, { method: 'POST', body });
    if (!response.ok || turn !== latest) return;
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const fresh = page.querySelector('form[data-questions]');
    if (fresh && exchange(form, fresh)) announce(form);
  } catch {
    // No connection just now; sending the page asks the same.
  }
}

/** Adds the questions that are new and takes away those no longer asked; what is there stays as it is being filled in. */
function exchange(form, fresh) {
  const wanted = [...fresh.querySelectorAll('[data-question]')];
  const ids = wanted.map(question => question.dataset.question);
  let isChanged = false;
  for (const question of form.querySelectorAll('[data-question]')) {
    if (ids.includes(question.dataset.question)) continue;
    question.remove();
    isChanged = true;
  }
  let before = null;
  for (const question of wanted) {
    const present = form.querySelector(`[data-question="${question.dataset.question}"]`);
    if (present) {
      before = present;
      continue;
    }
    if (before) before.after(question);
    else form.querySelector('[data-question]').before(question);
    before = question;
    isChanged = true;
  }
  return isChanged;
}

function announce(form) {
  form.querySelector('[data-questions-status]').textContent = form.dataset.questionsMore;
}
