// While the desk is open and looked at, colleagues see that somebody works on the case.

const everyMs = 4 * 60_000;
const place = document.querySelector('[data-presence]');

async function beat() {
  if (document.visibilityState === 'visible') {
    // A sign that does not arrive is no loss: the next one will, or the page has had its day.
    await fetch(place.dataset.presence, {
      method: 'POST',
      body: new URLSearchParams({ _csrf: place.dataset.token }),
    }).catch(() => undefined);
  }
  setTimeout(beat, everyMs);
}

setTimeout(beat, everyMs);
