// Questions that depend on an answer on the same page, what is worked out from answers, and rows of a list appear as soon
// as they are asked for. Without this they appear after the page has been sent.

// A page with mistakes is the answer to a sent form. Coming back to it must not ask whether to send it once more.
if (document.querySelector('[data-error-summary]')) history.replaceState(history.state, '', location.href);

let latest = 0;
/** One after another: an older form that arrived after a newer one would undo it. */
let sending = Promise.resolve();
let waiting = 0;

document.addEventListener('change', event => {
  const page = event.target.closest('[data-questions]');
  const isChoice = event.target.matches('input[type=radio], input[type=checkbox], select');
  const isFile = event.target.matches('input[type=file]');
  if (page && !isFile && (isChoice || page.hasAttribute('data-questions-live'))) inTurn(turn => refresh(page, turn));
});

// Heard before it reaches the form, so that adding rows quickly is not taken for sending the form twice.
document.addEventListener(
  'submit',
  event => {
    const button = event.submitter;
    const page = button?.closest('[data-questions]');
    if (!page) return;
    const isRows = ['_pridat', '_odebrat'].includes(button.name);
    if (!isRows && waiting === 0) return;
    event.preventDefault();
    if (isRows) inTurn(turn => changeRows(page, button, turn));
    else void sending.then(() => document.createElement('form').requestSubmit.call(formOf(page), button));
  },
  true,
);

function inTurn(work) {
  const turn = ++latest;
  waiting += 1;
  sending = sending.then(() => work(turn)).finally(() => (waiting -= 1));
}

/** What is typed goes along and is saved, so nothing is asked about what was typed meanwhile. */
async function refresh(page, turn) {
  // What comes next asks the same and more.
  if (turn !== latest) return;
  try {
    const fresh = await ask(page, page.getAttribute('data-questions'), typedOn(page));
    if (turn === latest && exchange(page, fresh)) announce(page, page.getAttribute('data-questions-more'));
  } catch {
    // No connection just now; sending the page asks the same.
  }
}

/** Sends what the button would send, and takes over the list of rows from the page that comes. */
async function changeRows(page, button, turn) {
  const [id, index] = button.value.split('-');
  const group = questionOf(page, id);
  const body = typedOn(page);
  body.append(button.name, button.value);
  // Rows are about to be numbered anew; what was typed into them now would be lost.
  group.inert = true;
  try {
    const fresh = await ask(page, attributeOf(formOf(page), 'action'), body);
    // A copy, since what else there is new is found by comparing with the whole.
    group.replaceWith(questionOf(fresh, id).cloneNode(true));
    if (turn === latest) exchange(page, fresh);
    focusRow(id, index);
    announce(page, fresh.ownerDocument.querySelector('.notification')?.textContent);
  } catch {
    group.inert = false;
    // The browser's own way says what is wrong.
    const form = formOf(page);
    form.append(hidden(button));
    document.createElement('form').submit.call(form);
  }
}

/** The same part of the page as the server now shows it. */
async function ask(page, address, body) {
  const response = await fetch(address, { method: 'POST', body });
  if (!response.ok) throw new Error(String(response.status));
  const answer = new DOMParser().parseFromString(await response.text(), 'text/html');
  const fresh = answer.querySelector('[data-questions]');
  if (!fresh) throw new Error('another page');
  return fresh;
}

/** Files are sent by themselves. */
function typedOn(page) {
  const typed = [...new FormData(formOf(page))].filter(([, value]) => typeof value === 'string');
  return new URLSearchParams(typed);
}

/**
 * Adds the questions that are new, takes away those no longer asked and renews what is worked out; what is there stays as
 * it is being filled in. True when questions came or went.
 */
function exchange(page, fresh) {
  let isChanged = false;
  for (const question of questionsOf(page)) {
    if (questionOf(fresh, idOf(question))) continue;
    question.remove();
    isChanged = true;
  }
  for (const question of questionsOf(fresh)) {
    const present = questionOf(page, idOf(question));
    if (present) {
      if (question.hasAttribute('data-computed')) renew(present, question);
    } else {
      place(page, question);
      isChanged = true;
    }
  }
  return isChanged;
}

/** Only when it differs, so that screen readers say nothing without reason. */
function renew(present, question) {
  if (present.innerHTML !== question.innerHTML) present.replaceChildren(...question.childNodes);
}

/**
 * After the question before it; the first one of a row or of the page before the one that follows. A copy, since those
 * after it look for it among their neighbours.
 */
function place(page, question) {
  const copy = question.cloneNode(true);
  const before = neighbour(page, question, 'previousElementSibling');
  const after = neighbour(page, question, 'nextElementSibling');
  if (before) before.after(copy);
  else if (after) after.before(copy);
}

function neighbour(page, question, side) {
  for (let next = question[side]; next; next = next[side]) {
    const present = next.hasAttribute('data-question') && questionOf(page, idOf(next));
    if (present) return present;
  }
  return null;
}

function focusRow(id, index) {
  const count = Number(document.getElementsByName(`${id}-rows`)[0]?.value ?? 1);
  const row = document.getElementById(`${id}-${Math.min(Number(index ?? count), count - 1)}`);
  row?.scrollIntoView({ block: 'nearest' });
  row?.focus({ preventScroll: true });
}

function announce(page, text) {
  page.querySelector('[data-questions-status]').textContent = text?.trim() ?? '';
}

function questionsOf(page) {
  return [...page.querySelectorAll('[data-question]')];
}

function questionOf(page, id) {
  return page.querySelector(`[data-question="${id}"]`);
}

function idOf(question) {
  return question.getAttribute('data-question');
}

function formOf(page) {
  return page.querySelector('form');
}

/** A question may be named like a property of forms (`action`, `dataset`), and would be taken for it. */
function attributeOf(form, name) {
  return HTMLElement.prototype.getAttribute.call(form, name);
}

function hidden({ name, value }) {
  return Object.assign(document.createElement('input'), { type: 'hidden', name, value });
}
