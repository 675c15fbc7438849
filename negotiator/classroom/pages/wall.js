// The projector: slides in steps, turned with the arrow keys here or by whoever teaches.

import { byId, el } from "./dom.js";
import { Away, get, newId, post } from "./hub.js";

const PAUSE = 3000;
const BLANK = "blank";
const SVG = "http://www.w3.org/2000/svg";
let data = null;
let asked = 0;
let waiting = null;
let before = "";
let turning = 0;
let newest = 0;
let queue = Promise.resolve();

/** The one-time word behind the #, which never reaches a server's log. */
async function enter() {
  const ticket = location.hash.slice(1);
  if (!ticket) return;
  history.replaceState(null, "", location.pathname);
  const answer = await post("/api/wall/enter", { ticket });
  if (answer.status !== 200) say(`${answer.data.message} ${answer.data.hint}`);
}

function say(words) {
  byId("line").textContent = words;
}

async function refresh() {
  asked = Date.now();
  try {
    const answer = await get("/api/wall");
    if (answer.status === 200) {
      const wall = data && !fresh(answer.data.rev) ? data.wall : answer.data.wall;
      data = { ...answer.data, wall };
      say("");
      draw();
    } else {
      say(`${answer.data.message} ${answer.data.hint}`);
    }
  } catch (error) {
    if (!(error instanceof Away)) throw error;
    say("The hub cannot be reached. This page goes on by itself.");
    soon();
  }
}

/** Ask again, but not more than once in PAUSE: while a room moves everything changes all the time. */
function soon() {
  if (waiting === null) {
    waiting = setTimeout(() => {
      waiting = null;
      refresh();
    }, Math.max(PAUSE - (Date.now() - asked), 0));
  }
}

function position() {
  const at = data.slides.findIndex((one) => one.id === data.wall.slide);
  return at < 0 ? 0 : at;
}

function draw() {
  const slide = data.slides[position()];
  const step = Math.min(data.wall.step, slide.steps - 1);
  const blank = data.wall.slide === BLANK || data.paused;
  document.body.classList.toggle("blank", blank);
  byId("story").textContent = data.title;
  byId("people").textContent = `In the room: ${data.people}`;
  const steps = slide.steps > 1 ? `, ${["question", "predict", "reveal"][step]}` : "";
  byId("where").textContent = blank ? (data.paused ? "paused" : BLANK) : `${position() + 1} of ${data.slides.length}${steps}`;
  byId("main").replaceChildren(...made(slide, step).filter(Boolean));
}

function made(slide, step) {
  if (slide.id === "join") {
    return [
      el(
        "div", { class: "join" },
        el("div", {}, el("h1", {}, slide.title), el("p", { class: "code" }, data.code), el("p", {}, data.address)),
        el("img", { src: data.qr, alt: `QR code of ${data.address}` }),
      ),
    ];
  }
  const title = el("h1", {}, slide.title);
  if (slide.svg) return [title, drawing(slide.svg)];
  if (slide.steps === 1 || step === 2) return [title, bars(slide.bars)];
  const words = step === 0 ? slide.question : "What did most of the room do? Tell your neighbour, and why.";
  return [
    title,
    el("p", { class: "question" }, words),
    slide.options.length ? el("ol", { class: "options" }, slide.options.map((one) => el("li", {}, one))) : null,
  ];
}

function bars(rows) {
  return el("dl", { class: "bars" }, rows.flatMap((one) => [el("dt", {}, one.name), bar(one), el("dd", { class: "n" }, one.people)]));
}

/** A bar is drawn, since the page takes no styles from elsewhere. */
function bar(one) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 100 10");
  svg.setAttribute("preserveAspectRatio", "none");
  svg.setAttribute("aria-hidden", "true");
  const rect = document.createElementNS(SVG, "rect");
  rect.setAttribute("width", String(one.percent));
  rect.setAttribute("height", "10");
  svg.append(rect);
  return el("dd", { class: one.held ? "held" : "" }, svg);
}

/** The map comes from the hub as SVG; nothing in it is run. */
function drawing(text) {
  const read = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
  return el("div", { class: "map" }, document.importNode(read, true));
}

/** Turn the page here at once, and then for everybody: one order after the other. */
function show(slide, step) {
  data.wall = { slide, step };
  draw();
  turning += 1;
  queue = queue.then(() => order(slide, step)).finally(() => (turning -= 1));
}

async function order(slide, step) {
  try {
    const answer = await post("/api/room/wall", { client: newId(), slide, step });
    if (answer.status === 200) newest = Math.max(newest, answer.data.rev);
    else say(answer.data.message);
  } catch (error) {
    if (!(error instanceof Away)) throw error;
    say("The hub cannot be reached: the slide is turned here alone.");
  }
}

/** Whether what the hub says of the slide is no older than what was ordered here. */
function fresh(rev) {
  return turning === 0 && rev >= newest;
}

function turn(by) {
  if (data === null) return;
  if (data.wall.slide === BLANK) return blank();
  const at = position();
  const step = Math.min(data.wall.step, data.slides[at].steps - 1) + by;
  if (step >= 0 && step < data.slides[at].steps) return show(data.slides[at].id, step);
  const next = data.slides[at + by];
  if (next) show(next.id, by > 0 ? 0 : next.steps - 1);
}

function blank() {
  if (data === null) return;
  if (data.wall.slide === BLANK) return show(before || "join", 0);
  before = data.slides[position()].id;
  show(BLANK, 0);
}

const KEYS = { ArrowRight: () => turn(1), PageDown: () => turn(1), ArrowLeft: () => turn(-1), PageUp: () => turn(-1), b: blank };

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const act = KEYS[event.key];
  if (act) {
    event.preventDefault();
    act();
  }
});
byId("back").addEventListener("click", () => turn(-1));
byId("on").addEventListener("click", () => turn(1));
byId("blank").addEventListener("click", blank);

try {
  await enter();
} catch (error) {
  if (!(error instanceof Away)) throw error;
}
await refresh();
const source = new EventSource("/api/wall/events");
source.addEventListener("board", soon);
source.addEventListener("room", (event) => {
  const told = JSON.parse(event.data);
  if (data === null) return soon();
  if (fresh(told.rev)) data.wall = told.wall;
  data.paused = told.paused;
  draw();
});
