// A page that shows how far a longer piece of work is brings itself up to date. Without it the page is loaded again.

const everyMs = 1500;

async function refresh() {
  const answer = await fetch(location.href).catch(() => null);
  if (answer?.ok) {
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    // Part by part, so that a screen reader says what changed and nobody loses their place.
    for (const part of document.querySelectorAll('[data-progress]')) {
      const newer = fresh.getElementById(part.id);
      if (newer && newer.innerHTML !== part.innerHTML) part.innerHTML = newer.innerHTML;
    }
    if (!fresh.querySelector('[data-running]')) return;
  }
  setTimeout(refresh, everyMs);
}

if (document.querySelector('[data-running]')) setTimeout(refresh, everyMs);
