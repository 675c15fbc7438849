// The story: where one is, what the last move brought, what is read, and what can be chosen.

import { byId, el, fill, paragraphs } from "./dom.js";
import { capital, days, KINDS, quoted, stands } from "./words.js";

const STAGES = {
  candidate: "Candidate", written_offer: "The written offer", conversation: "The conversation", decision: "The decision",
};
let ticking = 0;

const heading = (id, text, unseen = false) => el("h2", { id, tabindex: "-1", class: unseen ? "unseen" : "" }, text);

export function drawHead(game) {
  const { chair } = game;
  const { moment } = chair;
  if (moment) {
    document.title = `${moment.ending ? moment.ending.title : moment.place || moment.title}: Negotiator`;
    byId("title").textContent = moment.title;
    byId("stage").textContent = moment.ending ? "The end" : STAGES[moment.stage] ?? moment.stage;
  } else {
    document.title = "Waiting: Negotiator";
    byId("stage").textContent = chair.hidden === "gate" ? "The room waits" : "Pause";
    if (!byId("title").dataset.known) byId("title").textContent = "Negotiator";
  }
  byId("title").dataset.known = moment ? "yes" : byId("title").dataset.known ?? "";
  const attempt = chair.attempt > 1 ? `, attempt ${chair.attempt}` : "";
  byId("who").textContent = `You are ${chair.name}${attempt}.`;
  byId("undo").hidden = !chair.can_undo;
  drawClock(chair);
}

function drawClock(chair) {
  clearInterval(ticking);
  const clock = byId("clock");
  const tell = () => {
    const seconds = chair.deadline ? Math.max((new Date(chair.deadline) - Date.now()) / 1000, 0) : chair.left;
    clock.hidden = seconds === null || seconds === undefined || chair.finished || chair.room.ended;
    if (clock.hidden) return;
    const minutes = Math.ceil(seconds / 60);
    const words = seconds <= 0 ? "Time is up." : minutes === 1 ? "Less than a minute left." : `${minutes} minutes left.`;
    if (clock.textContent !== words) clock.textContent = words;
  };
  tell();
  if (chair.deadline) ticking = setInterval(tell, 1000);
}

export function drawNotice({ chair }) {
  const [title, text] = notice(chair);
  fill(byId("notice"), title ? [heading("notice-title", title), el("p", {}, text)] : []);
}

function notice(chair) {
  const { room } = chair;
  if (room.removed) return ["Your chair was taken out", "The instructor has taken this chair out of the room. Speak to them if that is a mistake."];
  if (chair.unfinished) return ["The class has ended", "Your story has not come to its ending. What you reached counts, and is marked unfinished."];
  if (chair.hidden === "paused") return ["Pause", "The instructor has paused the room. Look up; it goes on here by itself."];
  if (chair.hidden === "gate") return ["The room waits here", `You have come to a point that everybody reaches together${chair.waiting ? `: ${chair.waiting}` : ""}. It goes on by itself.`];
  if (chair.mover !== "player" && !chair.finished) return ["Somebody else plays", "The moves of this chair are made for you at the moment."];
  if (room.ended) return ["The class has ended", "Your story is told. You can look back at it."];
  return ["", ""];
}

export function drawBrought({ chair }) {
  const { brought } = chair;
  const shown = brought && (brought.said || brought.replies.length || brought.notes.length);
  fill(byId("brought"), shown ? [
    heading("brought-title", "What came of it"),
    brought.said ? el("p", { class: "said mine" }, quoted(brought.said, brought.spoken)) : null,
    ...paragraphs(brought.replies, "story reply"),
    brought.notes.length ? el("ul", { class: "notes" }, brought.notes.map((note) => el("li", {}, note))) : null,
  ] : []);
}

export function drawReason(game) {
  const { chair } = game;
  const asked = chair.wants_reason && !game.outbox.items.some((one) => one.path === "/api/reason");
  const text = el("input", { id: "why", name: "why", maxlength: "300", autocomplete: "off", "aria-describedby": "why-hint" });
  const send = (event) => {
    event.preventDefault();
    if (!text.value.trim()) return;
    game.outbox.put("/api/reason", { text: text.value.trim() });
    game.say("Noted.");
    drawReason(game);
    byId("story").querySelector("h2")?.focus();
  };
  fill(byId("reason"), asked ? [
    heading("reason-title", "Why did you choose that?"),
    el("form", { onsubmit: send },
      el("label", { for: "why" }, "In one line"), text,
      el("small", { id: "why-hint" }, "Shown to the room without a name, if at all. You can also leave it out and go on."),
      el("button", { type: "submit" }, "Put it down")),
  ] : []);
}

export function drawStory({ chair }) {
  const { moment } = chair;
  if (!moment) return fill(byId("story"));
  const { ending } = moment;
  const title = ending ? ending.title : moment.place || moment.title;
  const offer = moment.days_left === null || ending ? null : el("p", { class: "days" }, stands(moment.days_left));
  const with_ = ending || !moment.people.length ? null
    : el("p", { class: "quiet" }, `With ${moment.people.map((one) => [one.name, one.title].filter(Boolean).join(", ")).join("; ")}`);
  return fill(byId("story"), heading("story-title", title), with_, offer,
    ...paragraphs(ending ? ending.paragraphs : moment.paragraphs, "story"));
}

export function drawChoices(game) {
  const { moment, mover, room } = game.chair;
  const open = moment && !moment.ending && moment.choices.length && mover === "player" && !room.ended && !room.removed;
  fill(byId("choices"), open ? [
    heading("choices-title", moment.table ? "What else you can do" : "What do you do?"),
    el("ol", { class: "choices" }, moment.choices.map((choice) => el("li", {}, button(game, choice)))),
  ] : []);
  game.drawLine();
}

function button(game, choice) {
  const cost = [
    choice.days ? `takes ${days(choice.days)}` : "",
    choice.overruns ? "the offer would expire first" : "",
  ].filter(Boolean).join("; ");
  const take = () => {
    if (!choice.enabled) game.say(choice.locked || "This cannot be chosen now.");
    else game.move("choose", choice.id);
  };
  return el(
    "button",
    { type: "button", class: "choice", "data-number": choice.number, "data-choice": choice.id,
      "data-move": choice.enabled ? "open" : "locked", onclick: take },
    el("span", { class: "number" }, `${choice.number}`),
    el("span", { class: "words" },
      choice.kind && KINDS[choice.kind] ? el("span", { class: "kind" }, KINDS[choice.kind]) : null,
      el("span", {}, quoted(choice.text, choice.spoken)),
      cost ? el("small", { class: choice.overruns ? "cost" : "" }, capital(cost)) : null,
      choice.enabled ? null : el("small", { class: "why" }, `Not now: ${choice.locked || "it cannot be chosen here."}`)),
  );
}
