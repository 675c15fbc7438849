// Where terms are negotiated: what lies on the table, what has been said of it, and what can be done.

import { byId, el, fill } from "./dom.js";
import { openEditor } from "./editor.js";
import { amount, changes } from "./packages.js";
import { openAsking, openLeaving, openPausing, openTaking, openTelling } from "./talks.js";

/** First name of who sits across. */
export function across(chair) {
  const { table, people, met } = chair.moment;
  const who = [...people, ...met].find((one) => one.id === table.who);
  return who ? who.name.split(/\s+/)[0] : "The other side";
}

/** A worth as a bar, with a word for who cannot see it. */
export function worth(table, points, label) {
  const most = Math.max(table.wish, points, 1);
  return el("span", { class: "worth" },
    el("meter", { min: 0, max: most, value: Math.max(points, 0), "aria-label": label }), ` ${amount(table, points)}`);
}

export function drawTable(game) {
  const { moment, mover, room } = game.chair;
  const table = moment?.table;
  if (!table) return fill(byId("table"));
  const name = across(game.chair);
  const free = mover === "player" && !room.ended && !room.removed;
  return fill(byId("table"),
    el("h2", { id: "table-title", tabindex: "-1" }, `At the table with ${name}`),
    standing(table, name),
    free ? el("ul", { class: "acts" }, acts(game, table, name).map((one) => el("li", {}, one))) : null,
    known(table, name),
    history(table, name));
}

function standing(table, name) {
  const theirs = table.history.some((one) => one.by === "them");
  const rows = [
    [theirs ? `${name}’s package` : "The letter", worth(table, table.on_table.own, "Worth to you")],
    ["Staying where you are", worth(table, table.alternative, "Worth to you")],
  ];
  return el("div", {},
    el("dl", { class: "standing" }, rows.map(([label, value]) => el("div", {}, el("dt", {}, label), el("dd", {}, value)))),
    el("p", { class: "quiet" }, table.wish > 0 ? "In percent of your wish, the best there could be for you." : "In points, as you value things."),
    table.alternative_says ? el("p", { class: "quiet" }, table.alternative_says) : null,
    table.thin ? el("p", { class: "cost" }, table.thin) : null);
}

function acts(game, table, name) {
  const theirs = table.history.some((one) => one.by === "them");
  const act = (text, open) => el("button", { type: "button", class: "act", "data-move": "open", onclick: () => !game.outbox.moving && open(game, table, name) }, text);
  return [
    act("Put a package together", openEditor),
    act(`Ask ${name} something`, openAsking),
    act("Say what matters to you", openTelling),
    table.limits.some((limit) => !limit.lifted) ? act("Have a limit lifted (takes one day)", openPausing) : null,
    act(theirs ? `Take ${name}’s package` : "Take the letter as it is", openTaking),
    act("Leave the table", openLeaving),
  ].filter(Boolean);
}

function known(table, name) {
  const told = table.terms.filter((term) => term.known);
  if (!told.length) return null;
  return el("details", { open: true }, el("summary", {}, `What ${name} has told you of the terms`),
    el("ul", {}, told.map((term) => el("li", {}, el("b", {}, term.label), `: ${term.known}`))));
}

function history(table, name) {
  const [letter] = table.history;
  const words = (one) => {
    if (one.by === "letter") return "The letter";
    const differs = changes(table, one.package, letter.package);
    return `${one.by === "you" ? "You" : name}: ${differs.length ? differs.join("; ") : "as in the letter"}`;
  };
  return el("details", {}, el("summary", {}, "What has lain on the table"),
    el("ol", { class: "rounds" }, table.history.map((one) => el("li", {}, words(one), " ", el("small", {}, `To you: ${amount(table, one.package.own)}`)))));
}
