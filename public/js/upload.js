// Sends a chosen file at once and shows how far it is. Without this the form has a button and the browser reloads.
// A slot is a form of its own, or a question of a form, and then it says where its file goes alone.

document.addEventListener('change', event => {
  const slot = event.target.matches('input[type=file]') && event.target.closest('[data-upload]');
  if (slot) send(slot);
});

// Heard before it reaches the form, so that a second file is not taken for sending the form twice.
document.addEventListener(
  'submit',
  event => {
    const slot = event.submitter?.closest('[data-upload]');
    const isUpload = slot?.contains(inputOf(slot)) && event.submitter.closest('form') === inputOf(slot).form;
    if (!isUpload || event.submitter.name === '_odebratSoubor' || !inputOf(slot).files.length) return;
    event.preventDefault();
    send(slot);
  },
  true,
);

function send(slot) {
  const input = inputOf(slot);
  if (slot.ariaBusy === 'true' || !input.files.length) return;
  const status = slot.querySelector('[data-upload-status]');
  const progress = slot.querySelector('[data-upload-progress]');
  const request = new XMLHttpRequest();
  slot.ariaBusy = 'true';
  progress.hidden = false;
  status.textContent = status.dataset.sending;
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    progress.firstElementChild.value = total ? (loaded / total) * 100 : 0;
  });
  request.addEventListener('load', () => show(slot, request));
  request.addEventListener('error', () => fail(slot));
  request.open('POST', slot.getAttribute('data-upload') || attributeOf(input.form, 'action'));
  request.send(bodyOf(slot, input));
}

/** The token has to come before the file. */
function bodyOf(slot, input) {
  const form = new FormData(input.form);
  if (!slot.getAttribute('data-upload')) return form;
  const body = new FormData();
  body.append('_csrf', form.get('_csrf'));
  body.append('file', input.files[0]);
  return body;
}

function inputOf(slot) {
  return slot.querySelector('input[type=file]');
}

/** A question may be named like a property of forms (`action`), and would be taken for it. */
function attributeOf(form, name) {
  return HTMLElement.prototype.getAttribute.call(form, name);
}

/** The answer is the page as it looks now, with or without an error; only this slot of it is taken over. */
function show(slot, request) {
  const page = new DOMParser().parseFromString(request.responseText, 'text/html');
  const fresh = page.getElementById(slot.id);
  if (!fresh) {
    fail(slot, page.querySelector('[data-reason]')?.textContent);
    return;
  }
  slot.replaceWith(fresh);
  const status = fresh.querySelector('[data-upload-status]');
  const error = fresh.querySelector('.govuk-error-message');
  fresh.tabIndex = -1;
  fresh.focus();
  // Set after the region is in the page, so that screen readers announce it.
  setTimeout(() => {
    status.textContent = error ? error.textContent : status.dataset.done;
  }, 100);
  // Whoever sees the page reads the error above the file; here it is only heard.
  status.classList.toggle('govuk-visually-hidden', error !== null);
}

/** Why, in the words of the page that came instead of the form; or that the sending failed. */
function fail(slot, reason) {
  const status = slot.querySelector('[data-upload-status]');
  slot.ariaBusy = 'false';
  slot.querySelector('[data-upload-progress]').hidden = true;
  status.textContent = reason || status.dataset.failed;
}
