// What has been said but not yet acknowledged. It is kept on this device and sent, in order, until the hub has it.

import { Away, newId, post } from "./hub.js";

const FIRST_WAIT = 500;
const LONGEST_WAIT = 8_000;

export class Outbox {
  /** `place`: whose; `answered(item, status, data)` after each answer; `changed()` when something waits or no longer does. */
  constructor(place, { answered, changed }) {
    this.key = `negotiator.outbox.${place}`;
    this.answered = answered;
    this.changed = changed;
    this.items = this.read();
    this.sending = false;
    this.wait = FIRST_WAIT;
    this.timer = 0;
    this.trouble = "";
    /** Number of the event up to which the story on the screen has come: the stream may be faster than an answer. */
    this.reached = 0;
    addEventListener("online", () => this.hurry());
    document.addEventListener("visibilitychange", () => !document.hidden && this.hurry());
    addEventListener("storage", (event) => event.key === this.key && this.elsewhere());
  }

  read() {
    try {
      const found = JSON.parse(localStorage.getItem(this.key) ?? "[]");
      return Array.isArray(found) ? found.filter((one) => one && one.path && one.body && one.body.client) : [];
    } catch {
      return [];
    }
  }

  keep() {
    try {
      localStorage.setItem(this.key, JSON.stringify(this.items));
    } catch {
      // A browser that keeps nothing (a private window, a full disk): what is said lives as long as the page.
    }
    this.changed();
  }

  /** Another tab of this chair has put something in or taken something out. */
  elsewhere() {
    this.items = this.read();
    this.changed();
  }

  /** Whether a move is on its way: until it is answered, or what came of it is on the screen, there is nothing to choose. */
  get moving() {
    return this.items.some((one) => one.path === "/api/move" && one.body.seq > this.reached);
  }

  /** Put something in and send it. The client id makes sure that it counts once, however often it is sent. */
  put(path, body, note = "") {
    this.items.push({ path, body: { client: newId(), ...body }, note });
    this.keep();
    this.hurry();
  }

  /** Send at once, without waiting for the next turn. */
  hurry() {
    clearTimeout(this.timer);
    this.wait = FIRST_WAIT;
    this.flush();
  }

  async flush() {
    if (this.sending || !this.items.length) return;
    this.sending = true;
    try {
      while (this.items.length) await this.sendFirst();
      this.wait = FIRST_WAIT;
    } catch (error) {
      if (!(error instanceof Away)) throw error;
      this.trouble = error.told ? error.told.message : "";
      this.later();
    } finally {
      this.sending = false;
      this.changed();
    }
  }

  async sendFirst() {
    const first = this.items[0];
    const { status, data } = await post(first.path, first.body);
    this.trouble = "";
    this.items = this.read().filter((one) => one.body.client !== first.body.client);
    this.keep();
    this.answered(first, status, data);
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), this.wait * (0.5 + Math.random()));
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
  }
}
