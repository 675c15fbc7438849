// The package editor: one, two or three packages, what each is worth to the player, and what is said with them.

import { el, fill, select } from "./dom.js";
import { openPanel } from "./panel.js";
import { amount, barred, change, copy, firstDraft, message, MOST, own, shaped, unequal, withOption } from "./packages.js";
import { preview } from "./said.js";
import { PLACES, REASONS } from "./words.js";

/** Drafts as they were left, by attempt and turn: closing the panel loses nothing. */
const left = new Map();

export function openEditor(game, table, name) {
  const key = `${game.chair.attempt}.${table.turn}`;
  const draft = left.get(key) ?? firstDraft(table);
  left.clear();
  left.set(key, draft);
  const form = el("form", { class: "editor", onsubmit: (event) => send(event, game, table, draft) });
  const redraw = () => fill(form, ...whole(game, table, draft, redraw));
  redraw();
  openPanel(`A package for ${name}`, form);
}

function send(event, game, table, draft) {
  event.preventDefault();
  const { kind, line } = message(table, draft);
  game.move(kind, "", line);
}

function whole(game, table, draft, redraw) {
  const words = preview();
  const warnings = el("div", { role: "status", class: "warnings" });
  const changed = () => {
    words.show(message(table, draft));
    warn(warnings, table, draft);
  };
  changed();
  const many = draft.packages.length > 1;
  return [
    el("p", { class: "quiet" }, "The figure before an option is what it brings you against the letter, in percent of your wish."),
    ...draft.packages.map((_, at) => packageFields(table, draft, at, changed, redraw)),
    draft.packages.length < MOST ? el("button", { type: "button", class: "plain", onclick: () => another(draft, redraw) },
      many ? "Add a third to choose from" : "Add another to choose from") : null,
    many ? el("p", { class: "quiet" }, "Packages offered together should be worth the same to you.") : null,
    ...saidWith(game, table, draft, changed),
    warnings,
    words.place,
    el("p", {}, el("button", { type: "submit", class: "main", "data-move": "open" }, many ? "Offer these" : "Propose this")),
  ];
}

function another(draft, redraw) {
  draft.packages.push(copy(draft.packages.at(-1)));
  redraw();
  document.getElementById(`shape-${draft.packages.length - 1}`)?.focus();
}

function packageFields(table, draft, at, changed, redraw) {
  const letter = table.history[0].package;
  const value = el("output", { class: "value", for: `shape-${at}` });
  const fields = el("div", { class: "terms" });
  const tell = () => {
    const points = own(table, draft.packages[at]);
    value.textContent = `To you: ${amount(table, points)} (letter ${amount(table, letter.own)}, staying ${amount(table, table.alternative)})`;
    changed();
  };
  const set = (one) => {
    draft.packages[at] = one;
    tell();
  };
  const lists = () => fill(fields, ...termLists(table, draft, at, set));
  lists();
  tell();
  const shapes = table.shapes.map((shape, n) => ({ value: String(n), label: shape.label, open: shape.open })).filter((one) => one.open);
  return el("fieldset", { class: "package" },
    el("legend", {}, draft.packages.length > 1 ? `${PLACES[at]} package` : "The package"),
    value,
    select(`shape-${at}`, "Shape of the job", shapes, String(draft.packages[at].structure), (chosen) => {
      set(shaped(table, draft.packages[at], Number(chosen)));
      lists();
    }),
    fields,
    draft.packages.length > 1 ? el("button", { type: "button", class: "plain", onclick: () => {
      draft.packages.splice(at, 1);
      redraw();
      document.getElementById("shape-0").focus();
    } }, `Leave out the ${PLACES[at].toLowerCase()}`) : null);
}

function termLists(table, draft, at, set) {
  const { structure } = draft.packages[at];
  const letter = table.history[0].package;
  return table.terms.map((term, row) => {
    const base = term.options[letter.options[row]].own;
    const options = table.shapes[structure].allowed[row].map((n) => {
      const option = term.options[n];
      const marks = [
        option.offered ? "letter" : "",
        option.barred ? "needs somebody else’s yes" : "",
        option.event ? `if ${option.event} (${option.chance} %)` : "",
      ].filter(Boolean);
      return { value: String(n), label: `${change(table, option.own - base)} · ${option.label}${marks.length ? ` (${marks.join("; ")})` : ""}` };
    });
    const field = select(`term-${at}-${row}`, term.label, options, String(draft.packages[at].options[row]), (chosen) =>
      set(withOption(draft.packages[at], row, Number(chosen))));
    if (term.known) field.append(el("small", {}, `You were told: ${term.known}.`));
    return field;
  });
}

function saidWith(game, table, draft, changed) {
  const reasons = [{ value: "", label: "none" }, ...table.reasons.map((one) => ({
    value: one, label: (REASONS[one] ?? one) + (table.used.includes(one) ? ", said before" : ""),
  }))];
  const facts = [{ value: "", label: "none" }, ...game.chair.moment.facts.map((one) => ({ value: one.id, label: one.says }))];
  const final = (event) => {
    draft.final = event.target.checked;
    changed();
  };
  return [
    select("because", "Reason given", reasons, draft.reason, (chosen) => {
      draft.reason = chosen;
      changed();
    }),
    select("citing", "Resting on a fact from your notebook", facts, draft.citing, (chosen) => {
      draft.citing = chosen;
      changed();
    }),
    el("p", { class: "option" }, el("input", { type: "checkbox", id: "final", checked: draft.final, onchange: final }),
      " ", el("label", { for: "final" }, "This is my last word")),
  ];
}

function warn(place, table, draft) {
  const found = [];
  if (draft.packages.length > 1 && unequal(table, draft.packages)) found.push("Offered as equal, but not worth the same to you.");
  if (draft.packages.some((one) => own(table, one) < table.alternative)) found.push("Worth less to you than staying where you are.");
  for (const id of new Set(draft.packages.flatMap((one) => barred(table, one)))) {
    const limit = table.limits.find((one) => one.id === id);
    if (limit) found.push(`${limit.reason}${limit.who ? ` ${limit.who} may lift that.` : ""}`);
  }
  if (draft.final) found.push("A no to your last word may end the talk, and the letter.");
  const lines = found.map((text) => el("p", { class: "cost" }, text));
  if (place.textContent !== found.join("")) place.replaceChildren(...lines);
}
