// Sends a chosen file at once and shows how far it is. Without this the form has a button and the browser reloads.

document.addEventListener('change', event => {
  const input = event.target;
  if (input.matches('[data-upload] input[type=file]')) send(input.form);
});

document.addEventListener('submit', event => {
  if (!event.target.closest('[data-upload]') || event.target.enctype !== 'multipart/form-data') return;
  event.preventDefault();
  send(event.target);
});

function send(form) {
  const slot = form.closest('[data-upload]');
  if (slot.ariaBusy === 'true' || !form.querySelector('input[type=file]').files.length) return;
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
  request.open('POST', form.action);
  request.send(new FormData(form));
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
