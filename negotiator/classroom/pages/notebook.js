// Beside the story: the letter, the notebook, what matters most to the player, and who has been met.

import { byId, el, fill, pairs, paragraphs } from "./dom.js";
import { days } from "./words.js";

const MOST = 3;

export function drawAside(game) {
  const { moment } = game.chair;
  for (const [id, draw] of [["letter", letter], ["notebook", notebook], ["dearest", dearest], ["people", people]]) {
    const open = byId(id).open;
    fill(byId(id), moment ? draw(game, moment) : []);
    byId(id).open = open;
  }
  byId("aside").hidden = !moment;
}

function letter(_game, { letter: offer }) {
  if (!offer) return [];
  const from = offer.sender ? el("p", { class: "quiet" }, `From ${[offer.sender.name, offer.sender.title].filter(Boolean).join(", ")}. It stands ${days(offer.days)} in all.`) : null;
  return [el("summary", {}, "The offer letter"), el("div", { class: "paper" }, from, ...paragraphs(offer.paragraphs, "story"), pairs(offer.terms))];
}

function notebook(game, { facts, facts_in_all: all }) {
  if (!all) return [];
  const list = facts.length
    ? el("ul", {}, facts.map((fact) => el("li", {}, fact.says, fact.sources.length ? el("small", {}, ` (${fact.sources.join(", ")})`) : null)))
    : el("p", { class: "quiet" }, "Nothing yet. What you learn is written down here.");
  const kept = game.chair.kept;
  return [el("summary", {}, `Notebook (${facts.length} of ${all})`), list,
    kept.length ? el("ul", {}, kept.map((one) => el("li", {}, one))) : null, keeping(game)];
}

/** A sentence worth keeping. */
function keeping(game) {
  const input = el("input", { id: "keep", maxlength: "1000", autocomplete: "off" });
  const put = (event) => {
    event.preventDefault();
    if (!input.value.trim()) return;
    game.outbox.put("/api/keep", { line: input.value.trim() });
    input.value = "";
    game.say("Kept.");
  };
  return el("form", { onsubmit: put }, el("div", { class: "field" }, el("label", { for: "keep" }, "A sentence worth keeping"), input),
    el("button", { type: "submit" }, "Keep it"));
}

function people(_game, { met }) {
  if (!met.length) return [];
  return [el("summary", {}, "Whom you have met"), el("ul", {}, met.map((one) =>
    el("li", {}, el("b", {}, one.name), one.title ? `, ${one.title}` : "", one.seat ? el("small", {}, ` (${one.seat})`) : null)))];
}

/** Up to three terms, the dearest first; before the letter names a number, if possible. */
function dearest(game, moment) {
  const terms = moment.table?.terms ?? game.terms;
  if (moment.ending || !terms.length) return [];
  const chosen = [...moment.declared];
  const lists = Array.from({ length: MOST }, (_, at) => {
    const id = `dear-${at}`;
    const set = (event) => (chosen[at] = event.target.value);
    return el("div", { class: "field" },
      el("label", { for: id }, ["Matters most", "Then this", "And this"][at]),
      el("select", { id, onchange: set }, el("option", { value: "" }, "–"),
        terms.map((term) => el("option", { value: term.id, selected: term.id === chosen[at] }, term.label))));
  });
  const put = (event) => {
    event.preventDefault();
    const named = [...new Set(chosen.filter(Boolean))];
    if (!named.length) game.say("Name at least one.");
    else {
      game.move("declare", "", named.join(" "));
      game.say("Put down.");
    }
  };
  return [el("summary", {}, `What matters most to you${moment.declared.length ? "" : " (not put down yet)"}`),
    el("p", { class: "quiet" }, moment.letter
      ? "Nobody sees this but you. The letter is there: a change is logged as one made after it."
      : "Nobody sees this but you; the debrief holds the deal against it. Best done before the letter comes."),
    el("form", { onsubmit: put }, lists, el("button", { type: "submit", "data-move": "open" }, "Put it down"))];
}
