/** Sending a form without losing it: a server that cannot be reached, or that answers with its door, would take the page away. */

/** Send `form` only after `hear` got an answer from the server; else it stays as it is, and `held` is told why. */
export function sendOnceHeard(form, hear, held) {
  let isAsking = false;
  let isHeard = false;

  async function hold(submitter) {
    if (isAsking) return;
    isAsking = true;
    try {
      await hear();
    } catch (error) {
      return void held(error);
    } finally {
      isAsking = false;
    }
    isHeard = true;
    form.requestSubmit(submitter);
    isHeard = false;
  }

  // Before anybody else hears of it, as who hears of it takes the page for left.
  const listen = (event) => {
    if (event.target !== form || isHeard) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    hold(event.submitter);
  };
  window.addEventListener("submit", listen, true);
}
