// Asks the device for a passkey and sends what it says with the form. Without this, or in a browser that knows no
// passkeys, the form is not shown and the page says how else.

for (const form of document.querySelectorAll('[data-passkey]')) prepare(form);

async function prepare(form) {
  const library = await import(form.dataset.library);
  if (!library.browserSupportsWebAuthn()) return;
  for (const note of form.parentElement.querySelectorAll('[data-passkey-unsupported]')) note.hidden = true;
  form.hidden = false;
  form.addEventListener('submit', event => {
    // What is wrong with the rest of the form, the portal says without troubling the device.
    if (form.elements.namedItem('name')?.value.trim() === '') return;
    event.preventDefault();
    void ask(form, library);
  });
}

async function ask(form, { startAuthentication, startRegistration }) {
  const alert = form.querySelector('[data-passkey-failed]');
  alert.textContent = '';
  form.ariaBusy = 'true';
  try {
    const optionsJSON = await challengeFor(form);
    const start = form.dataset.passkey === 'add' ? startRegistration : startAuthentication;
    form.elements.namedItem('answer').value = JSON.stringify(await start({ optionsJSON }));
    form.submit();
  } catch (error) {
    // Also when the person has changed their mind: there is nothing to be lost by saying so.
    const isKnown = error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED';
    alert.textContent = isKnown ? alert.dataset.passkeyKnown : alert.dataset.passkeyFailed;
  } finally {
    form.ariaBusy = null;
  }
}

async function challengeFor(form) {
  const { value } = form.elements.namedItem('_csrf');
  const answer = await fetch(form.dataset.challenge, { method: 'POST', body: new URLSearchParams({ _csrf: value }) });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}
