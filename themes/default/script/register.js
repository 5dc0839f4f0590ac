// The register with a script: tables that sort and filter. The build puts `search.js` behind it.
//
// Everything reads without it. The build puts `ropa`, the words of the page's language, before this
// file. It opens from disk too, where `fetch` does not work: there the search loads its index as
// scripts, and a list over several pages filters the page that is shown.
"use strict";

/** Elements without a parser: nothing here ever becomes HTML. */
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** Fills the gaps of a message: "%shown of %all rows". */
const say = (message, gaps) => message.replace(/%(\w+)/g, (whole, name) => gaps[name] ?? whole);

/** Lower case without diacritics, as the index has it. */
const SPELLED = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", ł: "l", þ: "th", ı: "i" };
const fold = (text) =>
  text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(/[ßæœøđðłþı]/g, (letter) => SPELLED[letter]);

/** Tables with fewer rows are read faster than sorted. */
const LONG = 8;
const collator = new Intl.Collator(document.documentElement.lang || "en", { numeric: true, sensitivity: "base" });

/** What a cell is sorted by: its own key, or its words. */
const sortKey = (cell) => cell?.dataset.sort ?? cell?.textContent.trim() ?? "";

/** What readers choose among in a cell: the whole of it, or each entry of its list. */
function entries(cell, filter) {
  if (!cell || cell.dataset.sort === "") return [];
  const links = filter === "entry" ? [...cell.querySelectorAll("a")].map((link) => link.textContent.trim()) : [];
  if (links.length) return links;
  const text = cell.textContent.trim();
  return (filter === "entry" ? text.split(ropa.separator) : [text]).map((one) => one.trim()).filter(Boolean);
}

class Table {
  constructor(table, number) {
    this.table = table;
    this.body = table.tBodies[0];
    this.rows = [...this.body.rows];
    this.heads = [...table.tHead.rows[0].cells];
    // The first table of a page has plain names in the address, further ones a number before them.
    this.prefix = number ? `${number + 1}.` : "";
    this.box = table.closest(".ropa-table");
    this.sorted = null;
    this.chosen = new Map();
    this.words = "";
    this.status = make("p", { class: "ropa-count", role: "status", "aria-live": "polite" });
    this.counted = "";
    this.ordered = "";
    this.buttons();
    if ("listing" in table.dataset) this.tools();
    else this.box.before(this.status);
    this.restore();
    window.addEventListener("hashchange", () => this.restore());
  }

  /** How many rows there are, and how they are sorted: neither hides the other. */
  tell() {
    const parts = [this.counted, this.ordered].filter(Boolean).map((words) => make("span", {}, words));
    this.status.replaceChildren(...parts.flatMap((part, at) => (at ? [" ", part] : [part])));
  }

  /** Buttons in the headings; the words of a heading stay its name. */
  buttons() {
    for (const [column, head] of this.heads.entries()) {
      const button = make("button", { type: "button", class: "ropa-sort" });
      button.append(...head.childNodes);
      button.addEventListener("click", () => {
        const down = this.sorted?.column === column && !this.sorted.down;
        this.withRest(() => this.sort(column, down));
      });
      head.append(button);
    }
  }

  /** A field and the choices above the table. */
  tools() {
    const tools = make("div", { class: "ropa-tools", role: "search", "aria-label": ropa.tools });
    this.field = make("input", { type: "search", autocomplete: "off", spellcheck: "false" });
    this.field.addEventListener("input", () => {
      this.words = this.field.value;
      this.withRest(() => this.filter());
    });
    tools.append(make("label", {}, make("span", {}, ropa.contains), this.field));
    this.selects = new Map();
    for (const [column, head] of this.heads.entries()) {
      if (!head.dataset.filter) continue;
      const select = make("select");
      select.addEventListener("change", () => {
        this.chosen.set(column, select.value);
        this.withRest(() => this.filter());
      });
      this.selects.set(column, select);
      tools.append(make("label", {}, make("span", {}, head.textContent), select));
    }
    this.clear = make("button", { type: "button", hidden: "" }, ropa.clear);
    this.clear.addEventListener("click", () => {
      this.words = "";
      this.chosen.clear();
      this.filter();
      this.field.focus();
    });
    tools.append(this.clear);
    this.options();
    this.box.before(tools, this.status);
    this.more = document.querySelector(".ropa-pages");
    this.note();
  }

  /** The choices that the rows offer; one alone is none. */
  options() {
    for (const [column, select] of this.selects) {
      const found = new Set(this.rows.flatMap((row) => entries(row.cells[column], this.heads[column].dataset.filter)));
      const gap = this.rows.some((row) => !entries(row.cells[column], this.heads[column].dataset.filter).length);
      const options = [...found].sort(collator.compare).map((one) => make("option", { value: `=${one}` }, one));
      if (gap && found.size) options.push(make("option", { value: "-" }, ropa.none));
      select.replaceChildren(make("option", { value: "" }, ropa.all), ...options);
      select.value = this.chosen.get(column) ?? "";
      select.parentElement.hidden = options.length < 2;
    }
  }

