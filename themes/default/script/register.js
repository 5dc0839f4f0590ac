// The register with a script: tables that sort and filter, and a search over all records.
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

// ---- Tables ----------------------------------------------------------------------------------

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
    this.buttons();
    if ("listing" in table.dataset) this.tools();
    else this.box.before(this.status);
    this.restore();
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
    this.status.textContent = say(down ? ropa.sortedDown : ropa.sortedUp, gaps);
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
    this.status.textContent = this.clear.hidden ? "" : say(shown ? ropa.rows : ropa.noRows, count);
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
    let acts = false;
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

// ---- Search ----------------------------------------------------------------------------------

const root = new URL(".", document.currentScript.src);
/** Results that are shown: who sees more narrows the words down. */
const RESULTS = 30;

/** A script of the index, once. It works from disk, where `fetch` does not. */
const loading = new Map();
function load(file) {
  if (!loading.has(file)) {
    loading.set(
      file,
      new Promise((done, failed) => {
        const script = make("script", { src: new URL(file, root).href });
        script.addEventListener("load", done);
        script.addEventListener("error", failed);
        document.head.append(script);
      }),
    );
  }
  return loading.get(file);
}

/** The records with folded texts, made when the search is first used. */
let records = null;
async function index() {
  await load("search-index.js");
  if (records) return;
  const { kinds, owners, records: rows } = ropaIndex;
  records = rows.map(([kind, id, title, owner, related]) => ({
    href: kinds[kind][1] ? `${kinds[kind][1]}/${encodeURIComponent(id)}.html` : `${id}.html`,
    kind: kinds[kind][0],
    id,
    title,
    owner: owners[owner] ?? "",
    related: related ?? [],
  }));
  for (const record of records) {
    record.foldedTitle = fold(record.title);
    record.foldedId = fold(record.id);
    record.foldedOwner = fold(record.owner);
  }
}

/** The shard that the words of a letter stand in, as the build names it. */
const shard = (word) => (/^[a-z]/.test(word) ? word[0] : /^[0-9]/.test(word) ? "0" : "other");

/** Records that say a word, or one that begins with it, with the word as it stands there. */
async function saying(word) {
  const found = new Map();
  if (word.length < 3) return found;
  await load(`search/${shard(word)}.js`);
  for (const [known, places] of Object.entries(ropaWords[shard(word)] ?? {})) {
    if (!known.startsWith(word)) continue;
    let at = 0;
    for (const step of places.split(" ")) {
      at += parseInt(step, 36);
      if (!found.has(at)) found.set(at, known);
    }
  }
  return found;
}

/** How well a record answers a word: less is better, nothing where it does not. */
function rank(record, word) {
  const at = record.foldedTitle.indexOf(word);
  if (at === 0) return { score: 0 };
  if (at > 0 && /[^\p{L}\p{N}]/u.test(record.foldedTitle[at - 1])) return { score: 1 };
  if (record.foldedId.startsWith(word)) return { score: 2 };
  if (at > 0) return { score: 3 };
  if (record.foldedId.includes(word)) return { score: 4 };
  if (record.foldedOwner.includes(word)) return { score: 5, by: record.owner };
  const related = record.related.find((other) => records[other].foldedTitle.includes(word));
  return related === undefined ? null : { score: 6, by: records[related].title };
}

/** Answers to all the words, the best first. */
async function find(query) {
  await index();
  const words = fold(query).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  if (!words.length) return { words, found: [] };
  const said = await Promise.all(words.map(saying));
  const found = [];
  for (const [number, record] of records.entries()) {
    let score = 0;
    const by = [];
    const fits = words.every((word, at) => {
      const known = said[at].get(number);
      const one = rank(record, word) ?? (known && { score: 8, by: known });
      if (!one) return false;
      score += one.score;
      if (one.by && !by.includes(one.by)) by.push(one.by);
      return true;
    });
    if (fits) found.push({ record, score, by });
  }
  found.sort((a, b) => a.score - b.score || collator.compare(a.record.title, b.record.title));
  return { words, found };
}

/** A text with the words marked. Folding may change lengths, so it goes letter by letter. */
function marked(text, words) {
  const letters = [...text];
  const folded = letters.map(fold);
  const on = letters.map(() => false);
  for (const word of words) {
    for (let start = 0; start < letters.length; start++) {
      let grown = "";
      let end = start;
      while (end < letters.length && grown.length < word.length) grown += folded[end++];
      if (grown.startsWith(word)) on.fill(true, start, end);
    }
  }
  const parts = [];
  for (let at = 0; at < letters.length; ) {
    let end = at;
    while (end < letters.length && on[end] === on[at]) end++;
    const part = letters.slice(at, end).join("");
    parts.push(on[at] ? make("mark", {}, part) : part);
    at = end;
  }
  return parts;
}

