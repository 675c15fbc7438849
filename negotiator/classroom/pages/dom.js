// Elements of a page. Every text goes in as text: nothing that somebody wrote is ever read as markup.

/** An element. `props`: class, id, on… handlers, and attributes; true and false set or leave out. */
export function el(tag, props = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "class") made.className = value;
    else if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (name === "value" || name === "checked" || name === "selected") made[name] = value;
    else made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false && child !== ""));
  return made;
}

/** Paragraphs, each a text. */
export function paragraphs(texts, kind = "") {
  return texts.map((text) => el("p", kind ? { class: kind } : {}, text));
}

/** Put other children in an element's place of the old ones. */
export function fill(parent, ...children) {
  parent.replaceChildren(...children.flat().filter(Boolean));
  parent.hidden = parent.childNodes.length === 0;
  return parent;
}

export const byId = (id) => document.getElementById(id);

/** A list of descriptions: pairs of a label and a value. */
export function pairs(rows) {
  return el("dl", {}, rows.map(([label, value]) => el("div", {}, el("dt", {}, label), el("dd", {}, value))));
}

/** A group of radio buttons with a legend. `options`: {value, label, hint}. `changed` is called with the value. */
export function radios(name, legend, options, chosen, changed, kind = "") {
  return el(
    "fieldset",
    { class: kind || "radios" },
    el("legend", {}, legend),
    options.map((one, at) => {
      const id = `${name}-${at}`;
      const input = el("input", {
        type: "radio", name, id, value: one.value, checked: one.value === chosen,
        "aria-describedby": one.hint ? `${id}-hint` : null, onchange: () => changed(one.value),
      });
      return el(
        "div", { class: "option" }, input, el("label", { for: id }, one.label),
        one.hint ? el("small", { id: `${id}-hint` }, one.hint) : null,
      );
    }),
  );
}

/** A labelled list to choose from. `options`: {value, label}. */
export function select(id, label, options, chosen, changed) {
  return el(
    "div", { class: "field" },
    el("label", { for: id }, label),
    el("select", { id, onchange: (event) => changed(event.target.value) },
      options.map((one) => el("option", { value: one.value, selected: one.value === chosen }, one.label))),
  );
}
