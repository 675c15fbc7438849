// Going on with another device: a word for it, good for ten minutes and once.

import { byId, el } from "./dom.js";
import { newId, post } from "./hub.js";
import { openPanel } from "./panel.js";

async function open() {
  const { status, data } = await post("/api/device", { client: newId() }).catch(() => ({ status: 0, data: {} }));
  if (status !== 200) {
    openPanel("Go on with another device", el("p", {}, data.message ?? "The hub is out of reach. Try again in a moment."));
    return;
  }
  openPanel("Go on with another device",
    el("p", {}, `Open ${location.host} there, and type this in place of the code on the wall:`),
    el("p", { class: "code" }, data.code),
    el("p", { class: "quiet" }, `It is good for ${data.minutes} minutes, and once. Both devices show the same chair, at the same moment.`));
}

export function watchDevice() {
  byId("device").addEventListener("click", open);
}