/** The search field of a page: a combobox with a list box, after the ARIA Authoring Practices. */
class Search {
  constructor(link) {
    this.field = make("input", {
      type: "search",
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": "ropa-results",
      "aria-label": link.textContent.trim(),
      "aria-keyshortcuts": "/",
      placeholder: ropa.search,
      autocomplete: "off",
      spellcheck: "false",
    });
    this.list = make("div", { id: "ropa-results", role: "listbox", "aria-label": ropa.results, hidden: "" });
    this.status = make("p", { class: "ropa-unseen", role: "status", "aria-live": "polite" });
    this.form = make("div", { class: "ropa-search", role: "search" }, this.field, this.list, this.status);
    link.replaceWith(this.form);
    this.active = -1;
    this.field.addEventListener("focus", () => index().catch(() => this.failed()));
    this.field.addEventListener("input", () => this.look());
    this.field.addEventListener("keydown", (event) => this.key(event));
    this.form.addEventListener("focusout", (event) => {
      if (!this.form.contains(event.relatedTarget)) this.close();
    });
    document.addEventListener("keydown", (event) => this.slash(event));
    const asked = location.pathname.endsWith("/search.html") && new URLSearchParams(location.hash.slice(1)).get("find");
    if (asked) {
      this.field.value = asked;
      this.field.focus();
      this.look();
    }
  }

  /** `/` leads here from anywhere but a field. */
  slash(event) {
    const writes = event.target.closest?.("input, select, textarea, [contenteditable]");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || writes) return;
    event.preventDefault();
    this.field.focus();
    this.field.select();
  }

  async look() {
    const query = this.field.value;
    if (!fold(query).trim()) return this.close();
    try {
      const { words, found } = await find(query);
      // Somebody may have written on meanwhile.
      if (query === this.field.value && document.activeElement === this.field) this.show(words, found);
    } catch {
      this.failed();
    }
  }

  show(words = [], found = []) {
    this.active = -1;
    const options = found.slice(0, RESULTS).map(({ record, by }, number) => {
      const link = make("a", { href: new URL(record.href, root).href, tabindex: "-1", role: "option" });
      link.id = `ropa-result-${number}`;
      link.setAttribute("aria-selected", "false");
      link.append(make("span", { class: "ropa-hit" }, ...marked(record.title, words)));
      const more = make("span", { class: "ropa-why" }, record.kind);
      for (const one of by) more.append(" · ", ...marked(one, words));
      link.append(" ", more);
      return link;
    });
    this.list.replaceChildren(...options);
    this.list.hidden = !options.length;
    this.field.setAttribute("aria-expanded", String(options.length > 0));
    this.field.removeAttribute("aria-activedescendant");
    const gaps = { n: found.length, shown: options.length };
    const message = found.length > options.length ? ropa.foundMore : found.length ? ropa.found : ropa.foundNone;
    this.status.textContent = say(message, gaps);
    this.status.classList.toggle("ropa-unseen", found.length > 0);
  }

  failed() {
    this.close();
    this.status.textContent = ropa.noIndex;
    this.status.classList.remove("ropa-unseen");
  }

  close() {
    this.list.hidden = true;
    this.list.replaceChildren();
    this.active = -1;
    this.field.setAttribute("aria-expanded", "false");
    this.field.removeAttribute("aria-activedescendant");
    this.status.textContent = "";
    this.status.classList.add("ropa-unseen");
  }

  key(event) {
    const options = this.list.children;
    if (event.key === "Escape") {
      if (this.list.hidden && !this.field.value) this.field.blur();
      if (this.list.hidden) this.field.value = "";
      this.close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (this.list.hidden) return void this.look();
      const step = event.key === "ArrowDown" ? 1 : -1;
      // One place before the first is the field itself.
      const places = options.length + 1;
      this.choose(((this.active + 1 + step + places) % places) - 1);
    } else if (event.key === "Enter") {
      const chosen = options[Math.max(this.active, 0)];
      if (!chosen || this.list.hidden) return;
      location.href = chosen.href;
    } else return;
    event.preventDefault();
  }

  choose(number) {
    for (const [at, option] of [...this.list.children].entries()) {
      option.setAttribute("aria-selected", String(at === number));
    }
    this.active = number;
    const option = this.list.children[number];
    if (!option) return void this.field.removeAttribute("aria-activedescendant");
    this.field.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }
}

const tables = [...document.querySelectorAll(".ropa-register table")];
let number = 0;
for (const table of tables) {
  const paged = "listing" in table.dataset && document.querySelector(".ropa-pages");
  if (table.tHead && (table.tBodies[0]?.rows.length >= LONG || paged)) new Table(table, number++);
}
const link = document.querySelector(".ropa-bar .ropa-find");
if (link) new Search(link);
