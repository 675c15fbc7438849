// What opens over the page, one at a time: the browser keeps the keys inside, and Esc closes it.

import { byId, el } from "./dom.js";

let opener = null;

/** Open a panel with a heading; `content` are its elements. The heading gets the focus. */
export function openPanel(title, ...content) {
  const panel = byId("panel");
  if (!panel.open) opener = document.activeElement;
  const heading = el("h2", { id: "panel-title", tabindex: "-1" }, title);
  panel.replaceChildren(
    el("div", { class: "panel-head" }, heading, el("button", { type: "button", class: "plain", onclick: closePanel }, "Close")),
    ...content.flat().filter(Boolean),
  );
  if (!panel.open) panel.showModal();
  panel.scrollTop = 0;
  heading.focus();
  panel.onclose = () => opener?.isConnected && opener.focus();
}

export function closePanel() {
  const panel = byId("panel");
  if (panel.open) panel.close();
}
