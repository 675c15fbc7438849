// At the table besides packages: asking, saying what matters, having a limit lifted, taking, leaving.

import { el, radios } from "./dom.js";
import { openPanel } from "./panel.js";
import { amount, changes } from "./packages.js";
import { preview } from "./said.js";
import { capital, FORMS, LEVELS } from "./words.js";

const SECTIONS = { priorities: "", issue: "Terms", limit: "What is in the way", fact: "What else one can ask about" };

/** A form whose one button makes the move. `read` gives it as [kind, line], null while nothing is chosen. */
function form(game, words, read, button, ...parts) {
  const submit = (event) => {
    event.preventDefault();
    const move = read();
    if (move) game.move(move[0], "", move[1]);
  };
  return el("form", { onsubmit: submit }, ...parts, words ? words.place : null,
    el("p", {}, el("button", { type: "submit", class: "main", "data-move": "open" }, button)));
}

const say = (words, [kind, line]) => words.show({ kind, choice: "", line });

export function openAsking(game, table, name) {
  const words = preview();
  const forms = Object.keys(FORMS).filter((one) => table.forms.includes(one));
  const topics = Object.keys(SECTIONS).flatMap((kind) => table.topics.filter((one) => one.kind === kind));
  let [topic] = topics;
  let [how] = forms;
  const read = () => ["ask", `${how} ${topic.id}`];
  const hint = (one) => (one.kind === "issue" ? table.terms.find((term) => term.id === one.id)?.known : LEVELS[one.level]) ?? "";
  const group = (kind) => {
    const inside = topics.filter((one) => one.kind === kind);
    if (!inside.length) return null;
    const options = inside.map((one) => ({ value: one.id, label: capital(one.words), hint: hint(one) }));
    return el("div", {}, SECTIONS[kind] ? el("h3", {}, SECTIONS[kind]) : null, options.map((one, at) => choice(one, `${kind}-${at}`)));
  };
  const choice = (one, id) => el("div", { class: "option" },
    el("input", { type: "radio", name: "topic", id, value: one.value, checked: one.value === topic.id, "aria-describedby": one.hint ? `${id}-hint` : null,
      onchange: () => {
        topic = topics.find((other) => other.id === one.value);
        say(words, read());
      } }),
    el("label", { for: id }, one.label), one.hint ? el("small", { id: `${id}-hint` }, one.hint) : null);
  say(words, read());
  openPanel(`Ask ${name}`, el("p", { class: "quiet" }, "A question takes half a round. What people tell depends on how they are asked, and on how well they know you."),
    form(game, words, read, "Ask it",
      el("fieldset", { class: "radios" }, el("legend", {}, "About what?"), Object.keys(SECTIONS).map(group)),
      radios("how", "How?", forms.map((one) => ({ value: one, label: FORMS[one] })), how, (chosen) => {
        how = chosen;
        say(words, read());
      })));
}

export function openTelling(game, table) {
  const words = preview();
  const said = new Map();
  const read = () => {
    const line = [...said].filter(([, how]) => how).map(([id, how]) => (how === "much" ? id : `-${id}`)).join(" ");
    if (!line) game.say("Nothing is marked yet.");
    return line ? ["tell", line] : null;
  };
  const rows = table.terms.map((term, at) => radios(`term-${at}`, term.label,
    [{ value: "", label: "say nothing" }, { value: "much", label: "it matters to me" }, { value: "not", label: "I don’t need it" }], "",
    (how) => {
      said.set(term.id, how);
      const move = [...said.values()].some(Boolean) && read();
      if (move) say(words, move);
    }, "radios row"));
  const before = [...table.told, ...table.spared].map((id) => table.terms.find((term) => term.id === id)?.label).filter(Boolean);
  openPanel("Say what matters to you",
    before.length ? el("p", { class: "quiet" }, `You have spoken of: ${before.join(", ")}.`) : null,
    form(game, words, read, "Say it", ...rows));
}

export function openPausing(game, table, name) {
  const words = preview();
  const limits = table.limits.filter((one) => !one.lifted);
  let chosen = limits[0].id;
  const read = () => ["pause", chosen];
  const about = (limit) => {
    const out = table.terms
      .map((term) => [term.label, term.options.filter((one) => one.barred === limit.id).map((one) => one.label)])
      .filter(([, found]) => found.length).map(([label, found]) => `${label}: ${found.join(" / ")}`);
    return [limit.who ? `${limit.who} may lift it.` : "", out.length ? `It keeps out ${out.join("; ")}.` : "",
      limit.refused ? "It came back with a no. Bring a new reason with a package first." : ""].filter(Boolean).join(" ");
  };
  say(words, read());
  openPanel("Have a limit lifted",
    el("p", { class: "quiet" }, `${name} can carry it to somebody who may grant it. That takes a day of the offer’s life, and a good reason carries further than a wish.`),
    form(game, words, read, "Ask for it",
      radios("limit", "Which?", limits.map((one) => ({ value: one.id, label: one.reason || one.id, hint: about(one) })), chosen, (id) => {
        chosen = id;
        say(words, read());
      })));
}

export function openTaking(game, table, name) {
  const words = preview();
  const letter = table.history[0].package;
  const theirs = table.history.filter((one) => one.by === "them").at(-1);
  const offers = [theirs ? ["", `${name}’s latest package`, theirs.package] : null, ["letter", "The letter as it stands", letter]].filter(Boolean);
  let [[line]] = offers;
  const read = () => ["accept", line];
  const about = (one) => {
    const differs = changes(table, one, letter);
    const warning = one.own < table.alternative ? " Worth less to you than staying where you are." : "";
    return `${amount(table, one.own)}. ${differs.length ? `${differs.join("; ")}. The rest as in the letter.` : "As in the letter."}${warning}`;
  };
  say(words, read());
  openPanel("Take what lies on the table", el("p", { class: "quiet" }, "That is a deal, and the talk ends with it."),
    form(game, words, read, "Take it",
      radios("offer", "Which?", offers.map(([value, label, one]) => ({ value, label, hint: about(one) })), line, (chosen) => {
        line = chosen;
        say(words, read());
      })));
}

export function openLeaving(game, table) {
  openPanel("Leave the table", el("p", {}, `Without a deal. What you have then: ${table.alternative_says || "what you had before."}`),
    form(game, null, () => ["walk", ""], "Leave without a deal"));
}
