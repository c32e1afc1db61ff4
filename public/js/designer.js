// The designer without waiting: saves by itself, shows the citizen's view anew, lets lists be dragged. Without this every
// form has its button, and arrows move what is in a list.

const form = document.querySelector('form[data-autosave]');
const status = document.querySelector('[data-save-status]');
const pauseMs = 900;

let timer;
let isDirty = false;
/** Somebody else has saved; from now on only the button saves, and shows what then. */
let isChangedElsewhere = false;
/** Rows that came filled in. Saving takes away what is empty, and what follows it would be taken for it the next time. */
const filledRows = [...document.querySelectorAll('.rows__row')].filter(isFilled);
/** The saving under way; one goes after another, since each needs the revision of the one before. */
let saving = Promise.resolve(true);

if (form) {
  form.addEventListener('input', event => later(event.target));
  form.addEventListener('change', event => later(event.target));
  document.addEventListener('submit', saveBeforeSubmit, { capture: true });
  document.addEventListener('click', saveBeforeLeaving);
  window.addEventListener('pagehide', () => {
    if (isDirty && !isChangedElsewhere) void send({ keepalive: true });
  });
}
document.querySelectorAll('[data-sortable]').forEach(makeSortable);

function later(box) {
  // Formulas are saved when they are written, by their button.
  if (box.matches('[data-manual]') || isChangedElsewhere) return;
  isDirty = true;
  clearTimeout(timer);
  if (!filledRows.every(isFilled)) {
    say(status.dataset.emptied);
    return;
  }
  const part = box.matches('select, [type=checkbox]') ? box.closest('fieldset[id]') : null;
  timer = setTimeout(() => save(part), part ? 0 : pauseMs);
}

function isFilled(row) {
  return [...row.querySelectorAll('input, select, textarea')].some(box =>
    box.matches('[type=checkbox], [type=radio]') ? box.checked : box.value.trim() !== '',
  );
}

/** Resolves to whether everything typed is saved. */
function save(part) {
  clearTimeout(timer);
  saving = saving.then(async () => {
    if (!isDirty) return true;
    isDirty = false;
    say(status.dataset.saving);
    try {
      return await understand(await send(), part);
    } catch {
      isDirty = true;
      say(status.dataset.failed);
      timer = setTimeout(save, 10_000);
      return false;
    }
  });
  return saving;
}

function send(options) {
  const body = new URLSearchParams(new FormData(form));
  return fetch(form.action, { method: 'POST', body, ...options });
}

/** The answer is the page as it is now: what has changed outside of the boxes is taken over. */
async function understand(response, part) {
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  if (response.status === 409) {
    isChangedElsewhere = true;
    say(status.dataset.changed);
    return false;
  }
  if (response.status === 400) {
    const isTypedOn = isDirty;
    isDirty = true;
    const errors = [...page.querySelectorAll('[data-error-summary] li')].map(item => item.textContent.trim());
    say(`${status.dataset.wrong} ${errors.join(' ')}`);
    if (part && !isTypedOn) renew(page.querySelector('form[data-autosave]'), part);
    return false;
  }
  const fresh = page.querySelector('form[data-autosave]');
  if (!response.ok || !fresh) throw new Error('not saved');
  takeOver(page, fresh, part);
  const warnings = [...page.querySelectorAll('main .notification')].map(notice => notice.textContent.trim());
  const time = new Date().toLocaleTimeString('cs-CZ', { hour: 'numeric', minute: '2-digit' });
  say([status.dataset.saved + time, ...warnings].join('. '));
  document.querySelector('[data-preview]')?.contentWindow.location.reload();
  return true;
}

function takeOver(page, fresh, part) {
  const revision = fresh.elements.revize.value;
  for (const box of document.querySelectorAll('input[name=revize]')) box.value = revision;
  for (const box of fresh.querySelectorAll('input[type=hidden]')) {
    const present = form.elements.namedItem(box.name);
    // How many rows the page shows, it knows best: an empty one is not in the answer.
    if (present?.type === 'hidden' && box.name !== '_csrf' && !box.name.endsWith('-rows')) present.value = box.value;
  }
  replace(document.querySelector('[data-outline]'), page.querySelector('[data-outline]'));
  replace(form.querySelector('h1'), page.querySelector('h1'));
  if (part && !isDirty) renew(fresh, part);
  else replace(form.querySelector('[data-words]'), fresh.querySelector('[data-words]'));
}

