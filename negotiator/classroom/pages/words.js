// Words of the page for what the engine knows by short names.

export const REASONS = {
  interest: "what the work needs",
  company: "what would serve them",
  market: "what the market pays",
  fairness: "what is fair",
  relationship: "that both be glad of it",
  rival: "another offer (a bluff)",
};
export const FORMS = {
  open: "Openly",
  "negative-assumption": "As if there were trouble",
  "positive-assumption": "As if it were easy",
  leading: "Leading to the answer",
};
export const LEVELS = { full: "told in full", partly: "told in part", nothing: "" };
export const VERDICTS = {
  both: "Better for both of you.",
  you: "Better for you, and nothing lost for them.",
  them: "Better for them, and nothing lost for you.",
  neither: "Not better: one loses, or nobody gains.",
};
export const KINDS = { question: "Question", counter: "Counter", answer: "Answer", accept: "Yes", decline: "No" };
export const PLACES = ["First", "Second", "Third"];

export const days = (count) => (count === 1 ? "one day" : `${count} days`);

/** How long the offer still stands. */
export function stands(left) {
  if (left < 0) return "The offer has expired.";
  if (left === 0) return "This is the offer’s last day.";
  return left === 1 ? "The offer stands one more day." : `The offer stands ${left} more days.`;
}

export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
export const quoted = (text, spoken) => (spoken ? `“${text}”` : text);
