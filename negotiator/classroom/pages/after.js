// After the ending: a guess of the other side, tries for a deal better for both, looking back, another attempt.

import { byId, el, fill, select } from "./dom.js";
import { get } from "./hub.js";
import { amount, copy, line, own, same, shaped, withOption } from "./packages.js";
import { VERDICTS } from "./words.js";

const LOOK = "/debrief";
const AGAIN = 2_000;
const REFLECTION = "reflection";
/** What the hub said last of what is left to do, and of which moment. */
let known = { key: "", notes: null };
let written = "";

export function drawAfter(game) {
  const { chair } = game;
  const over = chair.finished || chair.unfinished;
  if (!over || chair.room.removed) return fill(byId("after"));
  const key = `${chair.attempt}.${chair.seq}.${chair.room.ended}`;
  if (known.key !== key) ask(game, key);
  const { notes } = known;
  return fill(byId("after"), el("h2", { id: "after-title", tabindex: "-1" }, "Looking back"),
    ...(notes ? parts(game, notes) : [el("p", { class: "quiet" }, "One moment …")]));
}

async function ask(game, key) {
  known = { key, notes: known.notes };
  const { status, data } = await get("/api/notes").catch(() => ({ status: 0 }));
  if (known.key !== key) return;
  if (status !== 200) {
    setTimeout(() => {
      known.key = "";
      drawAfter(game);
    }, AGAIN);
    return;
  }
  if (known.notes && data.tries.length > known.notes.tries.length) game.say(VERDICTS[data.tries.at(-1).better]);
  known.notes = data;
  const focused = document.activeElement?.id;
  drawAfter(game);
  if (focused && document.activeElement === document.body) byId(focused)?.focus();
}

function parts(game, notes) {
  const { chair } = game;
  const free = chair.finished && !chair.room.ended && !chair.hidden;
  const more = chair.can_retry ? el("button", { type: "button", class: "plain", "data-move": "open", onclick: () => {
    game.going = "story";
    game.outbox.put("/api/retry", {});
  } }, "Play it once more") : null;
  const first = chair.can_retry ? el("p", { class: "quiet" }, "Another attempt is kept apart: your first one counts.") : null;
  if (notes.guessing && free) return [...before(game, notes), first, more];
  return [
    el("p", {}, el("a", { href: LOOK, target: "_blank", rel: "noopener", class: "button" }, "Read your debrief"), " ",
      el("small", {}, "It opens on a page of its own, and can be printed.")),
    reflecting(game), first, more,
  ];
}

/** A hundred words to hand in. What stands in the field outlives a redraw. */
function reflecting(game) {
  if (game.chair.room.ended || game.outbox.items.some((one) => one.body.what === REFLECTION)) return null;
  const text = el("textarea", { id: "reflection", rows: "5", maxlength: "4000", value: written, oninput: () => (written = text.value) });
  const put = (event) => {
    event.preventDefault();
    if (!written.trim()) return;
    game.outbox.put("/api/hand-in", { what: REFLECTION, text: written.trim() });
    written = "";
    game.say("Handed in.");
    drawAfter(game);
  };
  return el("form", { onsubmit: put }, el("h3", {}, "In a hundred words"),
    game.chair.handed.includes(REFLECTION) ? el("p", {}, "You have handed in a reflection. What you hand in after it is kept beside it.") : null,
    el("div", { class: "field" }, el("label", { for: "reflection" }, "What would you do otherwise, and why?"), text),
    el("button", { type: "submit" }, "Hand it in"));
}

function before(game, notes) {
  const found = [];
  if (!notes.guess.length) found.push(guessing(game, notes));
  else found.push(el("p", {}, `Your guess is put down. Most: ${labels(notes, notes.guess)}.${notes.least.length ? ` Least: ${labels(notes, notes.least)}.` : ""}`));
  if (notes.table.agreed) found.push(trying(game, notes));
  found.push(el("p", {}, el("button", { type: "button", class: "main", "data-move": "open", onclick: () => game.move("reveal") },
    "Look at their side"), " ", el("small", {}, "Then there is nothing left to guess or try.")));
  return found;
}

const labels = ({ table }, ids) => ids.map((id) => table.terms.find((term) => term.id === id)?.label ?? id).join(", ");

function guessing(game, notes) {
  const chosen = ["", "", ""];
  const options = [{ value: "", label: "–" }, ...notes.table.terms.map((term) => ({ value: term.id, label: term.label }))];
  const rows = ["Mattered most to them", "Mattered next", "Mattered least"].map((label, at) =>
    select(`guess-${at}`, label, options, "", (id) => (chosen[at] = id)));
  const put = (event) => {
    event.preventDefault();
    const most = [...new Set(chosen.slice(0, 2).filter(Boolean))];
    if (!most.length) game.say("Say at least what mattered most.");
    else if (most.includes(chosen[2])) game.say("One term cannot matter most and least.");
    else game.move("guess", "", [...most, chosen[2] ? `-${chosen[2]}` : ""].filter(Boolean).join(" "));
  };
  return el("form", { onsubmit: put }, el("h3", {}, "Before you look: one guess"),
    el("p", {}, `What mattered most to ${notes.name}, and what least?`), rows,
    el("button", { type: "submit", "data-move": "open" }, "Put the guess down"));
}

function trying(game, notes) {
  const { table } = notes;
  const tried = notes.tries.map((one) => el("li", {}, `${VERDICTS[one.better]} To you: ${amount(table, one.own)}.`));
  const list = tried.length ? el("ol", {}, tried) : null;
  const heading = el("h3", {}, "Better for both?");
  if (notes.tries_left <= 0) return el("div", {}, heading, list, el("p", { class: "quiet" }, "No tries left."));
  let draft = copy(table.agreed);
  const value = el("output", {});
  const fields = el("div", { class: "terms" });
  const tell = () => (value.textContent = `To you: ${amount(table, own(table, draft))}; your deal: ${amount(table, table.agreed.own)}`);
  const lists = () => fill(fields, ...table.terms.map((term, row) => select(`try-${row}`, term.label,
    table.shapes[draft.structure].allowed[row].map((n) => ({ value: String(n), label: term.options[n].label })), String(draft.options[row]),
    (chosen) => {
      draft = withOption(draft, row, Number(chosen));
      tell();
    })));
  const shapes = table.shapes.map((shape, n) => ({ value: String(n), label: shape.label, open: shape.open })).filter((one) => one.open);
  lists();
  tell();
  const put = (event) => {
    event.preventDefault();
    if (same(draft, table.agreed)) game.say("That is your deal. Change something, then try it.");
    else game.move("try", "", line(table, draft));
  };
  return el("form", { onsubmit: put }, heading,
    el("p", {}, `Is there a package that would have been better for both of you? ${notes.tries_left === 1 ? "One try is left" : `${notes.tries_left} tries are left`}; you are told for whom it is better, never by how much.`),
    list, select("try-shape", "Shape of the job", shapes, String(draft.structure), (chosen) => {
      draft = shaped(table, draft, Number(chosen));
      lists();
      tell();
    }), fields, el("p", {}, value), el("button", { type: "submit", "data-move": "open" }, "Try it"));
}