/** Another comparison asks for other boxes; unless somebody goes on typing there, they come with the answer. */
function renew(fresh, part) {
  const renewed = fresh?.querySelector(`#${part.id}`);
  if (!renewed) return;
  // What is chosen to be added next is in no answer yet.
  for (const box of part.querySelectorAll('select[data-manual]')) {
    const twin = twinIn(renewed, box);
    if (twin) twin.value = box.value;
  }
  const focused = document.activeElement;
  const twin = part.contains(focused) ? twinIn(renewed, focused) : null;
  const { value, selectionStart: start, selectionEnd: end } = focused;
  part.replaceWith(renewed);
  twin?.focus();
  if (!twin || typeof start !== 'number') return;
  // Whoever is about to type here goes on in the box as it was, also where the portal would fill something in.
  twin.value = value;
  twin.setSelectionRange(start, end);
}

/** The same box or button in a part that has been made anew. */
function twinIn(part, { id, name, value }) {
  if (id) return part.querySelector(`#${id}`);
  return name ? part.querySelector(`button[name="${name}"][value="${value}"]`) : null;
}

function replace(old, fresh) {
  if (old && fresh) old.replaceWith(fresh);
}

function say(text) {
  status.textContent = text;
}

/** A form sent while another is being saved would come from an old revision. */
function saveBeforeSubmit(event) {
  const sent = event.target;
  if (isChangedElsewhere || sent.matches('[action="/odhlaseni"]')) return;
  if (sent === form) isDirty = false;
  clearTimeout(timer);
  if (event.isTrusted === false || sent.dataset.ready) {
    delete sent.dataset.ready;
    return;
  }
  event.preventDefault();
  void save().then(isSaved => {
    const next = isSaved || sent === form ? sent : form;
    if (next === sent) sent.dataset.ready = 'true';
    // Not before this event is over: until then the browser takes no other submission of the form.
    const button = event.submitter?.isConnected === false ? twinIn(form, event.submitter) : event.submitter;
    setTimeout(() => next.requestSubmit(next === sent ? button : null));
  });
}

function saveBeforeLeaving(event) {
  const link = event.target.closest('a[href]');
  if (!link || !isDirty || link.target || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  void save().then(isSaved => {
    if (isSaved) location.assign(link.href);
    // The page with what is to be mended, rather than losing it.
    else form.requestSubmit();
  });
}

function makeSortable(list) {
  let dragged;
  for (const item of list.querySelectorAll('[data-item]')) item.draggable = true;
  list.addEventListener('dragstart', event => {
    dragged = event.target.closest('[data-item]');
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', dragged.dataset.item);
  });
  list.addEventListener('dragover', event => {
    if (!dragged) return;
    event.preventDefault();
    unmark(list);
    mark(targetOf(event));
  });
  list.addEventListener('dragend', () => {
    unmark(list);
    dragged = undefined;
  });
  list.addEventListener('drop', event => {
    if (!dragged) return;
    event.preventDefault();
    const { item, isBehind } = targetOf(event);
    const before = isBehind ? item.nextElementSibling : item;
    if (item && before !== dragged) move(dragged, list.dataset.sortable, before?.dataset.item ?? '');
  });
}

function targetOf(event) {
  const item = event.target.closest('[data-item]');
  const box = item?.getBoundingClientRect();
  return { item, isBehind: Boolean(box) && event.clientY > box.top + box.height / 2 };
}

function mark({ item, isBehind }) {
  item?.classList.add(isBehind ? 'is-target-behind' : 'is-target');
}

function unmark(list) {
  for (const item of list.children) item.classList.remove('is-target', 'is-target-behind');
}

function move(item, container, before) {
  const mover = item.querySelector('[data-move]');
  for (const [name, value] of Object.entries({ kam: container, pred: before })) {
    const box = document.createElement('input');
    Object.assign(box, { type: 'hidden', name, value });
    mover.append(box);
  }
  mover.requestSubmit();
}
