// The game at one chair: what the hub says is drawn, what the player does goes to the outbox.

import { drawAfter } from "./after.js";
import { watchDevice } from "./device.js";
import { byId } from "./dom.js";
import { Away, get, listen } from "./hub.js";
import { watchKeys } from "./keys.js";
import { drawAside } from "./notebook.js";
import { Outbox } from "./outbox.js";
import { closePanel } from "./panel.js";
import { drawBrought, drawChoices, drawHead, drawNotice, drawReason, drawStory } from "./scene.js";
import { drawTable } from "./table.js";

const AGAIN = 2_000;
const SILENCE = 60;
/** Milliseconds over which a room full of phones asks for what has changed. */
const SPREAD = 1_500;

/** What the parts of the page share: the moment on the screen, and what can be done with it. */
const game = {
  chair: null,
  outbox: null,
  linked: true,
  /** What can be negotiated in this story: {id, label}. */
  terms: [],
  /** The section to take the reader to when what they did has come about; empty when they did nothing. */
  going: "",

  /** Make a move of the story, the table or the notebook. */
  move(kind, choice = "", line = "") {
    if (game.outbox.moving) return;
    game.going = { declare: "dearest", guess: "after", try: "after", reveal: "after" }[kind] ?? "new";
    closePanel();
    game.outbox.put("/api/move", { seq: game.chair.seq + 1, move: { kind, choice, line } });
  },
  say(text) {
    const live = byId("live");
    live.textContent = "";
    // A live region speaks of a change: the same words once more are one only after a moment without.
    setTimeout(() => (live.textContent = text), SILENCE);
  },
  trouble(text) {
    const place = byId("trouble");
    place.textContent = text;
    place.hidden = !text;
  },
};

/** The same story at the same moment: only what is around it may differ. */
function moment(chair) {
  return JSON.stringify([chair.seq, chair.attempt, chair.hidden, chair.moment, chair.brought, chair.wants_reason, chair.room.ended]);
}

/** What is told at a moment; extra time or a line of reasons does not change it. */
function told(chair) {
  return JSON.stringify([chair.attempt, chair.hidden, chair.moment, chair.brought]);
}

/** Show a chair, unless something newer is on the screen. */
function show(chair) {
  const before = game.chair;
  if (before && chair.rev < before.rev) return;
  game.chair = chair;
  drawHead(game);
  if (before && moment(before) === moment(chair)) return;
  const news = before && chair.brought && JSON.stringify(before.brought) !== JSON.stringify(chair.brought);
  if (before && told(before) !== told(chair)) game.outbox.reached = chair.seq;
  closePanel();
  draw();
  if (before) arrive(before, news);
}

function draw() {
  const { id } = document.activeElement;
  for (const part of [drawNotice, drawBrought, drawReason, drawStory, drawTable, drawChoices, drawAfter, drawAside]) part(game);
  if (id && document.activeElement === document.body) (visible(byId(id)) ?? byId("main")).focus({ preventScroll: true });
}

const visible = (one) => (one?.checkVisibility() ? one : null);

/** Take the reader to what is new if they brought it about; else only say that it is there. */
function arrive(before, news) {
  const { chair } = game;
  const words = news ? [game.going ? "" : chair.brought.said, ...chair.brought.replies, ...chair.brought.notes].filter(Boolean).join(" ") : "";
  if (before.hidden !== chair.hidden || before.room.ended !== chair.room.ended) {
    game.say(byId("notice").hidden ? "The story goes on." : byId("notice").textContent);
  } else if (words) {
    game.say(words);
  }
  const wanted = game.going === "new" ? ["notice", "brought", "story", "after"] : [game.going];
  const shown = game.going && wanted.map(byId).find((one) => one && !one.hidden);
  game.going = "";
  if (!shown) return;
  shown.querySelector("h2, summary").focus({ preventScroll: true });
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  shown.scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });
}

function answered(item, status, data) {
  if (status === 401) return away();
  game.trouble(status === 200 ? "" : [data.message, data.hint].filter(Boolean).join(" "));
  if (status !== 200) game.going = "";
  if (data.now) show(data.now);
  else refresh();
  return undefined;
}

/** Nobody sits here: to the door. */
function away() {
  location.replace("/");
}

function drawLine() {
  const { outbox, linked } = game;
  const line = byId("line");
  const waiting = outbox.items.length;
  const text = waiting
    ? outbox.trouble || (linked && navigator.onLine
      ? "Sending …"
      : "The hub is out of reach. What you chose is kept here and sent by itself once it is back.")
    : linked ? "" : "The hub is out of reach. You can go on reading; this page looks for it by itself.";
  if (line.textContent !== text) line.textContent = text;
  line.hidden = !text;
  line.classList.toggle("away", !linked || Boolean(outbox.trouble));
  document.body.classList.toggle("waiting", outbox.moving);
  for (const button of document.querySelectorAll("[data-move]")) {
    const off = outbox.moving || button.dataset.move === "locked";
    button.setAttribute("aria-disabled", String(off));
  }
}

game.drawLine = drawLine;

async function refresh() {
  const { status, data } = await get("/api/now").catch((error) => {
    if (error instanceof Away) return { status: 0 };
    throw error;
  });
  if (status === 401) away();
  else if (status === 200) {
    game.linked = true;
    show(data);
    drawLine();
  }
  return status;
}

function follow() {
  let source;
  const linked = (yes) => {
    const back = yes && !game.linked;
    game.linked = yes;
    drawLine();
    if (back) {
      game.outbox.hurry();
      refresh();
    }
    // A stream that was turned away for good does not come back by itself.
    if (!yes && source?.readyState === EventSource.CLOSED) setTimeout(restart, AGAIN);
  };
  let room = "";
  const heard = (name, data) => {
    if (name === "now") return show(data);
    // What is on the wall is no news here; of anything else a chair hears for itself, or asks, not all at once.
    const wall = JSON.stringify(data.wall);
    if (wall === room || !room) setTimeout(refresh, Math.random() * SPREAD);
    room = wall;
    return undefined;
  };
  const restart = async () => {
    if ((await refresh()) === 401) return;
    source.close();
    source = listen(heard, linked);
  };
  source = listen(heard, linked);
  addEventListener("offline", () => linked(false));
  addEventListener("pagehide", () => source.close());
  addEventListener("pageshow", (event) => event.persisted && restart());
  document.addEventListener("visibilitychange", () => !document.hidden && refresh());
}

async function start() {
  const status = await refresh();
  if (!game.chair) {
    if (status !== 401) setTimeout(start, AGAIN);
    byId("trouble").hidden = false;
    byId("trouble").textContent = "The hub cannot be reached yet. This page tries again by itself.";
    return;
  }
  game.trouble("");
  game.outbox.hurry();
  drawLine();
  follow();
  const notes = await get("/api/notes").catch(() => null);
  if (notes?.status === 200) {
    game.terms = notes.data.terms;
    drawAside(game);
  }
}

/** The outbox belongs to a place, and the place is known once the hub has said it. */
Object.defineProperty(game, "chair", {
  get: () => game.shown ?? null,
  set: (chair) => {
    game.shown = chair;
    game.outbox ??= new Outbox(chair.place, { answered, changed: drawLine });
  },
});

watchKeys(game);
watchDevice();
start();
