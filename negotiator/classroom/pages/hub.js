// What is said to the hub and what it answers.

/** The hub could not be reached, or could not answer for the moment: worth trying again. */
export class Away extends Error {}

const PATIENCE = 15_000;
const FOR_THE_MOMENT = new Set([408, 429, 500, 502, 503, 504]);

/** Ask for something: {status, data}. */
export function get(path) {
  return request(path, { method: "GET" });
}

/** Say something: {status, data}. */
export function post(path, body) {
  return request(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
}

async function request(path, options) {
  let response;
  let data;
  try {
    response = await fetch(path, { ...options, credentials: "same-origin", cache: "no-store", signal: patience() });
    data = await response.json();
  } catch (error) {
    throw new Away(String(error));
  }
  if (FOR_THE_MOMENT.has(response.status)) {
    const away = new Away(data.message ?? "");
    away.told = response.status === 429 || response.status === 503 ? data : null;
    throw away;
  }
  return { status: response.status, data };
}

function patience() {
  const control = new AbortController();
  setTimeout(() => control.abort(), PATIENCE);
  return control.signal;
}

/** An id that nobody else will draw: 128 random bits. (randomUUID is not there on a plain local network.) */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return "w-" + Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Listen to what happens. `heard(name, data)`; `linked(yes)` when the line is there or gone. Returns how to stop. */
export function listen(heard, linked) {
  const source = new EventSource("/api/events");
  source.addEventListener("open", () => linked(true));
  source.addEventListener("error", () => linked(false));
  for (const name of ["now", "room"]) {
    source.addEventListener(name, (event) => {
      linked(true);
      heard(name, event.data ? JSON.parse(event.data) : null);
    });
  }
  source.addEventListener("ping", () => linked(true));
  return source;
}