  /** A list over several pages is filtered and sorted as a whole where the others can be fetched. */
  async withRest(act) {
    act();
    const pages = this.more && location.protocol !== "file:" ? [...this.more.querySelectorAll("a")] : [];
    if (!pages.length) return;
    const links = pages.map((link) => link.href);
    this.more = null;
    try {
      for (const link of links) {
        const text = await (await fetch(link)).text();
        const other = new DOMParser().parseFromString(text, "text/html").querySelector("table[data-listing]");
        const rows = [...other.tBodies[0].rows].map((row) => document.adoptNode(row));
        this.body.append(...rows);
        this.rows.push(...rows);
      }
      document.querySelector(".ropa-pages").hidden = true;
      this.whole = true;
    } catch {
      // The page that is shown still works alone, and says so.
      this.alone = true;
    }
    this.options();
    this.note();
    if (this.sorted) this.sort(this.sorted.column, this.sorted.down);
    this.filter();
  }

  /** That only the rows of this page are looked at. */
  note() {
    this.partial?.remove();
    if (document.querySelector(".ropa-pages") && !this.whole && (this.alone || location.protocol === "file:")) {
      this.partial = make("p", { class: "ropa-note" }, ropa.page);
      this.status.after(this.partial);
    }
  }

  sort(column, down) {
    this.sorted = { column, down };
    const keyed = this.rows.map((row) => [sortKey(row.cells[column]), row]);
    const sign = down ? -1 : 1;
    // Gaps stand last in either order.
    keyed.sort(([a], [b]) => (a === "") - (b === "") || sign * collator.compare(a, b));
    this.rows = keyed.map(([, row]) => row);
    this.body.append(...this.rows);
    for (const [at, head] of this.heads.entries()) {
      if (at === column) head.setAttribute("aria-sort", down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    }
    const gaps = { column: this.heads[column].textContent.trim() };
    this.ordered = say(down ? ropa.sortedDown : ropa.sortedUp, gaps);
    this.tell();
    this.remember();
  }

  filter() {
    const words = fold(this.words).split(/\s+/).filter(Boolean);
    const chosen = [...this.chosen].filter(([, value]) => value);
    let shown = 0;
    for (const row of this.rows) {
      const text = words.length ? fold(row.textContent) : "";
      const fits =
        words.every((word) => text.includes(word)) &&
        chosen.every(([column, value]) => {
          const found = entries(row.cells[column], this.heads[column].dataset.filter);
          return value === "-" ? !found.length : found.includes(value.slice(1));
        });
      row.hidden = !fits;
      shown += fits;
    }
    if (this.field.value !== this.words) this.field.value = this.words;
    for (const [column, select] of this.selects) select.value = this.chosen.get(column) ?? "";
    this.clear.hidden = !words.length && !chosen.length;
    const count = { shown, all: this.rows.length };
    this.counted = this.clear.hidden ? "" : say(shown ? ropa.rows : ropa.noRows, count);
    this.tell();
    this.remember();
  }

  /** Columns by number: headings change with the language. */
  remember() {
    const state = new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "");
    for (const key of [...state.keys()]) {
      if (this.owns(key)) state.delete(key);
    }
    if (this.words.trim()) state.set(`${this.prefix}find`, this.words.trim());
    for (const [column, value] of this.chosen) {
      if (value) state.set(`${this.prefix}${column + 1}`, value);
    }
    if (this.sorted) state.set(`${this.prefix}sort`, `${this.sorted.column + 1}${this.sorted.down ? "-" : ""}`);
    const hash = state.toString();
    // Without anything to remember, an anchor in the address stays.
    if (hash) history.replaceState(history.state, "", `#${hash}`);
    else if (location.hash.includes("=")) history.replaceState(history.state, "", "#");
  }

  owns(key) {
    return this.prefix ? key.startsWith(this.prefix) : !key.includes(".");
  }

  /** What the address says: a filtered table can be linked. */
  restore() {
    if (!location.hash.includes("=")) return;
    let acts = this.words || this.chosen.size;
    this.words = "";
    this.chosen.clear();
    const state = new URLSearchParams(location.hash.slice(1));
    for (const [key, value] of state) {
      if (!this.owns(key)) continue;
      const name = key.slice(this.prefix.length);
      if (name === "find" && this.field) this.words = value;
      else if (name === "sort") {
        const column = parseInt(value, 10) - 1;
        if (this.heads[column]) this.sorted = { column, down: value.endsWith("-") };
      } else if (this.selects?.has(Number(name) - 1)) this.chosen.set(Number(name) - 1, value);
      acts = true;
    }
    if (!acts) return;
    this.withRest(() => {
      if (this.sorted) this.sort(this.sorted.column, this.sorted.down);
      if (this.field) this.filter();
    });
  }
}

const tables = [...document.querySelectorAll(".ropa-register table")];
let number = 0;
for (const table of tables) {
  const paged = "listing" in table.dataset && document.querySelector(".ropa-pages");
  if (table.tHead && (table.tBodies[0]?.rows.length >= LONG || paged)) new Table(table, number++);
}
