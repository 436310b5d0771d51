/** Asking the server for what the choosers and the writing surface show. */

/** The address of a view, as the page's head gives it. */
export const address = (name) => document.querySelector(`meta[name="newsroom:${name}"]`).content;

/** An answer that is not what was asked for; `answer` is what the server said. */
export class Refusal extends Error {
  constructor(message, answer = {}) {
    super(message);
    this.answer = answer;
  }
}

/** The token of the present session: whoever signed in again has another one than the page's forms. */
const token = () => /(?:^|; )csrftoken=([^;]+)/.exec(document.cookie)?.[1];

/** `body` with that token. */
export function signed(body) {
  if (token()) body.set("csrfmiddlewaretoken", token());
  return body;
}

/** The form with that token, before it is sent. */
export function signForm(form) {
  if (token()) form.elements.csrfmiddlewaretoken.value = token();
}

/** The JSON at `url`: a GET with `parameters`, or a POST of `body`. */
export async function ask(url, parameters = null, { body = null, signal = null } = {}) {
  const whole = parameters ? `${url}?${new URLSearchParams(parameters)}` : url;
  const headers = { Accept: "application/json" };
  const sent = body ? { method: "POST", body: signed(body) } : {};
  const response = await fetch(whole, { ...sent, headers, signal }).catch((error) => {
    throw error.name === "AbortError" ? error : new Refusal("The server does not answer. Check the connection.");
  });
  const isAnswer = !response.redirected && response.headers.get("Content-Type")?.startsWith("application/json");
  if (!isAnswer) throw new Refusal(reason(response));
  const answer = await response.json();
  if (!response.ok) throw new Refusal(answer.message ?? "", answer);
  return answer;
}

/** What a response without an answer means to a person. */
export function reason(response) {
  if (response.redirected) return "You are signed out. Sign in in another tab, then try again here.";
  if (response.status === 403) return "You do not have the permission for this.";
  if (response.status === 413) return "The file is too large for this server.";
  return `The server could not answer (${response.status}). Try again.`;
}

/**
 * A function that finds things by their number. All that are asked for in one go travel in one request, and what is
 * known is not asked for twice, unless `again`. It answers null for a number that nothing has.
 */
export function lookup(name) {
  const known = new Map();
  let batch = null;

  async function load(ids) {
    const { found } = await ask(address(name), [...ids].map((id) => ["id", id]));
    return new Map(found.map((one) => [String(one.id), one]));
  }

  function startBatch() {
    const ids = new Set();
    const answer = Promise.resolve().then(() => {
      batch = null;
      return load(ids);
    });
    return { ids, answer };
  }

  return function find(id, again = false) {
    if (again || !known.has(id)) {
      batch ??= startBatch();
      batch.ids.add(id);
      const one = batch.answer.then((found) => found.get(id) ?? null);
      one.catch(() => known.delete(id));
      known.set(id, one);
    }
    return known.get(id);
  };
}
