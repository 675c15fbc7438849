// Taking a chair: the code, and a name if the instructor asked for one.

import { byId } from "./dom.js";
import { Away, get, newId, post } from "./hub.js";

const CLIENT = "negotiator.joining";
const CHAIR = "negotiator.chair";
const LETTERS = /[^0-9A-Z]/g;

/** The same id until it has been answered: a join that was sent twice takes one chair. */
function client() {
  try {
    const kept = sessionStorage.getItem(CLIENT) ?? newId();
    sessionStorage.setItem(CLIENT, kept);
    return kept;
  } catch {
    return newId();
  }
}

function forgetClient() {
  try {
    sessionStorage.removeItem(CLIENT);
  } catch {
    // Nothing was kept.
  }
}

/** That this browser has had a chair: only then is the hub asked for it. */
function remember() {
  try {
    localStorage.setItem(CHAIR, "yes");
  } catch {
    // Then the page does not offer the way back; /play is there all the same.
  }
}

function remembered() {
  try {
    return localStorage.getItem(CHAIR) === "yes";
  } catch {
    return false;
  }
}

function say(text) {
  byId("trouble").textContent = text;
}

function spell(input) {
  const plain = input.value.toUpperCase().replace(LETTERS, "").slice(0, 8);
  const shown = plain.length > 4 ? `${plain.slice(0, 4)}-${plain.slice(4)}` : plain;
  if (input.selectionStart === input.value.length) input.value = shown;
  return plain;
}

async function join(event) {
  event.preventDefault();
  const button = event.submitter ?? event.target.querySelector("button");
  if (button.getAttribute("aria-disabled") === "true") return;
  const code = spell(byId("code"));
  if (code.length < 8) {
    say("The code has eight letters and figures.");
    byId("code").setAttribute("aria-invalid", "true");
    byId("code").focus();
    return;
  }
  button.setAttribute("aria-disabled", "true");
  say("");
  try {
    await take({ code, name: byId("name").value.trim(), student: byId("student").value.trim(), client: client() });
  } finally {
    button.removeAttribute("aria-disabled");
  }
}

async function take(wish) {
  try {
    const { status, data } = await post("/api/join", wish);
    if (status === 200) {
      forgetClient();
      remember();
      location.assign("/play");
      return;
    }
    say([data.message, data.hint].filter(Boolean).join(" "));
    byId("code").setAttribute("aria-invalid", "true");
    byId("code").focus();
  } catch (error) {
    if (!(error instanceof Away)) throw error;
    say(error.told?.message ?? "The hub cannot be reached. Are you on the wireless network of the room? Try again in a moment.");
  }
}

async function start() {
  const code = byId("code");
  code.addEventListener("input", () => {
    spell(code);
    code.removeAttribute("aria-invalid");
  });
  const given = new URLSearchParams(location.hash.slice(1)).get("code");
  if (given) {
    code.value = given;
    code.setSelectionRange(given.length, given.length);
    spell(code);
  }
  byId("form").addEventListener("submit", join);
  if (!remembered()) return;
  const here = await get("/api/now").catch(() => null);
  byId("back").hidden = here?.status !== 200;
}

start();
