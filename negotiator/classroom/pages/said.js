// The words of a move before it is made, from the engine that will say them.

import { el } from "./dom.js";
import { post } from "./hub.js";

const STILL = 150;

/** A place for the words, and how to ask for those of another move. */
export function preview() {
  const place = el("p", { class: "said mine", "aria-live": "polite" });
  let latest = 0;
  let waiting = 0;
  const look = async (move, turn) => {
    const { status, data } = await post("/api/words", move).catch(() => ({ status: 0, data: {} }));
    if (turn !== latest) return;
    place.textContent = status === 200 ? data.words : data.message ?? "";
  };
  const show = (move) => {
    latest += 1;
    clearTimeout(waiting);
    waiting = setTimeout(look, STILL, move, latest);
  };
  return { place, show };
}
