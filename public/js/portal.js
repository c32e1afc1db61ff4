// Small comforts; every page works without them.

/** Whoever sends a form with mistakes is taken to the list of them. */
function focusErrorSummary() {
  const summary = document.querySelector('[data-error-summary]');
  if (!summary) return;
  summary.focus();
  summary.addEventListener('click', event => {
    const target =
      event.target instanceof HTMLElement && document.querySelector(event.target.getAttribute('href') ?? '_');
    // A date or an address is a group; its first box takes the focus.
    const input = target && (target.matches('input, select, textarea') ? target : target.querySelector('input'));
    if (!input) return;
    event.preventDefault();
    (input.closest('.govuk-form-group') ?? input).scrollIntoView();
    input.focus({ preventScroll: true });
  });
}

/** A second press within three seconds would file or pay twice; the server refuses it too, but less kindly. */
function preventDoubleSubmit() {
  const sentAt = new WeakMap();
  document.addEventListener('submit', event => {
    // A question may be named like a property of forms, so the attribute is asked for.
    if (event.defaultPrevented || attributeOf(event.target, 'method') !== 'post') return;
    const now = event.timeStamp;
    if (now - (sentAt.get(event.target) ?? -Infinity) < 3000) event.preventDefault();
    else sentAt.set(event.target, now);
  });
}

function attributeOf(form, name) {
  return HTMLElement.prototype.getAttribute.call(form, name);
}

focusErrorSummary();
preventDoubleSubmit();
