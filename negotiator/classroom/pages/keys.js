// Keys: a number goes to the choice of that number. They can be turned off, for who speaks to the machine.

import { byId } from "./dom.js";

const KEPT = "negotiator.numbers";

function wanted() {
  try {
    return localStorage.getItem(KEPT) !== "off";
  } catch {
    return true;
  }
}

export function watchKeys(game) {
  const box = byId("numbers");
  box.checked = wanted();
  box.addEventListener("change", () => {
    try {
      localStorage.setItem(KEPT, box.checked ? "on" : "off");
    } catch {
      // It holds for this page then.
    }
  });
  byId("undo").addEventListener("click", () => game.move("undo"));
  document.addEventListener("keydown", (event) => {
    if (!box.checked || event.ctrlKey || event.altKey || event.metaKey || byId("panel").open) return;
    if (event.target.closest("input, select, textarea") || !/^[1-9]$/.test(event.key)) return;
    const choice = document.querySelector(`#choices [data-number="${event.key}"]`);
    if (choice) {
      event.preventDefault();
      choice.focus();
    }
  });
}
