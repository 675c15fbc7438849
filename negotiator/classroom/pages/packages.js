// Packages at the table: what they are worth to the player, how they change, and the line a move writes.

export const MOST = 3;
/** Percent of the wish by which packages may differ and still be offered as equal. */
export const UNEQUAL = 5;

/** A package of the table as one that can be changed. */
export const copy = (seen) => ({ structure: seen.structure, options: [...seen.options] });

/** What a package is worth to the player, in points. */
export function own(table, { structure, options }) {
  const terms = table.terms.reduce((sum, term, at) => sum + term.options[options[at]].own, 0);
  const joint = table.joints.reduce(
    (sum, [together, points]) => sum + (together.every(([issue, at]) => options[issue] === at) ? points : 0), 0,
  );
  return table.shapes[structure].own + terms + joint;
}

/** The package in another shape; a term which that shape does not allow becomes the one it begins with. */
export function shaped(table, { options }, structure) {
  const shape = table.shapes[structure];
  return {
    structure,
    options: options.map((at, term) => (shape.allowed[term].includes(at) ? at : shape.default.options[term])),
  };
}

export function withOption(one, term, option) {
  return { ...one, options: one.options.map((at, number) => (number === term ? option : at)) };
}

/** Its structure and every term that is not the shape's own beginning, as a move names them. */
export function line(table, { structure, options }) {
  const shape = table.shapes[structure];
  const terms = table.terms
    .map((term, at) => (options[at] === shape.default.options[at] ? "" : `${term.id}=${term.options[options[at]].id}`))
    .filter(Boolean);
  return [shape.id, ...terms].join(" ");
}

/** The move that sends a draft: {packages, reason, citing, final}. */
export function message(table, draft) {
  const said = [draft.packages.map((one) => line(table, one)).join(" | ")];
  if (draft.reason) said.push(`because=${draft.reason}`);
  if (draft.citing) said.push(`citing=${draft.citing}`);
  if (draft.final) said.push("final=yes");
  return { kind: draft.packages.length === 1 ? "propose" : "offer-set", choice: "", line: said.join(" ") };
}

export const same = (one, other) => one.structure === other.structure && one.options.every((at, n) => at === other.options[n]);

/** What a package has other than one that went before: its shape, then term by term, in words. */
export function changes(table, one, before) {
  const terms = table.terms
    .filter((_, at) => one.options[at] !== before.options[at])
    .map((term) => `${term.label}: ${term.options[one.options[table.terms.indexOf(term)]].label}`);
  return one.structure === before.structure ? terms : [table.shapes[one.structure].label, ...terms];
}

/** Ids of the limits that keep a package from being granted. */
export function barred(table, { options }) {
  return [...new Set(table.terms.map((term, at) => term.options[options[at]].barred).filter(Boolean))];
}

/** Whether packages offered as equal are not worth the same to the player. */
export function unequal(table, packages) {
  const worth = packages.map((one) => own(table, one));
  return Math.max(...worth) - Math.min(...worth) > (Math.max(table.wish, 1) * UNEQUAL) / 100;
}

/** A worth in words: percent of the best there could be for the player. */
export function amount(table, points) {
  if (table.wish <= 0) return points === 1 ? "1 point" : `${points} points`;
  return `${Math.round((100 * points) / table.wish)}\u00a0%`;
}

/** A gain or a loss with its sign. */
export function change(table, by) {
  if (!by) return "±0";
  const size = table.wish > 0 ? (100 * by) / table.wish : by;
  const shown = table.wish > 0 && Math.abs(size) < 1 ? size.toFixed(1) : String(Math.round(size));
  return (by > 0 ? `+${shown}` : shown).replace("-", "−");
}

/** Where an editor begins: the player's latest package, else the letter. */
export function firstDraft(table) {
  const mine = table.history.filter((one) => one.by === "you");
  return { packages: [copy((mine.at(-1) ?? table.history[0]).package)], reason: "", citing: "", final: false };
}
